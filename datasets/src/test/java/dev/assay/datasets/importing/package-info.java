@NullMarked
package dev.assay.datasets.importing;

import org.jspecify.annotations.NullMarked;
