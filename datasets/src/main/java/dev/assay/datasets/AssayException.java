package dev.assay.datasets;

import org.jspecify.annotations.Nullable;

/**
 * Something a person can mend: bad input, a file that cannot be written, a study that another program holds.
 *
 * <p>The message is one line in the form "what is wrong, where, what to do"; it is shown as it stands, without a stack trace.
 */
public class AssayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    public AssayException(String message) {
        this(message, null);
    }

    public AssayException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.line = message;
    }

    @Override
    public final String getMessage() {
        return line;
    }
}
