@NullMarked
package dev.assay.datasets.responding;

import org.jspecify.annotations.NullMarked;
