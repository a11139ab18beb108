package dev.assay.datasets.importing;

import java.util.Arrays;
import java.util.Optional;

/** The formats that can be imported (docs/formats.md). */
public enum ImportFormat {
    ALPACA_EVAL(
            "alpaca-eval",
            "AlpacaEval: a folder per model with model_outputs.json and annotations.json, or the folder that holds such folders"),
    FEEDBACKER_TAXONOMY(
            "feedbacker-taxonomy", "Feedbacker's taxonomy: the JSON tree, or a domain's tree drawn in a text file (init_tree_*.md)"),
    PREFERENCES("preferences", "preferences between two answers, a row each: JSON Lines, a JSON array or CSV"),
    RESPONSES("responses", "responses, a row each: JSON Lines, a JSON array or CSV"),
    QUERIES("queries", "queries, a row each: JSON Lines, a JSON array or CSV");

    private final String cliName;
    private final String description;

    ImportFormat(String cliName, String description) {
        this.cliName = cliName;
        this.description = description;
    }

    /** Its name on the command line. */
    public String cliName() {
        return cliName;
    }

    /** What it is, in one line. */
    public String description() {
        return description;
    }

    public static Optional<ImportFormat> of(String cliName) {
        return Arrays.stream(values()).filter(format -> format.cliName.equals(cliName)).findFirst();
    }
}
