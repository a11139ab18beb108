package dev.assay.datasets.importing;

import java.util.Arrays;
import java.util.Optional;

/** The formats that can be imported (docs/formats.md). */
public enum ImportFormat {
    ALPACA_EVAL(
            "alpaca-eval",
            "AlpacaEval: a folder per model with model_outputs.json and annotations.json, or the folder that holds such folders"),
    PANDALM("pandalm", "PandaLM: testset-v1.json, and the files with judges' verdicts beside it"),
    MT_BENCH("mt-bench", "MT-Bench: question.jsonl, and files of answers or of reference answers"),
    FEEDBACKER_RESULTS("feedbacker-results", "Feedbacker's results: a JSON Lines file per model with its answers and their scores"),
    FEEDBACKER_QUERIES("feedbacker-queries", "Feedbacker's queries with their tags, as JSON Lines"),
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
