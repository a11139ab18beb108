package dev.assay.app.jobs;

import dev.assay.app.steps.LocalTagging;
import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.steps.OpenBatches;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.steps.RespondSetup;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.JobWork.Outcome;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.Counted;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.batches.IntakeReport;
import dev.assay.datasets.models.limits.Timing;
import dev.assay.judges.pc2.Pc2Judging;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Starts steps of the study as jobs, as the command line would run them, and remembers which job does which run. On the JavaFX thread. */
public final class StudySteps {

    private final OpenStudy study;
    private final Jobs jobs;
    private final Supplier<ModelServices> models;
    private final Map<Job, StepSetup> started = new HashMap<>();
    /** Filled by the threads of the jobs, as soon as they know. */
    private final Map<StepSetup, String> runs = new ConcurrentHashMap<>();
    /** What was chosen by a person and is not begun yet; what is gone on with has its budget in the study, which may have been changed there since. */
    private final Set<StepSetup> chosen = ConcurrentHashMap.newKeySet();

    /** @param models asked when a step begins that needs them, off the JavaFX thread */
    public StudySteps(OpenStudy study, Jobs jobs, Supplier<ModelServices> models) {
        this.study = study;
        this.jobs = jobs;
        this.models = models;
    }

    /** Starts a step, or goes on with the job that did the same before. */
    public Job start(StepSetup setup) {
        Optional<Job> underWay = jobs.all().stream().filter(job -> job.isUnderWay() && setupOf(job).filter(setup::isOfSameRun).isPresent()).findFirst();
        if (underWay.isPresent()) {
            return underWay.get();
        }
        chosen.add(setup);
        Optional<Job> before = jobs.all().stream().filter(job -> setup.equals(started.get(job))).findFirst();
        if (before.filter(Job::canGoOn).isPresent()) {
            jobs.goOn(before.get());
            return before.get();
        }
        Job job = jobs.start(setup.title(), work(setup));
        started.put(job, setup);
        return job;
    }

    /** Goes on with a run, or tries again what failed in it. Nothing happens for a run that the window cannot do. */
    public void goOn(Run run) {
        if (jobOf(run.id()).filter(Job::isUnderWay).isEmpty()) {
            jobOf(run.id()).ifPresent(jobs::forget);
            StepSetup.of(run).ifPresent(this::start);
        }
    }

    /** Whether a run has something left to do that the window can do. */
    public static boolean canGoOn(Run run) {
        boolean isOpen = run.state() != RunState.DONE && run.state() != RunState.RUNNING;
        return isOpen && StepSetup.of(run).isPresent();
    }

    /** What a job does, if it was started here. */
    public Optional<StepSetup> setupOf(Job job) {
        return Optional.ofNullable(started.get(job));
    }

    /** The run that a job works on, or worked on, if it was started here and has come so far. */
    public Optional<String> runOf(Job job) {
        return setupOf(job).flatMap(setup -> Optional.ofNullable(runs.get(setup)));
    }

    /** The newest job that works on a run, or worked on it. */
    public Optional<Job> jobOf(String runId) {
        return jobs.all().stream().filter(job -> runOf(job).filter(runId::equals).isPresent()).findFirst();
    }

    private JobWork work(StepSetup setup) {
        return new JobWork() {
            @Override
            public Outcome run(Progress progress, Cancellation cancellation) {
                return switch (setup) {
                    case StepSetup.Tag() -> tag(progress, cancellation);
                    case StepSetup.Judge judge -> judge(judge, progress, cancellation);
                    case StepSetup.Respond respond -> respond(respond, progress, cancellation);
                };
            }

            @Override
            public void queue() {
                StudySteps.this.queue(setup);
            }

            @Override
            public void leave(RunState as) {
                Optional.ofNullable(runs.get(setup)).ifPresent(run -> leaveQueue(run, as));
            }
        };
    }

    /** So that it is not forgotten should the program end. What tagging is to do is known only when it begins. */
    private void queue(StepSetup setup) {
        switch (setup) {
            case StepSetup.Tag() -> {
                return;
            }
            case StepSetup.Judge(Pc2Setup choices) -> runs.put(setup, choices.queue(study.study(), study.clock()));
            case StepSetup.Respond(RespondSetup choices, ModelCalls calls) -> {
                try (ModelServices services = models.get()) {
                    runs.put(setup, choices.queue(study.study(), services, calls, study.clock()));
                }
            }
        }
    }

    private void leaveQueue(String run, RunState as) {
        RunTable table = new RunTable(study.clock());
        study.study().change(writing -> table.find(writing, run)
                .filter(found -> found.state() == RunState.QUEUED)
                .ifPresent(found -> table.leave(writing, run, as)));
    }

    private Outcome judge(StepSetup.Judge setup, Progress progress, Cancellation cancellation) {
        Pc2Judging.Result result = setup.choices().run(study.study(), study.clock(), progress, cancellation);
        runs.put(setup, result.run());
        return new Outcome(Pc2Setup.summary(result), result.failed());
    }

    /** Gives up the batches of a run, at the service too, and takes in what was made by then. */
    public Job giveUpBatches(Run run) {
        return jobs.start("Giving up batches", (progress, cancellation) -> {
            try (ModelServices services = models.get().awaitingBatches(this::aside)) {
                OpenBatches open = new OpenBatches(study.study(), study.clock());
                IntakeReport report = open.cancel(open.ofRun(run.id()), services, progress, cancellation);
                return new Outcome(Counted.of(report.replies(), "call was", "calls were") + " answered before", 0);
            }
        });
    }

    private Outcome tag(Progress progress, Cancellation cancellation) {
        return new Outcome(LocalTagging.summary(LocalTagging.usual().run(study.study(), study.clock(), progress, cancellation)), 0);
    }

    private Outcome respond(StepSetup.Respond setup, Progress progress, Cancellation cancellation) {
        try (ModelServices services = models.get().awaitingBatches(this::aside)) {
            runs.put(setup, setup.choices().specification(services).runId());
            ModelCalls calls = chosen.remove(setup) ? setup.calls() : new ModelCalls(new ModelCalls.Limit.AsBefore(), setup.calls().way());
            RespondSetup.Outcome outcome = setup.choices().run(study.study(), services, calls, study.clock(), progress, cancellation);
            if (outcome.result().stopped().isPresent() && !cancellation.requested()) {
                throw halted(outcome.result().stopped().get());
            }
            String said = outcome.summary().lines().findFirst().orElse("");
            return new Outcome(inWindow(said), outcome.result().failed());
        }
    }

    /** A batch takes up to a day: other jobs run until the next look at it. */
    private Timing aside(Timing timing) {
        return new Timing() {
            @Override
            public long nanoTime() {
                return timing.nanoTime();
            }

            @Override
            public Instant now() {
                return timing.now();
            }

            @Override
            public boolean pause(Duration time, Cancellation cancellation) throws InterruptedException {
                return jobs.aside(cancellation, () -> timing.pause(time, cancellation));
            }

            @Override
            public double random() {
                return timing.random();
            }
        };
    }

    /** What stopped a job, without what only the command line can say. */
    private static RuntimeException halted(RuntimeException stopped) {
        return stopped instanceof StoppedException ? new StoppedException(inWindow(String.valueOf(stopped.getMessage())), stopped) : stopped;
    }

    private static String inWindow(String message) {
        return message.replace(", the same command goes on", "")
                .replace("--timeout", "the model's time limit")
                .replace("give more with --budget and run the same again", "go on with a higher budget")
                .replace("give more with `budget AMOUNT` and run the same again", "give the study a higher budget in Jobs, and go on")
                .replace("leave out --batch (`resume` has --at-once)", "have the models answer without batches")
                .replace("with `batch cancel`", "with Give up batches")
                .replace("the same command", "the job");
    }
}
