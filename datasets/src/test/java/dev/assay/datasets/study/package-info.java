@NullMarked
package dev.assay.datasets.study;

import org.jspecify.annotations.NullMarked;
