/** Files of other tools, and of people, become rows of a study: one transaction per file, bad rows rejected with their reason. */
@NullMarked
package dev.assay.datasets.importing;

import org.jspecify.annotations.NullMarked;
