package dev.assay.datasets.importing;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Preference;
import dev.assay.datasets.records.PreferenceTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A study to import into, and short ways to write a file and to look at what came of it. */
abstract class ImportCase {

    @TempDir
    Path folder;

    Study study;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    ImportResult run(ImportFormat format, Path... paths) {
        return run(format, ImportOptions.DEFAULT, paths);
    }

    ImportResult run(ImportFormat format, ImportOptions options, Path... paths) {
        return new Importer(study, Clocks.fixed()).importPaths(format, List.of(paths), options, Progress.none(), new Cancellation());
    }

    List<Query> queries() {
        return study.read(reading -> {
            try (Stream<Query> stream = new QueryTable().stream(reading)) {
                return stream.toList();
            }
        });
    }

    List<String> texts() {
        return queries().stream().map(Query::text).sorted().toList();
    }

    List<Response> responses() {
        return study.read(reading -> {
            try (Stream<Response> stream = new ResponseTable().stream(reading)) {
                return stream.toList();
            }
        });
    }

    List<Preference> preferences() {
        return study.read(reading -> {
            try (Stream<Preference> stream = new PreferenceTable().stream(reading)) {
                return stream.toList();
            }
        });
    }

    List<Run> runs() {
        return study.read(new RunTable(Clocks.fixed())::all);
    }
}
