package dev.assay.datasets.importing;

/** A row that cannot be understood; its message is the reason for the rejection. */
final class BadRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRow(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
