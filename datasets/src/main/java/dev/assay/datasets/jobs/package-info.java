/** Runs of steps: what was done with which specification, how far it is, and how it ended. */
@NullMarked
package dev.assay.datasets.jobs;

import org.jspecify.annotations.NullMarked;
