package dev.assay.datasets.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.testing.Clocks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What a second process does to a study; it prints a line after each thing that it has done. */
final class StudyProgram {

    private static final RunTable RUNS = new RunTable(Clocks.fixed());
    private static final QueryTable QUERIES = new QueryTable();
    private static final ResponseTable RESPONSES = new ResponseTable();

    private StudyProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "import" -> importForever(file, begin());
                case "judge" -> judgeForever(file, begin());
                case "hold" -> hold(file);
                case "read" -> read(file);
                case "count" -> count(file);
                case "create" -> create(file);
                case "fill" -> fill(file);
                case "outgrow" -> outgrow(file);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (AssayException e) {
            System.out.println("error: " + e.getMessage());
            System.exit(2);
        }
    }

    /** Waits until it is told with which unit to begin. All classes are loaded by then, so that a kill hits the work and not the start. */
    private static int begin() throws IOException {
        Path folder = Files.createTempDirectory("warm");
        try (Study study = Study.create(folder.resolve("warm.assay"), Clocks.fixed())) {
            importFile(study, 0);
        }
        return Integer.parseInt(input().readLine());
    }

    /** Number of queries that {@link #importFile} writes. */
    static int sizeOf(int n) {
        return 1 + new Random(n).nextInt(60);
    }

    /** Imports one file after the other, each in one transaction, starting with the nth. */
    private static void importForever(Path file, int first) throws IOException {
        try (Study study = Study.openOrCreate(file, Clocks.fixed())) {
            Importer importer = new Importer(study, Clocks.fixed());
            for (int n = first; ; n++) {
                Path source = writeSource(n);
                importer.importPaths(ImportFormat.QUERIES, List.of(source), ImportOptions.STRICT, Progress.none(), new Cancellation());
                System.out.println("imported " + n);
            }
        }
    }

    private static Path writeSource(int n) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < rowsOf(n); i++) {
            rows.append("{\"id\": \"%d-%d\", \"text\": \"Question %d of file %d: %s\"}\n".formatted(n, i, i, n, "why? ".repeat(50)));
        }
        return Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), n + ".jsonl"), rows);
    }

    /** Number of rows in the nth file that is imported: enough for a kill to hit the middle of most. */
    static int rowsOf(int n) {
        return 1 + new Random(n).nextInt(800);
    }

    /** Writes queries and responses without a file, as one transaction. */
    static void importFile(Study study, int n) {
        study.change(writing -> {
            String run = RUNS.begin(writing, "import", "local", spec(n), n).id();
            for (int i = 0; i < sizeOf(n); i++) {
                Query query = Query.of("query " + i + " of file " + n + ": " + "why? ".repeat(50));
                QUERIES.insert(writing, query, run);
                RESPONSES.insert(writing, new Response(query.id(), "someone", 0, "because. ".repeat(150), List.of()), run);
            }
            RUNS.end(writing, run, RunState.DONE);
        });
    }

    private static ObjectNode spec(int n) {
        return JsonNodeFactory.instance.objectNode().put("file", n);
    }

    /** One long run of many small results, as judging is. */
    private static void judgeForever(Path file, int first) {
        try (Study study = Study.openOrCreate(file, Clocks.fixed())) {
            String run = study.write(writing -> RUNS.begin(writing, "judge", "local", spec(0), 0)).id();
            for (int n = first; ; n++) {
                Query query = Query.of("unit " + n);
                study.change(writing -> QUERIES.insert(writing, query, run));
                System.out.println("judged " + n);
            }
        }
    }

    private static void hold(Path file) throws IOException {
        try (Study study = Study.open(file, Clocks.fixed())) {
            System.out.println("open");
            BufferedReader input = input();
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                importFile(study, Integer.parseInt(line));
                System.out.println("imported " + line);
            }
        }
    }

    private static void read(Path file) throws IOException {
        try (Study study = Study.openReadOnly(file)) {
            System.out.println("open");
            BufferedReader input = input();
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(study.<Integer>read(QUERIES::count));
            }
        }
    }

    private static void count(Path file) {
        try (Study study = Study.openReadOnly(file)) {
            System.out.println(study.<Integer>read(QUERIES::count));
        }
    }

    private static void create(Path file) {
        try (Study study = Study.create(file, Clocks.fixed())) {
            importFile(study, 1);
            System.out.println("made");
        }
    }

    /** Writes until the disk is full, makes room by deleting the file "ballast" beside the study, and goes on. */
    private static void fill(Path file) throws IOException {
        Path ballast = file.resolveSibling("ballast");
        Files.write(ballast, new byte[2 << 20]);
        try (Study study = Study.create(file, Clocks.fixed())) {
            int imported = importUntilFull(study);
            count(study, imported);
            tryBackup(study, file.resolveSibling("backup.assay"));
            Files.delete(ballast);
            importFile(study, imported);
            count(study, imported + 1);
        }
        try (Study study = Study.open(file, Clocks.fixed())) {
            System.out.println("sound after opening again: " + study.check().sound());
        }
    }

    private static void outgrow(Path file) {
        try (Study study = Study.create(file, Clocks.fixed())) {
            count(study, importUntilFull(study));
        }
    }

    private static int importUntilFull(Study study) {
        for (int n = 0; ; n++) {
            try {
                importFile(study, n);
            } catch (AssayException e) {
                System.out.println("full: " + e.getMessage());
                return n;
            }
        }
    }

    private static void tryBackup(Study study, Path target) throws IOException {
        try {
            study.backUp(target);
            System.out.println("backup: made");
        } catch (AssayException e) {
            System.out.println("backup: " + e.getMessage());
            System.out.println("left by the backup: " + siblings(target));
        }
    }

    private static List<String> siblings(Path target) throws IOException {
        try (var siblings = Files.list(target.resolveSibling("."))) {
            return siblings.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(target.getFileName().toString()))
                    .toList();
        }
    }

    private static void count(Study study, int files) {
        int expected = 0;
        for (int n = 0; n < files; n++) {
            expected += sizeOf(n);
        }
        System.out.println("all there: " + (study.<Integer>read(QUERIES::count) == expected) + ", sound: " + study.check().sound());
    }

    private static BufferedReader input() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
}
