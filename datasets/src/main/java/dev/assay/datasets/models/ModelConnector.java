package dev.assay.datasets.models;

/** Makes the way to a model. Nothing is sent before the first call. */
@FunctionalInterface
public interface ModelConnector extends AutoCloseable {

    /**
     * @param key {@link ApiKey#NONE} if there is none
     * @throws dev.assay.datasets.AssayException if the definition cannot work: no address, no model, a header that refers to nothing
     */
    LanguageModel connect(ModelDefinition model, ApiKey key);

    /** Ends what connections share. */
    @Override
    default void close() {}
}
