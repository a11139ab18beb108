package dev.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.cli.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void helpIsAResultAndNamesEveryCommand() {
        Outcome help = shell.run("--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("demo", "import", "export", "taxonomy", "tag", "judge", "profile", "figure", "report", "status", "study", "doctor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "frobnicate", "profile --no-such-option", "import", "judge pc2 --scale seven"})
    void badUsageIsOneLineThatSaysWhereHelpIs(String line) {
        Outcome outcome = shell.run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1).first().asString().startsWith("assay: ").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "status", "tag", "judge pc2", "report --out r", "study backup b.assay", "taxonomy show"})
    void aMissingStudyIsOneLineAndNothingIsMade(String line) {
        Path missing = folder.resolve("missing.assay");
        Outcome outcome = shell.run((line + " --study " + missing).split(" "));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("there is no study").contains(missing.toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aStudyIsImportedOnceHoweverOftenItIsAskedFor() throws Exception {
        Path queries = Files.writeString(folder.resolve("q.jsonl"), "{\"id\":\"1\",\"text\":\"What is two and two?\"}\nno json\n");
        String study = folder.resolve("s.assay").toString();

        Outcome first = shell.run("import", "queries", queries.toString(), "--study", study, "--json");
        Outcome second = shell.run("import", "queries", queries.toString(), "--study", study, "--json");

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.json().at("/imported/queries").asInt()).isEqualTo(1);
        assertThat(first.json().at("/rejected/0/line").asInt()).isEqualTo(2);
        assertThat(first.json().at("/rejected/0/file").asText()).contains("q.jsonl");
        assertThat(second.json().at("/imported/queries").asInt()).isZero();
        assertThat(second.json().at("/unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void anErrorNeverForgesALine() {
        Outcome outcome = shell.run("profile", "--study", "a\nassay: all is well\u001b[2J");

        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).doesNotContain("\u001b");
    }
}
