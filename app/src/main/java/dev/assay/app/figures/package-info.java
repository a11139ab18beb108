/** The figures of a study: which there are, and how a profile becomes their data. */
@NullMarked
package dev.assay.app.figures;

import org.jspecify.annotations.NullMarked;
