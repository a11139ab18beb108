package dev.assay.datasets.models;

import java.util.Optional;

/** Where keys come from: the system's keyring, the environment, or what the person typed for this session. */
@FunctionalInterface
public interface Keys {

    /** Empty if there is none; local services mostly need none. May take a moment: not for the JavaFX thread. */
    Optional<ApiKey> of(ModelDefinition model);
}
