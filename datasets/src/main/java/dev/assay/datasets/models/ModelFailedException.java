package dev.assay.datasets.models;

import dev.assay.datasets.AssayException;
import org.jspecify.annotations.Nullable;

/** Thrown by a {@link LanguageModel} for a call that gave no answer. */
public final class ModelFailedException extends AssayException {

    private static final long serialVersionUID = 1L;

    private final transient ModelFailure failure;

    public ModelFailedException(ModelFailure failure) {
        this(failure, null);
    }

    /** @param cause must not carry a key in its message */
    public ModelFailedException(ModelFailure failure, @Nullable Throwable cause) {
        super(failure.inWords(), cause);
        this.failure = failure;
    }

    public ModelFailure failure() {
        return failure;
    }
}
