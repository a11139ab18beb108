package dev.assay.datasets.models;

import dev.assay.datasets.StoppedException;

/** Work had to stop because a model service refuses, or cannot be reached, and nothing can go well before a person has done something. */
public final class ServiceRefusedException extends StoppedException {

    private static final long serialVersionUID = 1L;

    public ServiceRefusedException(String message) {
        super(message);
    }
}
