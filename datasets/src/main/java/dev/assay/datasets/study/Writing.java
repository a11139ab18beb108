package dev.assay.datasets.study;

import org.jdbi.v3.core.Handle;

/** A change of a study that takes place wholly or not at all. Valid only inside {@link Study#write}. */
public final class Writing extends Reading {

    Writing(Handle handle) {
        super(handle);
    }
}
