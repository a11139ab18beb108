/** Estimates with honest uncertainty: clustered means, bootstrap, tests, corrected p-values, ranks. */
@NullMarked
package dev.assay.judges.statistics;

import org.jspecify.annotations.NullMarked;
