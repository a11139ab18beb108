@NullMarked
package dev.assay.datasets.models.registry;

import org.jspecify.annotations.NullMarked;
