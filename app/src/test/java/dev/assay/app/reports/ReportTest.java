package dev.assay.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.figures.RunScale;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.profiles.ProfileOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on scores that came with the data, without a taxonomy. */
class ReportTest {

    @TempDir
    Path folder;

    private Study study;
    private Source source;

    @BeforeEach
    void importPreferences() throws IOException {
        StringBuilder outputs = new StringBuilder();
        StringBuilder annotations = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            for (String subject : List.of("gpt", "GPT")) {
                outputs.append("""
                        {"instruction": "Question %d?", "output": "Answer of %s", "generator": "%2$s"}
                        """.formatted(i, subject));
                annotations.append("""
                        {"instruction": "Question %d?", "generator_1": "base", "generator_2": "%s", "output_2": "Answer of %2$s", "preference": %s}
                        """.formatted(i, subject, subject.equals("gpt") ? 1.1 + 0.1 * i : 1.2));
            }
        }
        Path answers = Files.writeString(folder.resolve("outputs.jsonl"), outputs);
        Path preferences = Files.writeString(folder.resolve("annotations.jsonl"), annotations);
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        new Importer(study, Clocks.fixed())
                .importPaths(
                        ImportFormat.ALPACA_EVAL, List.of(answers, preferences), ImportOptions.STRICT, Progress.none(), new Cancellation());
        source = new ProfileLoader().latest(study);
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void scoresFromZeroToAHundredAgainstABaselineAreAWinRate() {
        assertThat(RunScale.of(source.run())).isEqualTo(new RunScale("win rate, %", 1, "unnamed, against base"));
    }

    @Test
    void whatCannotBeDrawnIsLeftOutWithItsReason() throws IOException {
        Report.Written written = new Report(study, source, source.profile(ProfileOptions.seeded(1))).write(folder.resolve("r"), Progress.none());

        assertThat(written.figures()).extracting(figure -> figure.getFileName().toString())
                .contains("leaderboard.svg", "leaderboard.pdf")
                .doesNotContain("radar.svg");
        assertThat(Files.readString(written.page())).contains("a radar needs three domains, not 0").contains("win rate, %");
    }

    @Test
    void subjectsWhoseNamesDifferInCaseHaveAPlaceEach() throws IOException {
        Report.Written written = new Report(study, source, source.profile(ProfileOptions.seeded(1))).write(folder.resolve("r"), Progress.none());

        assertThat(Files.readString(written.page())).contains("<h3>gpt</h3>").contains("<h3>GPT</h3>");
        assertThat(ReportFigures.strengthsOf("gpt")).isNotEqualToIgnoringCase(ReportFigures.strengthsOf("GPT"));
    }
}
