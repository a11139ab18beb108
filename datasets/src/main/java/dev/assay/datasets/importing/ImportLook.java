package dev.assay.datasets.importing;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What files are and what would become of them in a study, before anything is imported.
 *
 * @param recognised files of a known format, in the order in which they build on each other
 * @param unknown files of none, or that cannot be read, and why
 */
public record ImportLook(List<Recognised> recognised, List<Unknown> unknown) {

    /** Rows of each file that are tried. */
    public static final int ROWS = 500;

    private static final int MOST_FILES = 1_000;

    /** A taxonomy before the queries with their tags, queries before answers, answers before what is said of them. */
    private static final List<ImportFormat> ORDER = List.of(
            ImportFormat.FEEDBACKER_TAXONOMY,
            ImportFormat.FEEDBACKER_QUERIES,
            ImportFormat.QUERIES,
            ImportFormat.FEEDBACKER_RESULTS,
            ImportFormat.ALPACA_EVAL,
            ImportFormat.PANDALM,
            ImportFormat.MT_BENCH,
            ImportFormat.RESPONSES,
            ImportFormat.PREFERENCES);

    /**
     * Files of one format.
     *
     * @param trial what the first {@value #ROWS} rows of each came to when they were tried and undone; where files build on each other,
     *     rows can be rejected here whose query lies beyond those first rows of another file
     */
    public record Recognised(ImportFormat format, List<Path> paths, ImportResult trial) {}

    /** A file that cannot be imported. */
    public record Unknown(Path path, String reason) {}

    /** Looks at files and at the files in folders. Takes the study's writing connection for a moment; nothing is changed. */
    public static ImportLook at(Study study, Clock clock, List<Path> paths, Cancellation cancellation) {
        Map<ImportFormat, List<Path>> byFormat = new EnumMap<>(ImportFormat.class);
        List<Unknown> unknown = new ArrayList<>();
        for (Path path : paths.stream().flatMap(ImportLook::files).limit(MOST_FILES).toList()) {
            try {
                format(path).ifPresentOrElse(
                        format -> byFormat.computeIfAbsent(format, any -> new ArrayList<>()).add(path),
                        () -> unknown.add(new Unknown(path, "none of the formats that Assay imports: see docs/formats.md")));
            } catch (AssayException e) {
                unknown.add(new Unknown(path, e.getMessage()));
            }
        }
        SequencedMap<ImportFormat, List<Path>> inOrder = new LinkedHashMap<>();
        ORDER.stream().filter(byFormat::containsKey).forEach(format -> inOrder.put(format, List.copyOf(files(byFormat, format))));
        Map<ImportFormat, ImportResult> trials = new Importer(study, clock).tryOut(inOrder, ROWS, cancellation);
        List<Recognised> recognised = new ArrayList<>();
        trials.forEach((format, trial) -> recognised.add(new Recognised(format, files(inOrder, format), trial)));
        recognised.sort(Comparator.comparingInt(each -> ORDER.indexOf(each.format())));
        return new ImportLook(List.copyOf(recognised), List.copyOf(unknown));
    }

    private static List<Path> files(Map<ImportFormat, List<Path>> byFormat, ImportFormat format) {
        return byFormat.getOrDefault(format, List.of());
    }

    private static Optional<ImportFormat> format(Path path) {
        return Files.isDirectory(path) ? Optional.of(ImportFormat.ALPACA_EVAL) : ImportPlan.recognise(SourceFile.require(path));
    }

    /** A folder of models stays whole; of any other folder, its files. */
    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        if (isModelFolder(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(child -> Files.isRegularFile(child) && !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssayException(path + " cannot be read (" + e.getMessage() + "): check its permissions", e);
        }
    }

    private static boolean isModelFolder(Path folder) {
        try {
            return !ModelFolders.files(folder).isEmpty();
        } catch (AssayException none) {
            return false;
        }
    }
}
