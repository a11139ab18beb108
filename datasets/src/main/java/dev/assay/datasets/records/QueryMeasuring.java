package dev.assay.datasets.records;

import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Recovery;
import dev.assay.datasets.study.Writing;
import java.time.Clock;
import java.util.List;

/** Measures the queries of a study that an older program wrote. */
public final class QueryMeasuring implements Recovery {

    @Override
    public void recover(Writing writing, Clock clock) {
        new QueryTable().measureUnmeasured(writing);
    }

    @Override
    public List<String> unfinished(Reading reading) {
        return List.of();
    }
}
