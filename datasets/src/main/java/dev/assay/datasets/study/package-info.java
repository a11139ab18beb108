/** The study file: one SQLite database with everything that is known about some models. */
@NullMarked
package dev.assay.datasets.study;

import org.jspecify.annotations.NullMarked;
