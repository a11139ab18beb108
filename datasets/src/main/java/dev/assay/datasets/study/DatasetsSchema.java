package dev.assay.datasets.study;

import java.util.List;

/** Tables of runs, queries, subjects, responses, preferences, embeddings and edits. */
public final class DatasetsSchema implements SchemaPart {

    @Override
    public String name() {
        return "datasets";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<String> migrations() {
        return SqlResource.migrationsBeside(DatasetsSchema.class);
    }
}
