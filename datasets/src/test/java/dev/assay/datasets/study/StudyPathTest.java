package dev.assay.datasets.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyPathTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"two words", "what?", "c#", "100%", "%20", "it's", "a;b&mode=memory", "file:x", "café 研究", ":memory:"})
    void anyNameIsJustAName(String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Path file = place.resolve(name + ".assay");
        try (Study study = Study.create(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 1);
            study.backUp(place.resolve("copy of " + name));
        }
        assertThat(place).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(place)) {
            assertThat(files).containsExactlyInAnyOrder(file, place.resolve("copy of " + name));
        }
        assertThat(queriesIn(file)).isEqualTo(StudyProgram.sizeOf(1));
        assertThat(queriesIn(place.resolve("copy of " + name))).isEqualTo(StudyProgram.sizeOf(1));
    }

    @Test
    void aRelativePathIsMeantFromTheWorkingFolder() {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("s.assay").toAbsolutePath());
        Study.create(relative, Clocks.fixed()).close();
        assertThat(folder.resolve("s.assay")).isRegularFile();
        assertThat(queriesIn(relative)).isZero();
    }

    @Test
    void whoNamesAStudyByALinkMeetsTheSameWriterAndTheSameLog() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("s.assay");
        Path link = folder.resolve("link.assay");
        Path linkedFolder = Files.createSymbolicLink(folder.resolve("linked"), real.getParent());
        Files.createSymbolicLink(link, real);
        assertThatThrownBy(() -> Study.openOrCreate(link, Clocks.fixed())).hasMessage(link + " is a link to nothing: mend or delete the link");
        try (Study study = Study.create(real, Clocks.fixed())) {
            StudyProgram.importFile(study, 1);
            for (Path name : new Path[] {link, linkedFolder.resolve("s.assay")}) {
                assertThatThrownBy(() -> Study.open(name, Clocks.fixed()))
                        .isInstanceOf(AssayException.class)
                        .hasMessageStartingWith(name + " is being written by another Assay");
                assertThat(queriesIn(name)).isEqualTo(StudyProgram.sizeOf(1));
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**-lock");
    }

    private static int queriesIn(Path file) {
        try (Study study = Study.openReadOnly(file)) {
            return study.<Integer>read(new QueryTable()::count);
        }
    }
}
