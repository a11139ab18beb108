package dev.assay.datasets.importing;

/**
 * A row that was not imported.
 *
 * @param file as it was named by the caller
 * @param line where the row begins, counted from 1
 * @param reason in one line
 */
public record Rejection(String file, long line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
