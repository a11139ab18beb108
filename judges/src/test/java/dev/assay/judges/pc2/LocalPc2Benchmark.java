package dev.assay.judges.pc2;

import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints the local engine's agreement with people on PandaLM, and its speed on AlpacaEval (805 queries, 9 subjects). */
public final class LocalPc2Benchmark {

    private static final String BASELINE = "gpt4_1106_preview";
    private static final List<String> SUBJECTS = List.of(
            "FuseChat-Gemma-2-9B-Instruct", "FuseChat-Llama-3.2-1B-Instruct", "FuseChat-Llama-3.2-3B-Instruct", "Qwen-14B-Chat", "alpaca-7b", "claude-2",
            "gemma-7b-it", "gpt-3.5-turbo-1106", "vicuna-13b-v1.5");

    private final PrintStream out;

    private LocalPc2Benchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        LocalPc2Benchmark benchmark = new LocalPc2Benchmark(System.out);
        benchmark.agreement(RealData.root().resolve("pandalm/testset-v1.json"));
        benchmark.speed(RealData.root().resolve("alpaca_eval"));
    }

    private void agreement(Path file) throws IOException {
        PandaLm pandaLm = PandaLm.read(file);
        print("local PC2, scale 5", pandaLm.pc2(new LocalPc2(), new Scale(5)));
        print("local PC2, scale 3", pandaLm.pc2(new LocalPc2(), new Scale(3)));
        print("distinct words", pandaLm.distinctWords());
        print("length", pandaLm.length());
    }

    private void print(String judge, PandaLm.Agreement agreement) {
        out.printf(
                Locale.ROOT,
                "pandalm %-20s accuracy %.4f [%.4f, %.4f] n %d ties %d%n",
                judge,
                agreement.accuracy(),
                agreement.low(),
                agreement.high(),
                agreement.pairs(),
                agreement.ties());
    }

    /** The step as users run it: out of a study and into it, with criteria, baselines and reasons. */
    private void speed(Path data) throws IOException {
        Path folder = Files.createTempDirectory("assay-benchmark");
        Path file = folder.resolve("s.assay");
        try (Study study = Study.create(file, Clock.systemUTC())) {
            new Importer(study, Clock.systemUTC())
                    .importPaths(ImportFormat.ALPACA_EVAL, List.of(data), ImportOptions.DEFAULT, Progress.none(), new Cancellation());
            long before = Files.size(file);
            Pc2Judging.Result result = Pc2Judging.local(study, Clock.systemUTC()).run(specification(), Progress.none(), new Cancellation());
            out.printf(
                    Locale.ROOT,
                    "alpaca_eval %d judgments and %d baselines, %d failed: %.1f s, %.0f judgments/s on %d cores; study %d MB, before %d MB%n",
                    result.judgments(),
                    result.baselines(),
                    result.failed(),
                    result.seconds(),
                    result.judgments() / result.seconds(),
                    Runtime.getRuntime().availableProcessors(),
                    Files.size(file) >> 20,
                    before >> 20);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path left : files.toList()) {
                    Files.delete(left);
                }
            }
            Files.delete(folder);
        }
    }

    private static Pc2Specification specification() {
        List<String> auxiliaries = List.of(BASELINE, "claude-2", "vicuna-13b-v1.5");
        return new Pc2Specification("local", BASELINE, auxiliaries, new Scale(5), SUBJECTS, 1, Optional.empty());
    }
}
