package dev.assay.datasets.jobs;

import dev.assay.datasets.study.Recovery;
import dev.assay.datasets.study.Writing;
import java.time.Clock;

/** A run that is still "running" when a study is opened for writing was interrupted: nobody else can be at it. */
public final class InterruptedRuns implements Recovery {

    @Override
    public void recover(Writing writing, Clock clock) {
        new RunTable(clock).markInterrupted(writing);
    }
}
