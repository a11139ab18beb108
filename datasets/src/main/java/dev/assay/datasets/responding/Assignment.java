package dev.assay.datasets.responding;

import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.records.Query;

/** A unit of work: one subject answers one query once. */
record Assignment(ModelDefinition subject, Query query, int replicate) {

    /** By which the unit is known in the run: subject, query, replicate. */
    String key() {
        return subject.name() + "/" + query.id() + "/" + replicate;
    }
}
