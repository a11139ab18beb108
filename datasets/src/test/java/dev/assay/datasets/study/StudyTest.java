package dev.assay.datasets.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private final QueryTable queries = new QueryTable();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("s.assay");
    }

    @Test
    void whatWasWrittenIsThereAfterOpeningAgain() {
        try (Study study = Study.create(file, Clocks.fixed())) {
            write(study, "What is a study?");
        }
        try (Study study = Study.open(file, Clocks.fixed())) {
            assertThat(study.<Integer>read(queries::count)).isEqualTo(1);
            assertThat(study.check().problems()).isEmpty();
        }
        assertThat(folder).isDirectoryContaining("glob:**s.assay").isDirectoryNotContaining("glob:**-lock");
    }

    @Test
    void aChangeThatThrowsLeavesNothing() {
        try (Study study = Study.create(file, Clocks.fixed())) {
            assertThatThrownBy(() -> study.change(writing -> {
                        insert(writing, "half");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(study.<Integer>read(queries::count)).isZero();
        }
    }

    @Test
    void aChangeWithinAChangeIsRefused() {
        try (Study study = Study.create(file, Clocks.fixed())) {
            assertThatThrownBy(() -> study.change(writing -> write(study, "inner")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("within another");
            assertThat(study.<Integer>read(queries::count)).isZero();
        }
    }

    @Test
    void aClosedStudyIsNoLongerUsed() {
        Study study = Study.create(file, Clocks.fixed());
        study.close();
        study.close();
        assertThatThrownBy(() -> write(study, "late")).isInstanceOf(IllegalStateException.class).hasMessageContaining("is closed");
        assertThatThrownBy(() -> study.read(queries::count)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> study.backUp(folder.resolve("b.assay"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(study::compact).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void compactingGivesSpaceBack() throws Exception {
        try (Study study = Study.create(file, Clocks.fixed())) {
            for (int n = 0; n < 30; n++) {
                StudyProgram.importFile(study, n);
            }
            study.compact();
            long full = Files.size(file);
            study.change(writing -> writing.sql().execute("DELETE FROM response"));
            study.compact();
            assertThat(Files.size(file)).isLessThan(full / 2);
            assertThat(study.check().problems()).isEmpty();
        }
    }

    @Test
    void aSecondWriterIsRefusedAndReadersAreNot() {
        try (Study study = Study.create(file, Clocks.fixed())) {
            write(study, "one");
            assertThatThrownBy(() -> Study.open(file, Clocks.fixed()))
                    .isInstanceOf(AssayException.class)
                    .hasMessageContaining("is being written by another Assay (process " + ProcessHandle.current().pid() + ")");
            try (Study reader = Study.openReadOnly(file);
                    Study another = Study.openReadOnly(file)) {
                write(study, "two");
                assertThat(reader.<Integer>read(queries::count)).isEqualTo(2);
                assertThat(another.<Integer>read(queries::count)).isEqualTo(2);
            }
        }
    }

    @Test
    void aFileThatIsNoStudyIsRefused() throws Exception {
        Files.writeString(file, "id,text\n1,hello\n");
        assertThatThrownBy(() -> Study.open(file, Clocks.fixed()))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("is no study");
        assertThat(file).hasContent("id,text\n1,hello\n");
    }

    @Test
    void aBackupIsAWholeStudy() {
        Path backup = folder.resolve("b.assay");
        try (Study study = Study.create(file, Clocks.fixed())) {
            write(study, "kept");
            study.backUp(backup);
            assertThatThrownBy(() -> study.backUp(backup)).hasMessageContaining("exists already");
        }
        try (Study copy = Study.open(backup, Clocks.fixed())) {
            assertThat(copy.<Integer>read(queries::count)).isEqualTo(1);
        }
    }

    private void write(Study study, String text) {
        study.change(writing -> insert(writing, text));
    }

    private void insert(Writing writing, String text) {
        String run = new RunTable(Clocks.fixed())
                .begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0)
                .id();
        queries.insert(writing, Query.of(text), run);
    }
}
