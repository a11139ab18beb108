package dev.assay.datasets.exporting;

import java.util.Arrays;
import java.util.Optional;

/** How rows are written. */
public enum ExportFormat {
    /** RFC 4180 in UTF-8, the names of the columns first, lists as JSON arrays; texts that look like formulas are guarded. */
    CSV("csv"),
    /** An object a line. */
    JSONL("jsonl"),
    /** One array of objects. */
    JSON("json");

    private final String cliName;

    ExportFormat(String cliName) {
        this.cliName = cliName;
    }

    /** Its name on the command line. */
    public String cliName() {
        return cliName;
    }

    public static Optional<ExportFormat> of(String cliName) {
        return Arrays.stream(values()).filter(format -> format.cliName.equals(cliName)).findFirst();
    }
}
