package dev.assay.app.overview;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.charts.LeaderboardData;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.jobs.StudySteps;
import dev.assay.app.overview.PipelineStep.State;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.testing.FixedModels;
import dev.assay.app.testing.SampleStudies;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewModelTest {

    private static Path demo;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private final List<Throwable> faults = new ArrayList<>();
    private Study study;
    private OpenStudy open;
    private Jobs jobs;
    private OverviewModel model;

    @BeforeAll
    static void makeDemo() {
        demo = SampleStudies.demo(shared.resolve("demo"));
    }

    @BeforeEach
    void make() {
        open(Study.create(folder.resolve("new.assay"), Clocks.fixed()));
    }

    @AfterEach
    void close() {
        jobs.close();
        study.close();
        assertThat(faults).isEmpty();
    }

    private void open(Study opened) {
        study = opened;
        open = new OpenStudy(study, Clocks.fixed());
        Background background = Background.immediate();
        jobs = new Jobs(background, System::nanoTime, open::changed, faults::add);
        model = new OverviewModel(open, new LoadedProfiles(open), background, jobs, new StudySteps(open, jobs, new FixedModels(List.of())::services));
    }

    private void reopen(Study opened) {
        jobs.close();
        study.close();
        open(opened);
    }

    @Test
    void eachStepLeadsToTheNextUntilAllIsJudged() {
        Path sample = demo.resolveSibling("sample");
        assertThat(next().sentence()).contains("empty");
        assertThat(next().work()).isEqualTo(StepWork.IMPORT);

        take(ImportFormat.QUERIES, sample.resolve("queries.jsonl"));
        assertThat(next().sentence()).startsWith("72 queries and no answer");

        take(ImportFormat.RESPONSES, sample.resolve("responses.jsonl"));
        assertThat(next().button()).isEqualTo("Import a taxonomy");
        assertThat(next().others()).contains(StepWork.JUDGE).doesNotContain(StepWork.TAG);

        take(ImportFormat.FEEDBACKER_TAXONOMY, sample.resolve("taxonomy.json"));
        assertThat(next().button()).isEqualTo("Tag 72");
        assertThat(step("Tagged").detail()).isEqualTo("0 of 72");

        model.tag();
        assertThat(ended().message()).startsWith("72 queries tagged");
        assertThat(step("Tagged").state()).isEqualTo(State.DONE);
        assertThat(next().work()).isEqualTo(StepWork.JUDGE);

        model.judge(Pc2Setup.usual());
        assertThat(ended().state()).isEqualTo(RunState.DONE);
        assertThat(next().work()).isEqualTo(StepWork.SEE_PROFILE);
        assertThat(model.pipeline().get()).extracting(PipelineStep::state).containsOnly(State.DONE);
        assertThat(step("Judged").detail()).isEqualTo("288 of 288");
        assertThat(model.standings().get()).isPresent();
    }

    @Test
    void aRunThatWasStoppedIsGoneOnWith() {
        reopen(Study.open(copyOfDemo(), Clocks.fixed()));
        String run = study.read(reading -> new RunTable(Clocks.fixed()).ofStep(reading, "judge").getFirst().id());
        study.change(writing -> new RunTable(Clocks.fixed()).end(writing, run, RunState.CANCELLED));
        assertThat(next().button()).isEqualTo("Go on judging");
        assertThat(step("Judged").state()).isEqualTo(State.PART);
        assertThat(model.runs().get().getFirst().canGoOn()).isTrue();

        model.goOn();
        assertThat(ended().state()).isEqualTo(RunState.DONE);
        assertThat(next().work()).isEqualTo(StepWork.SEE_PROFILE);
        assertThat(model.glance().get().orElseThrow().judged().orElseThrow().run().id()).isEqualTo(run);
    }

    @Test
    void theLeaderboardHasTheNumbersOfTheProfile() {
        reopen(Study.openReadOnly(demo));
        model.show();
        LeaderboardData shown = model.standings().get().orElseThrow().data();
        var profile = new ProfileLoader().latest(study).profile(ProfileOptions.seeded(1));
        assertThat(shown.rows()).hasSize(4).allSatisfy(row -> {
            var mean = profile.root().subject(row.name()).orElseThrow().mean().orElseThrow();
            assertThat(row.mean()).isEqualTo(mean.value());
            assertThat(row.low()).isEqualTo(mean.interval().orElseThrow().low());
            assertThat(row.rank()).isEqualTo(mean.rank());
        });
        assertThat(shown.rows()).extracting(LeaderboardData.Row::rank).isSorted();
    }

    @Test
    void leavesAreCountedByTheirQueries() {
        reopen(Study.openReadOnly(demo));
        model.show();
        Coverage coverage = model.coverage().get().orElseThrow();
        assertThat(coverage.thinLeaves()).hasSize(coverage.domains().stream().mapToInt(Coverage.Domain::thin).sum())
                .allMatch(leaf -> leaf.queries() < Coverage.THIN);
        assertThat(coverage.domains()).hasSize(6).extracting(Coverage.Domain::thin).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        assertThat(coverage.domains()).allSatisfy(domain -> assertThat(domain.leaves()).isPositive());
        assertThat(coverage.domains().stream().mapToInt(Coverage.Domain::queries).sum()).isGreaterThanOrEqualTo(72);
    }

    @Test
    void aReadOnlyStudyOffersNothingThatChangesIt() {
        reopen(Study.openReadOnly(demo));
        assertThat(next().work().changes()).isFalse();
        assertThat(next().others()).noneMatch(StepWork::changes);
    }

    @Test
    void aTitleIsGivenAndTakenAway() {
        model.rename("  Ten  models ");
        model.show();
        assertThat(model.glance().get().orElseThrow().title()).isEqualTo("Ten models");
        model.rename("");
        model.show();
        assertThat(model.glance().get().orElseThrow().title()).isEqualTo("new");
    }

    @Test
    void whatARunWasBegunWithBeginsTheSameRun() {
        reopen(Study.openReadOnly(demo));
        model.show();
        var run = model.glance().get().orElseThrow().judged().orElseThrow().run();
        var again = Pc2Setup.of(run).orElseThrow().specification(study);
        assertThat(Run.idOf(run.step(), run.engine(), again.toJson(), again.seed())).isEqualTo(run.id());
        assertThat(model.runs().get()).hasSize(5).extracting(RunLine::number).containsExactly(5, 4, 3, 2, 1);
    }

    private void take(ImportFormat format, Path file) {
        SampleStudies.importInto(study, format, file);
        open.changed();
    }

    private NextStep next() {
        model.show();
        return model.next().get().orElseThrow();
    }

    private PipelineStep step(String name) {
        model.show();
        return model.pipeline().get().stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow();
    }

    /** What has become of the job that was started last. */
    private Job.Status ended() {
        Job job = jobs.all().getFirst();
        Awaitility.await().atMost(60, SECONDS).until(() -> !job.isUnderWay());
        model.show();
        return job.status().get();
    }

    private Path copyOfDemo() {
        Path copy = folder.resolve("copy.assay");
        try (Study original = Study.openReadOnly(demo)) {
            original.backUp(copy);
        }
        assertThat(Files.exists(copy)).isTrue();
        return copy;
    }
}
