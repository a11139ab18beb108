package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.importing.ImportResult.Tally;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.LongConsumer;

/** Imports files into a study. Each file is one transaction and, if anything of it is new, one run. */
public final class Importer {

    private static final long BYTES_BETWEEN_NEWS = 1 << 20;

    private final Study study;
    private final RunTable runs;

    public Importer(Study study, Clock clock) {
        this.study = study;
        this.runs = new RunTable(clock);
    }

    /**
     * Looks into the files without a study, so that none needs to be made for what cannot be imported.
     *
     * @throws AssayException if a path leads to no file of the format
     */
    public static void check(ImportFormat format, List<Path> paths, ImportOptions options) {
        ImportPlan plan = ImportPlan.of(format, paths, options);
        assert !plan.steps().isEmpty();
    }

    /**
     * Imports files in the order in which they build on each other.
     *
     * @throws AssayException if a path leads to no file of the format (nothing is changed then); if the first bad row is met in a strict
     *     import, or a file cannot be read to its end (nothing of that file is kept, the files before it are)
     */
    public ImportResult importPaths(
            ImportFormat format, List<Path> paths, ImportOptions options, Progress progress, Cancellation cancellation) {
        ImportPlan plan = ImportPlan.of(format, paths, options);
        Tally all = new Tally();
        News news = new News(progress, plan.bytes());
        for (ImportPlan.Step step : plan.steps()) {
            try {
                news.begin(step.file());
                JsonNode spec = spec(format, options, step.file());
                all.add(study.write(writing -> importFile(writing, step, spec, options, news, cancellation)));
            } catch (Cancelled e) {
                return all.result(true);
            }
        }
        return all.result(false);
    }

    /**
     * Tries the first rows of each file and undoes all of it: what would become of them in this study.
     *
     * @param files by format, in the order in which they build on each other
     * @param rows of each file that are looked at
     * @throws AssayException if a path leads to no file of the format, or the study cannot be written
     */
    Map<ImportFormat, ImportResult> tryOut(SequencedMap<ImportFormat, List<Path>> files, int rows, Cancellation cancellation) {
        Map<ImportFormat, ImportResult> results = new EnumMap<>(ImportFormat.class);
        try {
            study.change(writing -> {
                files.forEach((format, paths) -> {
                    Tally all = new Tally();
                    for (ImportPlan.Step step : ImportPlan.of(format, paths, ImportOptions.DEFAULT).steps()) {
                        all.add(tryFile(writing, step, spec(format, ImportOptions.DEFAULT, step.file()), rows, cancellation));
                    }
                    results.put(format, all.result(false));
                });
                throw new Cancelled();
            });
        } catch (Cancelled undone) {
            return results;
        }
        throw new IllegalStateException("a trial was not undone");
    }

    private Tally tryFile(Writing writing, ImportPlan.Step step, JsonNode spec, int rows, Cancellation cancellation) {
        FileImport file = new FileImport(writing, runs, spec);
        RowIntake intake = new RowIntake(step.file().path(), ItemSinks.open(file), false, cancellation, rows);
        try {
            step.reader().read(step.file(), count -> {}, intake);
        } catch (RowIntake.Enough seen) {
            return intake.tally();
        } catch (IOException e) {
            throw step.file().unreadable(e);
        }
        return intake.tally();
    }

    private static JsonNode spec(ImportFormat format, ImportOptions options, SourceFile file) {
        ObjectNode spec = JsonNodeFactory.instance
                .objectNode()
                .put("format", format.cliName())
                .put("file", file.name())
                .put("sha256", file.sha256());
        options.collection().ifPresent(collection -> spec.put("collection", collection));
        return spec;
    }

    private Tally importFile(
            Writing writing, ImportPlan.Step step, JsonNode spec, ImportOptions options, LongConsumer read, Cancellation cancellation) {
        FileImport file = new FileImport(writing, runs, spec);
        RowIntake intake = new RowIntake(step.file().path(), ItemSinks.open(file), options.strict(), cancellation, Integer.MAX_VALUE);
        try {
            step.reader().read(step.file(), read, intake);
        } catch (IOException e) {
            throw step.file().unreadable(e);
        }
        intake.finish();
        file.finish();
        return intake.tally();
    }

    /** Undoes the file that is being read. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Turns counts of bytes into progress, now and then. */
    private static final class News implements LongConsumer {

        private final Progress progress;
        private final long total;
        private String step = "";
        private long done;
        private long told;

        News(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        void begin(SourceFile file) {
            step = "import " + file.name();
            progress.update(step, done, total);
        }

        @Override
        public void accept(long count) {
            done += count;
            if (done - told >= BYTES_BETWEEN_NEWS || done == total) {
                told = done;
                progress.update(step, done, total);
            }
        }
    }
}
