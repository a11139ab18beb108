package dev.assay.app.charts;

import dev.assay.datasets.AssayException;

/** A figure that cannot be drawn or written; the message says what is wrong and what to do, in one line. */
public final class FigureException extends AssayException {

    private static final long serialVersionUID = 1L;

    /** A fault with no deeper cause. */
    public FigureException(String message) {
        super(message);
    }

    /** A fault with what caused it. */
    public FigureException(String message, Throwable cause) {
        super(message, cause);
    }
}
