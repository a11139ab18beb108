/** Tests of the statistics, and a simulation of how often intervals cover. */
@NullMarked
package dev.assay.judges.statistics;

import org.jspecify.annotations.NullMarked;
