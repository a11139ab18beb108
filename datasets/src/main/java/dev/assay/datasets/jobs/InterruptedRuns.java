package dev.assay.datasets.jobs;

import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Recovery;
import dev.assay.datasets.study.Writing;
import java.time.Clock;
import java.util.List;

/** A run that is still "running" or "queued" when a study is opened for writing was interrupted: nobody else can be at it. */
public final class InterruptedRuns implements Recovery {

    @Override
    public void recover(Writing writing, Clock clock) {
        new RunTable(clock).markInterrupted(writing);
    }

    @Override
    public List<String> unfinished(Reading reading) {
        return new RunTable(Clock.systemUTC())
                .all(reading).stream()
                        .filter(run -> run.state() == RunState.INTERRUPTED)
                        .map(run -> run.step() + " run " + run.id() + " was interrupted: the same command goes on with it")
                        .toList();
    }
}
