@NullMarked
package dev.assay.datasets.exporting;

import org.jspecify.annotations.NullMarked;
