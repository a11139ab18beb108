package dev.assay.datasets.study;

import org.jdbi.v3.core.Handle;

/** A look at a study as it stood at one moment: everything read within it belongs together. Valid only inside {@link Study#read}. */
public sealed class Reading permits Writing {

    private final Handle handle;

    Reading(Handle handle) {
        this.handle = handle;
    }

    /** For the classes that own tables, and for nobody else. */
    public Handle sql() {
        return handle;
    }
}
