@NullMarked
package dev.assay.datasets.embedding;

import org.jspecify.annotations.NullMarked;
