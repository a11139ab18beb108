package dev.assay.app.jobs;

import dev.assay.app.steps.RunUnits;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Reading;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A run of the study with how far it is. */
record RunEntry(Run run, RunUnits units) {

    /**
     * All runs, the latest first.
     *
     * @param before as they were when they were last read: a run that has ended is not counted again
     */
    static List<RunEntry> all(Reading reading, Clock clock, List<RunEntry> before) {
        Map<Run, RunEntry> known = before.stream()
                .filter(entry -> entry.run().state().isEnd())
                .collect(Collectors.toMap(RunEntry::run, Function.identity(), (first, second) -> first));
        return new RunTable(clock).all(reading).stream()
                .map(run -> known.containsKey(run) ? known.get(run) : new RunEntry(run, RunUnits.of(run, reading)))
                .toList();
    }

    /** As it is now, for one that is running: only what is quickly counted is counted again. */
    RunEntry again(Reading reading) {
        return run.state() == RunState.RUNNING && run.step().equals(Responding.STEP) ? new RunEntry(run, RunUnits.of(run, reading)) : this;
    }
}
