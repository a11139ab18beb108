package dev.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.cli.Shell.Outcome;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

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
                .contains("demo", "import", "export", "taxonomy", "tag", "judge", "profile", "figure", "report", "status", "study", "doctor", "models", "open", "screens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "profile --no-such-option", "import", "judge pc2 --scale seven", "screens"})
    void badUsageIsOneLineThatSaysWhereHelpIs(String line) {
        Outcome outcome = shell.run(line.split(" "));

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

    @Test
    void aPercentSignInADescriptionIsDoubled() {
        // picocli formats descriptions; a sign that is not doubled makes it warn on standard error.
        assertThat(descriptions(shell.specification()).map(text -> String.format(text))).anyMatch(text -> text.contains("95 % interval"));
    }

    private static Stream<String> descriptions(CommandSpec spec) {
        return Stream.of(
                        Stream.of(spec.usageMessage().description()),
                        spec.options().stream().flatMap(option -> Stream.of(option.description())),
                        spec.subcommands().values().stream().flatMap(command -> descriptions(command.getCommandSpec())))
                .flatMap(texts -> texts);
    }

    @Test
    void aRefusedImportMakesNoStudy() throws Exception {
        Path empty = Files.writeString(folder.resolve("q.jsonl"), "");
        Path study = folder.resolve("s.assay");

        Outcome outcome = shell.run("import", "queries", empty.toString(), "--study", study.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(study).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export queries --format csv", "figure leaderboard --format svg"})
    void aStudyIsNeverOverwritten(String line) throws Exception {
        Path study = studyOfTwo();
        byte[] before = Files.readAllBytes(study);
        Path other = Files.copy(study, folder.resolve("other.assay"));

        for (Path target : List.of(study, other)) {
            Outcome outcome = shell.run((line + " --out " + target + " --study " + study).split(" "));

            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("it is a study");
            assertThat(target).hasBinaryContent(before);
        }
        assertThat(shell.run((line + " --out " + study + "-wal --study " + study).split(" ")).code()).isEqualTo(2);
        assertThat(folder.resolve("s.assay-wal")).doesNotExist();
    }

    @Test
    void aFigureIsSetInTheFontThatIsAskedFor() throws Exception {
        Path study = judged();
        Path file = folder.resolve("board.svg");

        Outcome outcome = shell.run("figure", "leaderboard", "--format", "svg", "--font", "serif", "--out", file.toString(), "--study", study.toString());

        assertThat(outcome.code()).isZero();
        assertThat(file).content().contains("'AssaySerif-Regular-").doesNotContain("AssaySans");
        assertThat(shell.run("figure", "leaderboard", "--format", "svg", "--font", "comic", "--out", file.toString(), "--study", study.toString()).code()).isEqualTo(2);
    }

    @Test
    void aFigureAndItsDataNeverShareAName() throws Exception {
        Path study = judged();

        Outcome outcome = shell.run("figure", "leaderboard", "--format", "svg", "--out", folder.resolve("f.csv").toString(), "--study", study.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(folder.resolve("f.csv")).doesNotExist();
    }

    @Test
    void aReportWithoutTagsSaysWhichFiguresItLeavesOut() throws Exception {
        Path study = judged();

        Outcome outcome = shell.run("report", "--out", folder.resolve("r").toString(), "--study", study.toString(), "--json", "--format", "html");

        assertThat(outcome.code()).isZero();
        assertThat(folder.resolve("r/figures/leaderboard.svg")).exists();
        assertThat(folder.resolve("r/figures/heat-map.svg")).doesNotExist();
        assertThat(folder.resolve("r/report.html")).content().contains("tag the queries first");
    }

    @Test
    void subjectsThatDifferInCapitalsKeepTheirOwnFigures() throws Exception {
        Path study = studyOfTwo();
        shell.run("judge", "pc2", "--study", study.toString());
        Path tree = Files.writeString(folder.resolve("t.json"), "{\"coding\":{\"Task\":{\"Debugging\":{}}},\"writing\":{\"Form\":{\"Essay\":{}}}}");
        shell.run("import", "feedbacker-taxonomy", tree.toString(), "--study", study.toString());
        shell.run("tag", "--study", study.toString());

        Outcome outcome = shell.run("report", "--out", folder.resolve("r").toString(), "--study", study.toString(), "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("strengths-gpt.svg").containsPattern("strengths-gpt-[0-9a-f]{8}\\.svg");
    }

    @Test
    void theStatusCountsWhatEachRunHasDone() throws Exception {
        Path study = judged();

        Outcome outcome = shell.run("status", "--study", study.toString(), "--json");

        assertThat(outcome.json().path("jobs")).isNotEmpty().allSatisfy(job -> {
            assertThat(job.path("done").asInt()).isPositive();
            assertThat(job.path("failed").asInt()).isZero();
            assertThat(job.path("total").asInt()).isEqualTo(job.path("done").asInt());
        });
        assertThat(outcome.json().path("jobs").findValuesAsText("step")).contains("import", "judge");
    }

    @Test
    void theDoctorMissesAStudyThatIsNamedAndNotThere() {
        assertThat(shell.run("doctor", "--study", folder.resolve("none.assay").toString()).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3"})
    void aLimitOfNothingIsRefused(String limit) throws Exception {
        Path study = studyOfTwo();

        Outcome outcome = shell.run("judge", "pc2", "--limit", limit, "--study", study.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("--limit");
        assertThat(shell.run("status", "--json", "--study", study.toString()).out()).doesNotContain("\"judge\"");
    }

    @Test
    void whatFailsWhileTheProgramIsBeingEndedIsCalledStopped() throws Exception {
        Path study = studyOfTwo();
        Cancellation ending = new Cancellation();
        ending.request();

        Outcome outcome = new Shell(Clocks.fixed(), ending).run("profile", "--run", "none", "--study", study.toString());

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("the same command goes on");
    }

    @Test
    void aResultThatCannotBeWrittenIsNoSuccess() throws Exception {
        Path study = studyOfTwo();

        Outcome outcome = shell.onFullDisk("status", "--study", study.toString());

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("standard output");
    }

    /** A study of two subjects, called the same but for a capital. */
    private Path studyOfTwo() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            for (String subject : List.of("GPT", "gpt")) {
                String query = i % 2 == 0 ? "Write a story about " + i + " ships." : "Why does my Python code print " + i + " lines?";
                String text = (subject + " thinks of " + i + " things. ").repeat(1 + (i * subject.charAt(0)) % 5);
                rows.append("{\"query\":\"%s\",\"subject\":\"%s\",\"text\":\"%s\"}%n".formatted(query, subject, text));
            }
        }
        Path responses = Files.writeString(folder.resolve("r.jsonl"), rows);
        Path study = folder.resolve("s.assay");
        assertThat(shell.run("import", "responses", responses.toString(), "--study", study.toString()).code()).isZero();
        return study;
    }

    private Path judged() throws Exception {
        Path study = studyOfTwo();
        assertThat(shell.run("judge", "pc2", "--study", study.toString()).code()).isZero();
        return study;
    }
}
