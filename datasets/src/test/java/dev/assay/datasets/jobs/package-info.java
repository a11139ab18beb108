@NullMarked
package dev.assay.datasets.jobs;

import org.jspecify.annotations.NullMarked;
