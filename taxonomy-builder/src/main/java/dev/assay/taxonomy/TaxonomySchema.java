package dev.assay.taxonomy;

import dev.assay.datasets.study.SchemaPart;
import dev.assay.datasets.study.SqlResource;
import java.util.List;

/** Tables of the taxonomy and of the tags of queries. */
public final class TaxonomySchema implements SchemaPart {

    @Override
    public String name() {
        return "taxonomy";
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public List<String> migrations() {
        return SqlResource.migrationsBeside(TaxonomySchema.class);
    }
}
