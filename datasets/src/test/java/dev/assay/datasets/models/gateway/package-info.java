@NullMarked
package dev.assay.datasets.models.gateway;

import org.jspecify.annotations.NullMarked;
