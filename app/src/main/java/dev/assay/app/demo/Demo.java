package dev.assay.app.demo;

import dev.assay.app.reports.Report;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.judges.pc2.Pc2Judging;
import dev.assay.judges.pc2.Pc2Specification;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.profiles.ProfileOptions;
import dev.assay.taxonomy.tagging.TaggingResult;
import dev.assay.taxonomy.tagging.TaggingStep;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** From the bundled sample to a report, with the local engine: every step that a study goes through, without a key and without a network. */
public final class Demo {

    private static final long SEED = 1;

    /** The three that answer correctly, in three different ways; the fourth is judged against what they agree on. */
    private static final List<String> AUXILIARIES = List.of("thorough", "terse", "rambler");

    private final Clock clock;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Consumer<Step> listener;
    private final List<Step> steps = new ArrayList<>();

    /** @param listener told of each step when it is done */
    public Demo(Clock clock, Progress progress, Cancellation cancellation, Consumer<Step> listener) {
        this.clock = clock;
        this.progress = progress;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /**
     * One step that was done.
     *
     * @param units what it worked on: rows, queries, answers, nodes, files
     * @param failed units that failed
     */
    public record Step(String name, long units, long failed, double seconds) {}

    /** What there is now. */
    public record Result(Path study, Report.Written report, List<Step> steps) {}

    private record Done(long units, long failed) {}

    @FunctionalInterface
    private interface Work {
        Done run();
    }

    /** Runs everything into a folder. Where a demo was made before, what is there already is not done again. */
    public Result run(Path folder) {
        Path sample = folder.resolve("sample");
        Path file = folder.resolve("demo.assay");
        Sample.copyTo(sample);
        try (Study study = Study.openOrCreate(file, clock);
                MiniLmEmbedder embedder = new MiniLmEmbedder()) {
            embedder.prepare();
            timed("import", () -> importAll(study, sample));
            timed("tag", () -> tag(study, embedder));
            Pc2Judging judging = Pc2Judging.local(study, clock);
            Pc2Specification specification = specification(study);
            timed("criteria", () -> derive(judging, specification));
            timed("judge", () -> judge(judging, specification));
            Source source = new ProfileLoader().latest(study);
            List<Profile> profile = new ArrayList<>();
            timed("profile", () -> {
                profile.add(source.profile(ProfileOptions.seeded(SEED)));
                return new Done(profile.getFirst().nodes().size(), 0);
            });
            List<Report.Written> report = new ArrayList<>();
            timed("report", () -> {
                report.add(new Report(study, source, profile.getFirst()).write(folder, progress));
                return new Done(report.getFirst().figures().size(), 0);
            });
            return new Result(file, report.getFirst(), List.copyOf(steps));
        }
    }

    private void timed(String name, Work work) {
        long start = System.nanoTime();
        Done done = work.run();
        Step step = new Step(name, done.units(), done.failed(), (System.nanoTime() - start) / 1e9);
        steps.add(step);
        listener.accept(step);
        if (cancellation.requested()) {
            throw new StoppedException("stopped after the step " + name + ": the same command goes on", null);
        }
    }

    private Done importAll(Study study, Path sample) {
        Importer importer = new Importer(study, clock);
        long units = 0;
        long failed = 0;
        for (ImportResult result : List.of(
                one(importer, ImportFormat.FEEDBACKER_TAXONOMY, sample.resolve(Sample.TAXONOMY)),
                one(importer, ImportFormat.QUERIES, sample.resolve(Sample.QUERIES)),
                one(importer, ImportFormat.RESPONSES, sample.resolve(Sample.RESPONSES)))) {
            units += result.imported().values().stream().mapToLong(Long::longValue).sum() + result.unchanged();
            failed += result.rejectedTotal();
        }
        return new Done(units, failed);
    }

    private ImportResult one(Importer importer, ImportFormat format, Path file) {
        return importer.importPaths(format, List.of(file), new ImportOptions(false, Optional.of("demo")), progress, cancellation);
    }

    private Done tag(Study study, MiniLmEmbedder embedder) {
        TaggingResult result = new TaggingStep(study, embedder, clock).run(TaggingStep.Options.usual(), progress, cancellation);
        return new Done(result.tagged(), result.untagged());
    }

    private static Pc2Specification specification(Study study) {
        return new Pc2Setup(Optional.of(AUXILIARIES.getFirst()), AUXILIARIES, 5, List.of(), Optional.empty(), SEED).specification(study);
    }

    private Done derive(Pc2Judging judging, Pc2Specification specification) {
        Pc2Judging.Criteria criteria = judging.deriveCriteria(specification, progress, cancellation);
        return new Done(criteria.derived(), criteria.failed());
    }

    private Done judge(Pc2Judging judging, Pc2Specification specification) {
        Pc2Judging.Result result = judging.run(specification, progress, cancellation);
        return new Done(result.judgments() + result.baselines(), result.failed());
    }
}
