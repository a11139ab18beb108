package dev.assay.datasets.study;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What a check of the whole file found.
 *
 * @param problems one line each, empty for a sound study
 */
public record StudyHealth(List<String> problems) {

    public StudyHealth {
        problems = List.copyOf(problems);
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    /**
     * Looks at everything about a study, also one that is damaged or may not be opened otherwise. Changes nothing, and may run while the
     * study is in use.
     */
    public static List<HealthCheck> examine(Path path) {
        List<HealthCheck> checks = new ArrayList<>();
        checks.add(HealthCheck.attempt("SQLite", StudyHealth::sqliteVersion));
        StudyFile file;
        StudyConnections connections;
        try {
            file = StudyFile.at(path);
            connections = new StudyConnections(file);
            StudyFormat.requireStudy(file, connections);
        } catch (AssayException e) {
            checks.add(new HealthCheck("study", false, String.valueOf(e.getMessage())));
            return checks;
        }
        try (ReaderPool readers = new ReaderPool(file, connections)) {
            checks.add(examine("study format", file, readers, r -> List.of(), r -> StudyFormat.ofProgram().describe(r.sql())));
            checks.add(examine("study integrity", file, readers, StudyHealth::damages, r -> "every page and index is sound"));
            checks.add(examine("study references", file, readers, StudyHealth::dangling, r -> "every row that is referred to is there"));
            checks.add(examine("study runs", file, readers, r -> List.of(), StudyHealth::unfinishedRuns));
        }
        checks.add(HealthCheck.attempt("study leftovers", () -> leftovers(file)));
        return checks;
    }

    static StudyHealth of(Reading reading) {
        return new StudyHealth(Stream.concat(damages(reading).stream(), dangling(reading).stream()).toList());
    }

    private static HealthCheck examine(
            String name, StudyFile file, ReaderPool readers, Function<Reading, List<String>> problems, Function<Reading, String> fine) {
        return HealthCheck.attempt(name, () -> {
            try {
                return readers.read(reading -> {
                    List<String> found = problems.apply(reading);
                    if (!found.isEmpty()) {
                        throw new AssayException(found.getFirst() + (found.size() == 1 ? "" : ", and " + (found.size() - 1) + " more")
                                + ": restore a backup, or export what can still be read");
                    }
                    return fine.apply(reading);
                });
            } catch (RuntimeException e) {
                throw StudyErrors.explain(e, file.given());
            }
        });
    }

    private static List<String> damages(Reading reading) {
        return reading.sql().select("PRAGMA integrity_check").mapTo(String.class).stream()
                .flatMap(String::lines)
                .filter(line -> !line.equals("ok"))
                .toList();
    }

    private static List<String> dangling(Reading reading) {
        return reading.sql().select("PRAGMA foreign_key_check")
                .map((row, context) -> "a row of " + row.getString("table") + " refers to a missing row of " + row.getString("parent"))
                .stream()
                .distinct()
                .toList();
    }

    private static String unfinishedRuns(Reading reading) {
        List<String> unfinished = ServiceLoader.load(Recovery.class, StudyHealth.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(recovery -> recovery.unfinished(reading).stream())
                .toList();
        return unfinished.isEmpty() ? "none was interrupted" : String.join("; ", unfinished);
    }

    /** Files that a program began beside the study and did not live to finish. */
    private static String leftovers(StudyFile file) throws IOException {
        String name = file.real().getFileName().toString();
        try (Stream<Path> siblings = Files.list(file.folder())) {
            List<String> left = siblings.map(sibling -> sibling.getFileName().toString())
                    .filter(sibling -> UnfinishedFile.isLeftover(sibling, name))
                    .sorted()
                    .toList();
            if (left.isEmpty()) {
                return "no unfinished files";
            }
            throw new AssayException("unfinished files lie beside the study and may be deleted: " + String.join(", ", left));
        }
    }

    private static String sqliteVersion() {
        try (Handle handle = StudyConnections.openInMemory()) {
            return handle.select("SELECT sqlite_version()").mapTo(String.class).one();
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, Path.of("SQLite"));
        }
    }
}
