package dev.assay.datasets.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyHealthTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeAStudy() {
        file = folder.resolve("s.assay");
        try (Study study = Study.create(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 1);
        }
    }

    @Test
    void aSoundStudyIsSoundAndStaysAsItIs() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(StudyHealth.examine(file))
                .allSatisfy(check -> assertThat(check.ok()).as(check.toString()).isTrue())
                .extracting(HealthCheck::name)
                .containsExactly("SQLite", "study format", "study integrity", "study references", "study runs", "study leftovers");
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**.assay-*");
    }

    @Test
    void aStudyInUseIsExaminedToo() {
        try (Study study = Study.open(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 2);
            assertThat(StudyHealth.examine(file)).allMatch(HealthCheck::ok);
            StudyProgram.importFile(study, 3);
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        Path lost = folder.resolve("lost.assay");
        assertThat(detail(lost, "study")).startsWith("there is no study " + lost);
    }

    @Test
    void rowsThatReferToNothingAreFound() {
        Jdbi.create("jdbc:sqlite:" + file).useHandle(other -> other.execute("DELETE FROM subject"));
        assertThat(detail(file, "study references")).startsWith("a row of response refers to a missing row of subject: restore a backup");
    }

    @Test
    void leftoversAreNamed() throws IOException {
        Files.createFile(folder.resolve("s.assay-new"));
        Files.createFile(folder.resolve("b.assay-copy-999999999-1"));
        Files.createFile(folder.resolve("b.assay-copy-" + ProcessHandle.current().pid() + "-1"));
        Files.createFile(folder.resolve("other.assay-new"));
        assertThat(detail(file, "study leftovers"))
                .isEqualTo("unfinished files lie beside the study and may be deleted: b.assay-copy-999999999-1, s.assay-new");
    }

    @Test
    void interruptedRunsAreToldWithoutBeingAFault() {
        try (Study study = Study.open(file, Clocks.fixed())) {
            study.change(writing -> new RunTable(Clocks.fixed()).begin(writing, "judge", "local", JsonNodeFactory.instance.objectNode(), 7));
        }
        Study.open(file, Clocks.fixed()).close();
        assertThat(StudyHealth.examine(file))
                .filteredOn(check -> check.name().equals("study runs"))
                .singleElement()
                .matches(check -> check.ok() && check.detail().matches("judge run \\w{26} was interrupted: the same command goes on with it"));
    }

    @Test
    void aTrialThatThrowsIsAFaultInOneLine() {
        assertThat(HealthCheck.attempt("part", () -> {
            throw new UnsatisfiedLinkError("no part\nin the path");
        })).isEqualTo(new HealthCheck("part", false, "no part"));
    }

    private static String detail(Path file, String name) {
        return StudyHealth.examine(file).stream()
                .filter(check -> check.name().equals(name) && !check.ok())
                .map(HealthCheck::detail)
                .findFirst()
                .orElse("nothing wrong with " + name);
    }
}
