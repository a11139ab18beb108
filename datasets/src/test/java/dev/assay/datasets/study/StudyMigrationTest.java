package dev.assay.datasets.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryFlag;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.records.QueryRow;
import dev.assay.datasets.records.QuerySort;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyMigrationTest {

    private static final SchemaPart DATASETS = new DatasetsSchema();
    private static final int TODAY = DATASETS.migrations().size();

    private record Part(String name, int order, List<String> migrations) implements SchemaPart {}

    private static final Part MOODS = new Part("moods", 9, List.of(
            "CREATE TABLE mood (query_id TEXT NOT NULL PRIMARY KEY REFERENCES query (id)) STRICT;",
            "INSERT INTO mood SELECT id FROM query; CREATE INDEX mood_query ON mood (query_id);"));

    @TempDir
    Path folder;

    private Path file;
    private byte[] before = {};

    @BeforeEach
    void makeAStudyOfToday() throws IOException {
        file = folder.resolve("s.assay");
        try (Study study = Study.create(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 1);
        }
        before = Files.readAllBytes(file);
    }

    @Test
    void anOlderStudyIsCopiedAndBroughtUpToDate() {
        Path copy = folder.resolve("s.format-" + TODAY + ".assay");
        try (Study study = Study.open(file, Clocks.fixed(), with(MOODS))) {
            assertThat(study.copyOfOldFormat()).hasValueSatisfying(path -> assertThat(path).hasFileName(copy.getFileName().toString()));
            assertThat(moods(study)).isEqualTo(StudyProgram.sizeOf(1));
            assertThat(study.<Integer>read(reading -> reading.sql().select("PRAGMA user_version").mapTo(int.class).one())).isEqualTo(TODAY + 2);
            assertThat(study.check().problems()).isEmpty();
        }
        try (Study old = Study.open(copy, Clocks.fixed())) {
            assertThat(old.<Integer>read(new QueryTable()::count)).isEqualTo(StudyProgram.sizeOf(1));
        }
        try (Study again = Study.open(file, Clocks.fixed(), with(MOODS))) {
            assertThat(again.copyOfOldFormat()).isEmpty();
        }
    }

    @Test
    void afterAMigrationReferencesAreCheckedAgain() {
        try (Study study = Study.open(file, Clocks.fixed(), with(MOODS))) {
            assertThatThrownBy(() -> study.change(writing -> writing.sql().execute("INSERT INTO mood VALUES ('nobody')")))
                    .hasMessageContaining("FOREIGN KEY");
        }
    }

    @Test
    void aMigrationThatFailsLeavesTheStudyAsItWasAndNamesTheCopy() {
        Part failing = new Part("moods", 9, List.of("CREATE TABLE mood (x TEXT) STRICT;", "INSERT INTO nowhere VALUES (1);"));
        for (String copy : List.of("s.format-" + TODAY + ".assay", "s.format-" + TODAY + "-2.assay")) {
            assertThatThrownBy(() -> Study.open(file, Clocks.fixed(), with(failing)))
                    .isInstanceOf(AssayException.class)
                    .hasMessageStartingWith(file + " could not be brought from format " + TODAY + " to " + (TODAY + 2))
                    .hasMessageEndingWith("it is as it was, and a copy is " + file.toAbsolutePath().resolveSibling(copy))
                    .message()
                    .doesNotContain("\n");
        }
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**.assay-*");
        Study.open(file, Clocks.fixed()).close();
    }

    @Test
    void aMigrationThatLosesReferencesFails() {
        Part losing = new Part("moods", 9, List.of("PRAGMA foreign_keys = OFF; DELETE FROM run;"));
        assertThatThrownBy(() -> Study.open(file, Clocks.fixed(), with(losing)))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("refer to rows that are not there");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void anOlderStudyIsNotReadByHalf() {
        try (Study newer = Study.open(file, Clocks.fixed(), with(MOODS))) {
            assertThat(newer.writable()).isTrue();
        }
        Part further = new Part("moods", 9, List.of(MOODS.migrations().get(0), MOODS.migrations().get(1), "CREATE TABLE more (x TEXT) STRICT;"));
        assertThatThrownBy(() -> Study.openReadOnly(file, with(further)))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("was written by an older Assay (format " + (TODAY + 2) + ", this program needs " + (TODAY + 3) + ")");
    }

    @Test
    void aStudyOfANewerProgramIsReadAndNotChanged() throws IOException {
        Study.open(file, Clocks.fixed(), with(MOODS)).close();
        byte[] newer = Files.readAllBytes(file);
        assertThatThrownBy(() -> Study.open(file, Clocks.fixed()))
                .isInstanceOf(AssayException.class)
                .hasMessage(file + " was written by a newer Assay (format " + (TODAY + 2) + ", this program knows " + TODAY
                        + "): it can be read but not changed; update Assay");
        try (Study study = Study.openReadOnly(file)) {
            assertThat(study.<Integer>read(new QueryTable()::count)).isEqualTo(StudyProgram.sizeOf(1));
        }
        assertThat(StudyHealth.examine(file)).allMatch(HealthCheck::ok).anyMatch(check -> check.detail().contains("newer than this program's"));
        assertThat(file).hasBinaryContent(newer);
        assertThat(folder).isDirectoryNotContaining("glob:**.assay-*");
    }

    @Test
    void queriesOfTheFirstFormatAreNumberedMeasuredAndFound() {
        Path old = folder.resolve("old.assay");
        new StudyFormat(List.of(new Part("datasets", 1, DATASETS.migrations().subList(0, 1)))).create(StudyFile.at(old), Clocks.fixed());
        try (Handle handle = new StudyConnections(StudyFile.at(old)).openWriter()) {
            handle.execute("INSERT INTO run (id, step, engine, state, spec, seed, program_version, started_at)"
                    + " VALUES ('r', 'import', 'local', 'done', '{}', 0, '0.1', '2026-01-02T03:04:05Z')");
            handle.execute("INSERT INTO query (id, text, follow_ups, run_id) VALUES ('z', 'Debug this', '[\"a\\nPython script\"]', 'r')");
            handle.execute("INSERT INTO query (id, text, run_id) VALUES ('b', 'ein Gedicht über Frösche', 'r'), ('a', 'Ein Gedicht: über FRÖSCHE!', 'r')");
            handle.execute("INSERT INTO query_source VALUES ('c', '1', 'z')");
        }
        QueryListing listing = new QueryListing();
        try (Study study = Study.open(old, Clocks.fixed())) {
            assertThat(study.check().problems()).isEmpty();
            List<QueryRow> rows = study.read(r -> listing.page(r, listing.find(r, QueryFilter.all(), QuerySort.byNumber()), 0, 9));
            assertThat(rows).extracting(QueryRow::id).containsExactly("z", "b", "a");
            assertThat(rows).extracting(QueryRow::number).containsExactly(1, 2, 3);
            assertThat(rows).extracting(QueryRow::flags)
                    .containsExactly(Set.of(QueryFlag.VERY_SHORT), Set.of(QueryFlag.DUPLICATE), Set.of(QueryFlag.DUPLICATE));
            assertThat(study.<Integer>read(r -> listing.count(r, QueryFilter.all().withSearch("pyth")))).isEqualTo(1);
            assertThat(study.<Integer>read(r -> listing.count(r, QueryFilter.all().withSearch("frosch")))).isEqualTo(2);
            assertThatThrownBy(() -> study.change(writing -> writing.sql().execute("DELETE FROM query WHERE id = 'z'"))).hasMessageContaining("FOREIGN KEY");
        }
    }

    private static StudyFormat with(SchemaPart part) {
        return new StudyFormat(List.of(part, DATASETS));
    }

    private static int moods(Study study) {
        return study.<Integer>read(reading -> reading.sql().select("SELECT count(*) FROM mood").mapTo(int.class).one());
    }
}
