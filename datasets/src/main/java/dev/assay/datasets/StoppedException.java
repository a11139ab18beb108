package dev.assay.datasets;

import org.jspecify.annotations.Nullable;

/** Work had to stop in the middle: what was done is kept, and the same command goes on with it once the cause is mended. */
public class StoppedException extends AssayException {

    private static final long serialVersionUID = 1L;

    /** What is said when a person wanted it. */
    public static final String BY_PERSON = "stopped: what was done is kept, the same command goes on";

    public StoppedException(String message) {
        super(message);
    }

    public StoppedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
