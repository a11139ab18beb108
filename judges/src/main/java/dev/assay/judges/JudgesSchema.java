package dev.assay.judges;

import dev.assay.datasets.study.SchemaPart;
import dev.assay.datasets.study.SqlResource;
import java.util.List;

/** Tables of criteria and judgments. */
public final class JudgesSchema implements SchemaPart {

    @Override
    public String name() {
        return "judges";
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public List<String> migrations() {
        return SqlResource.migrationsBeside(JudgesSchema.class);
    }
}
