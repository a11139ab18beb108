package dev.assay.datasets.models;

/** Makes the way to a model. Nothing is sent before the first call. */
@FunctionalInterface
public interface ModelConnector {

    /** @throws dev.assay.datasets.AssayException if the definition cannot work: no address, no model */
    LanguageModel connect(ModelDefinition model, ApiKey key);
}
