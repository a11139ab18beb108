package dev.assay.app.jobs;

import dev.assay.app.steps.LocalTagging;
import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.steps.RespondSetup;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.JobWork.Outcome;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.judges.pc2.Pc2Judging;
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
        Optional<Job> before = jobs.all().stream().filter(job -> setup.equals(started.get(job))).findFirst();
        if (before.filter(Job::isUnderWay).isPresent()) {
            return before.get();
        }
        chosen.add(setup);
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
        return switch (setup) {
            case StepSetup.Tag() -> this::tag;
            case StepSetup.Judge(Pc2Setup choices) -> (progress, cancellation) -> {
                Pc2Judging.Result result = choices.run(study.study(), study.clock(), progress, cancellation);
                runs.put(setup, result.run());
                return new Outcome(Pc2Setup.summary(result), result.failed());
            };
            case StepSetup.Respond respond -> (progress, cancellation) -> respond(respond, progress, cancellation);
        };
    }

    private Outcome tag(Progress progress, Cancellation cancellation) {
        return new Outcome(LocalTagging.summary(LocalTagging.usual().run(study.study(), study.clock(), progress, cancellation)), 0);
    }

    private Outcome respond(StepSetup.Respond setup, Progress progress, Cancellation cancellation) {
        try (ModelServices services = models.get()) {
            runs.put(setup, setup.choices().specification(services).runId());
            ModelCalls calls = chosen.remove(setup) ? setup.calls() : ModelCalls.usual();
            RespondSetup.Outcome outcome = setup.choices().run(study.study(), services, calls, study.clock(), progress, cancellation);
            if (outcome.result().stopped().isPresent() && !cancellation.requested()) {
                throw halted(outcome.result().stopped().get());
            }
            String said = outcome.summary().lines().findFirst().orElse("");
            return new Outcome(inWindow(said), outcome.result().failed());
        }
    }

    /** What stopped a job, without what only the command line can say. */
    private static RuntimeException halted(RuntimeException stopped) {
        return stopped instanceof StoppedException ? new StoppedException(inWindow(String.valueOf(stopped.getMessage())), stopped) : stopped;
    }

    private static String inWindow(String message) {
        return message.replace(", the same command goes on", "").replace("--timeout", "the model's time limit")
                .replace("give more with --budget and run the same again", "go on with a higher budget")
                .replace("give more with `budget AMOUNT` and run the same again", "give the study a higher budget in Jobs, and go on");
    }
}
