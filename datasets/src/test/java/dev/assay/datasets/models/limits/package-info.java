@NullMarked
package dev.assay.datasets.models.limits;

import org.jspecify.annotations.NullMarked;
