package dev.assay.app.reports;

import dev.assay.datasets.records.PreferenceTable;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tree.TaxonomyTable;

/** How much a study holds. */
public record StudySize(int queries, int subjects, int responses, int preferences, int nodes) {

    public static StudySize of(Reading reading) {
        ResponseTable responses = new ResponseTable();
        return new StudySize(
                new QueryTable().count(reading),
                responses.subjects(reading).size(),
                responses.count(reading),
                new PreferenceTable().count(reading),
                new TaxonomyTable().load(reading).size());
    }
}
