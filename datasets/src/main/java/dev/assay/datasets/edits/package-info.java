/** What people change by hand in a study: each edit can be undone and done again, also after the study was closed. */
@NullMarked
package dev.assay.datasets.edits;

import org.jspecify.annotations.NullMarked;
