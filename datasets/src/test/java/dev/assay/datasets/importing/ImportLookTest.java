package dev.assay.datasets.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportLookTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreRecognisedTriedAndNothingIsKept() throws IOException {
        Path queries = write("a.jsonl", "{\"text\":\"What is 2 + 2?\"}\n{\"text\":\"Name a river\"}\n{\"text\":\"\"}\n");
        Path words = write("notes.txt", "just words\n");
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            ImportLook look = ImportLook.at(study, Clocks.fixed(), List.of(queries, words), new Cancellation());
            assertThat(look.recognised()).singleElement().satisfies(one -> {
                assertThat(one.format()).isEqualTo(ImportFormat.QUERIES);
                assertThat(one.trial().count(ItemKind.QUERIES)).isEqualTo(2);
                assertThat(one.trial().rejected()).singleElement().satisfies(rejection -> assertThat(rejection.line()).isEqualTo(3));
            });
            assertThat(look.unknown()).extracting(ImportLook.Unknown::path).containsExactly(words);
            assertThat(study.read(new QueryTable()::count)).isZero();
        }
    }

    @Test
    void aFolderIsLookedThroughAndItsFilesComeInTheOrderInWhichTheyBuildOnEachOther() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        write("data/1-answers.jsonl", "{\"queryId\":\"q1\",\"subject\":\"a\",\"text\":\"4\"}\n");
        write("data/2-queries.jsonl", "{\"id\":\"q1\",\"text\":\"What is 2 + 2?\"}\n");
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            ImportLook look = ImportLook.at(study, Clocks.fixed(), List.of(folder.resolve("data")), new Cancellation());
            assertThat(look.recognised()).extracting(ImportLook.Recognised::format)
                    .containsExactly(ImportFormat.QUERIES, ImportFormat.RESPONSES);
            assertThat(look.recognised().getLast().trial().count(ItemKind.RESPONSES)).isEqualTo(1);
        }
    }

    @Test
    void onlyTheBeginningOfALargeFileIsTried() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2 * ImportLook.ROWS; i++) {
            rows.append("{\"text\":\"Question ").append(i).append("\"}\n");
        }
        Path file = write("many.jsonl", rows.toString());
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            ImportLook look = ImportLook.at(study, Clocks.fixed(), List.of(file), new Cancellation());
            assertThat(look.recognised().getFirst().trial().count(ItemKind.QUERIES)).isEqualTo(ImportLook.ROWS);
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
