package dev.assay.datasets.importing;

/** What is counted apart when files are imported. */
public enum ItemKind {
    QUERIES("queries"),
    RESPONSES("responses"),
    PREFERENCES("preferences"),
    JUDGMENTS("judgments"),
    TAGS("tags"),
    TAXONOMY_NODES("taxonomyNodes"),
    FEEDBACK("feedback"),
    TRAJECTORIES("trajectories");

    private final String field;

    ItemKind(String field) {
        this.field = field;
    }

    /** Name of the count in the JSON of the command line. */
    public String field() {
        return field;
    }
}
