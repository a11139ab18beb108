package dev.assay.datasets.importing;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Imports a generated JSON Lines file and prints time and memory. To be run with {@code -Xmx300m}.
 *
 * <p>Arguments: what to generate (queries or responses), how many MiB, and the folder to work in.
 */
public final class ImportBenchmark {

    private static final PrintStream OUT = System.out;
    private static final String WORDS = "the model answers a question about weights and measures in plain words that somebody might read ";

    private ImportBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        ImportFormat format = ImportFormat.of(arguments[0]).orElseThrow();
        long bytes = Long.parseLong(arguments[1]) << 20;
        Path folder = Files.createTempDirectory(Path.of(arguments[2]), "import-benchmark");
        Path file = folder.resolve(format.cliName() + ".jsonl");
        try {
            write(file, format, bytes);
            report(folder.resolve("s.assay"), file, format, "first time");
            report(folder.resolve("s.assay"), file, format, "again");
            OUT.printf(Locale.ROOT, "study of these: %d MiB%n", Files.size(folder.resolve("s.assay")) >> 20);
        } finally {
            delete(folder);
        }
    }

    private static void report(Path studyFile, Path file, ImportFormat format, String which) throws IOException {
        long begin = System.nanoTime();
        Duration beginCpu = cpu();
        try (Study study = Study.openOrCreate(studyFile, Clock.systemUTC())) {
            ImportResult result = new Importer(study, Clock.systemUTC())
                    .importPaths(format, List.of(file), ImportOptions.DEFAULT, Progress.none(), new Cancellation());
            double seconds = (System.nanoTime() - begin) / 1e9;
            OUT.printf(
                    Locale.ROOT,
                    "import %s, %d MiB of JSON Lines, %s: %,d new rows, %,d there already, %,d rejected; %.1f s (%.1f s of processor), %.0f MiB/s,"
                            + " peak heap %d MiB of %d MiB%n",
                    format.cliName(), Files.size(file) >> 20, which, rows(result), result.unchanged(), result.rejectedTotal(), seconds,
                    cpu().minus(beginCpu).toMillis() / 1e3, (Files.size(file) >> 20) / seconds, peakHeap() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static long rows(ImportResult result) {
        return Math.max(result.count(ItemKind.QUERIES), result.count(ItemKind.RESPONSES));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static void write(Path file, ImportFormat format, long bytes) throws IOException {
        Random random = new Random(7);
        long written = 0;
        try (OutputStream out = Files.newOutputStream(file);
                BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            for (int row = 0; written < bytes; row++) {
                String line = format == ImportFormat.QUERIES
                        ? "{\"id\": \"q" + row + "\", \"text\": \"Query " + row + ": " + text(random) + "\"}\n"
                        : "{\"query\": \"Query " + row / 10 + ": what is it?\", \"subject\": \"model-" + row % 10 + "\", \"text\": \"Answer " + row + ": "
                                + text(random) + "\"}\n";
                writer.write(line);
                written += line.length();
            }
        }
    }

    /** 200 to 2,200 letters. */
    private static String text(Random random) {
        int length = 200 + random.nextInt(2_000);
        StringBuilder text = new StringBuilder(length + WORDS.length());
        while (text.length() < length) {
            text.append(WORDS, random.nextInt(WORDS.length()), WORDS.length());
        }
        return text.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
