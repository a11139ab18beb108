package dev.assay.judges.pc2;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import dev.assay.judges.Judgment;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.JudgmentTable.Counts;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Step: judges the answers of a study by PC2 (Feedbacker, arXiv 2505.06698, "PC2"). Once per query it derives criteria and scores the
 * baseline, then it scores every candidate.
 *
 * <p>Queries are judged on all cores and written by the calling thread, several to a transaction, in the order of their ids. Stopped at
 * any moment, the same specification goes on where it was; what had failed is tried again.
 */
public final class Pc2Judging {

    private static final int QUERIES_PER_TRANSACTION = 16;

    /**
     * What became of a run.
     *
     * @param run its id
     * @param judgments candidates with a score
     * @param baselines baselines with a score
     * @param failed answers without a score
     * @param seconds how long this call took
     * @param state done, partly done or cancelled
     */
    public record Result(String run, int judgments, int baselines, int failed, double seconds, RunState state) {}

    /**
     * Which queries have criteria.
     *
     * @param run its id
     * @param derived queries with criteria
     * @param failed queries for which none could be derived
     */
    public record Criteria(String run, int derived, int failed) {}

    private final Study study;
    private final RunTable runs;
    private final CriteriaDeriver deriver;
    private final CandidateScorer scorer;
    private final JudgmentTable judgments = new JudgmentTable();

    public Pc2Judging(Study study, Clock clock, CriteriaDeriver deriver, CandidateScorer scorer) {
        this.study = study;
        this.runs = new RunTable(clock);
        this.deriver = deriver;
        this.scorer = scorer;
    }

    /** With the local engine. */
    public static Pc2Judging local(Study study, Clock clock) {
        LocalPc2 engine = new LocalPc2();
        return new Pc2Judging(study, clock, engine, engine);
    }

    /** Judges what is not judged yet; derives criteria where there are none yet. */
    public Result run(Pc2Specification specification, Progress progress, Cancellation cancellation) {
        long start = System.nanoTime();
        Run run = begin(specification);
        RunState ended = RunState.FAILED;
        try {
            QueryJudging judging = judging(run, specification);
            forEachQuery(specification, run.id(), "judging", judging::judge, progress, cancellation);
            ended = cancellation.requested() ? cancellation.stopsAs() : counts(run).failed() > 0 ? RunState.PARTLY_DONE : RunState.DONE;
        } finally {
            end(run, ended);
        }
        Counts counts = counts(run);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(run.id(), counts.candidates(), counts.baselines(), counts.failed(), seconds, ended);
    }

    /** Only derives the criteria that are missing, so that they can be looked at before anything is judged. {@link #run} goes on from there. */
    public Criteria deriveCriteria(Pc2Specification specification, Progress progress, Cancellation cancellation) {
        Run run = begin(specification);
        try {
            QueryJudging judging = judging(run, specification);
            forEachQuery(specification, run.id(), "deriving criteria", judging::derive, progress, cancellation);
        } finally {
            study.change(writing -> runs.leave(writing, run.id(), RunState.PAUSED));
        }
        return study.read(reading -> new Criteria(
                run.id(), judgments.queriesWithCriteria(reading, run.id()), judgments.queriesWithoutCriteria(reading, run.id())));
    }

    /** Notes in the study that this is to be run when others have ended. Returns the id of the run. */
    public static String queue(Study study, Clock clock, Pc2Specification specification) {
        return study.write(writing -> new RunTable(clock)
                .queue(writing, Judgment.STEP, specification.engine(), specification.toJson(), specification.seed())
                .id());
    }

    private Run begin(Pc2Specification specification) {
        return study.write(writing -> {
            Run begun = runs.begin(writing, Judgment.STEP, specification.engine(), specification.toJson(), specification.seed());
            judgments.forgetFailures(writing, begun.id());
            return begun;
        });
    }

    private void end(Run run, RunState state) {
        study.change(writing -> runs.leave(writing, run.id(), state));
    }

    private QueryJudging judging(Run run, Pc2Specification specification) {
        return new QueryJudging(study, run.id(), specification, deriver, scorer);
    }

    private Counts counts(Run run) {
        return study.read(reading -> judgments.counts(reading, run.id()));
    }

    private void forEachQuery(
            Pc2Specification specification,
            String runId,
            String name,
            Function<String, QueryJudging.Judged> work,
            Progress progress,
            Cancellation cancellation) {
        List<String> queries = study.read(reading -> new QueryTable().ids(reading));
        if (specification.limit().isPresent()) {
            queries = queries.subList(0, Math.min(queries.size(), specification.limit().get()));
        }
        int workers = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            Deque<Future<QueryJudging.Judged>> underWay = new ArrayDeque<>();
            List<QueryJudging.Judged> finished = new ArrayList<>();
            int next = 0;
            int done = 0;
            long failed = 0;
            progress.update(name, 0, queries.size());
            while (!underWay.isEmpty() || (next < queries.size() && !cancellation.requested())) {
                // What is under way when a cancellation comes is still stored, so it is kept short.
                while (next < queries.size() && underWay.size() < 2 * workers && !cancellation.requested()) {
                    String query = queries.get(next++);
                    underWay.add(pool.submit(() -> work.apply(query)));
                }
                finished.add(result(underWay.remove()));
                if (finished.size() == QUERIES_PER_TRANSACTION || underWay.isEmpty()) {
                    write(runId, finished);
                    done += finished.size();
                    failed += finished.stream().flatMap(judged -> judged.judgments().stream()).filter(judgment -> judgment.outcome() instanceof Judgment.Failed).count();
                    finished.clear();
                    progress.failed(failed);
                    progress.update(name, done, queries.size());
                }
            }
        }
    }

    private void write(String runId, List<QueryJudging.Judged> finished) {
        study.change(writing -> {
            for (QueryJudging.Judged judged : finished) {
                judgments.insertCriteria(writing, runId, judged.queryId(), judged.newCriteria());
                judged.criteriaFailure().ifPresent(failure -> judgments.insertCriteriaFailure(writing, runId, judged.queryId(), failure));
                judged.judgments().forEach(judgment -> judgments.insert(writing, runId, judgment));
            }
        });
    }

    private static QueryJudging.Judged result(Future<QueryJudging.Judged> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while judging", e);
        }
    }
}
