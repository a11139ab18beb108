package dev.assay.datasets.models.batches;

import dev.assay.datasets.models.ModelDefinition;

/** Makes the way to a service with batches. Nothing is sent before the first call. */
@FunctionalInterface
public interface BatchConnector {

    /** @throws dev.assay.datasets.AssayException if the definition cannot work */
    BatchService connect(ModelDefinition model);
}
