package dev.assay.app.demo;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.app.demo.Demo.Step;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.profiles.ProfileOptions;
import dev.assay.judges.profiles.ProfileRow;
import dev.assay.taxonomy.tree.NodePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on the bundled sample. The sample's faults are known, so the profile can be checked against the truth. */
@TestInstance(Lifecycle.PER_CLASS)
class DemoTest {

    private static final List<String> SUBJECTS = List.of("rambler", "slipshod", "terse", "thorough");

    private Path folder;
    private Demo.Result result;
    private Study study;
    private Source source;
    private Profile profile;

    @BeforeAll
    void runOnce(@TempDir Path temporary) {
        folder = temporary;
        result = new Demo(Clocks.fixed(), Progress.none(), new Cancellation(), step -> {}).run(folder);
        study = Study.openReadOnly(result.study());
        source = new ProfileLoader().latest(study);
        profile = source.profile(ProfileOptions.seeded(1));
    }

    @AfterAll
    void close() {
        study.close();
    }

    @Test
    void everyStepIsDoneAndNothingFails() {
        assertThat(result.steps()).extracting(Step::name).containsExactly("import", "tag", "criteria", "judge", "profile", "report");
        assertThat(result.steps()).allSatisfy(step -> {
            assertThat(step.units()).isPositive();
            assertThat(step.failed()).isZero();
        });
        assertThat(profile.subjects()).containsExactlyElementsOf(SUBJECTS);
        assertThat(profile.root().n()).isEqualTo(72);
    }

    @Test
    void theThoroughSubjectIsBestAndTheTerseOneWorst() {
        assertThat(row("/", "thorough").rank()).contains(1);
        assertThat(row("/", "thorough").rankHigh()).contains(1);
        assertThat(row("/", "thorough").verdict()).contains("better");
        assertThat(row("/", "terse").rank()).contains(4);
        assertThat(row("/", "terse").verdict()).contains("worse");
    }

    @Test
    void theSlipshodSubjectIsWeakInMathematicsAndReasoningAndNowhereElse() {
        assertThat(row("/mathematics", "slipshod").restVerdict()).contains("worse");
        assertThat(row("/reasoning", "slipshod").restDifference()).hasValueSatisfying(difference -> assertThat(difference).isNegative());
        for (String domain : List.of("/writing", "/roleplay", "/knowledge", "/coding")) {
            assertThat(row(domain, "slipshod").restDifference()).hasValueSatisfying(difference -> assertThat(difference).as(domain).isPositive());
            assertThat(lead(domain)).as("thorough before slipshod in %s", domain)
                    .isLessThan(lead("/mathematics") / 2)
                    .isLessThan(lead("/reasoning") / 2);
        }
    }

    /** How far the thorough subject is ahead of the slipshod one, which has its faults in mathematics and reasoning only. */
    private double lead(String domain) {
        return row(domain, "thorough").mean().orElseThrow() - row(domain, "slipshod").mean().orElseThrow();
    }

    @Test
    void theRamblerLosesByRepetitionAndTheTerseSubjectByWhatItLeavesOut() {
        Map<String, Double> repetition = study.<Map<String, Double>>read(reading -> meanOf(reading, "No repetition"));
        Map<String, Double> points = study.<Map<String, Double>>read(reading -> meanOf(reading, "Shared points"));

        assertThat(lowest(repetition)).isEqualTo("rambler");
        assertThat(lowest(points)).isEqualTo("terse");
    }

    @Test
    void theReportIsOneFileWithoutScriptsAndAddresses() throws IOException {
        String page = Files.readString(result.report().page());

        assertThat(page).contains("Leaderboard", "slipshod", "/mathematics", "data:image/svg+xml;base64,");
        assertThat(page).doesNotContain("<script", "http://", "https://", "src=\"figures");
    }

    @Test
    void everyFigureIsThereInFourFormatsWithItsData() {
        assertThat(result.report().figures()).hasSize(4 * 8).allSatisfy(figure -> assertThat(figure).isNotEmptyFile());
        assertThat(folder.resolve("figures")).isDirectoryContaining("glob:**strengths-slipshod.csv").isDirectoryContaining("glob:**radar.csv");
    }

    @Test
    void theManifestHasTheHashOfEveryFileAndTheRuns() throws Exception {
        JsonNode manifest = new ObjectMapper().readTree(result.report().manifest().toFile());

        assertThat(manifest.path("files")).hasSizeGreaterThan(40);
        for (JsonNode file : manifest.path("files")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file.path("file").asText()));
            assertThat(file.path("sha256").asText())
                    .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        assertThat(manifest.path("runs").findValuesAsText("step")).contains("import", "tag", "judge");
        assertThat(manifest.path("runs").findValuesAsText("id")).contains(source.run().id());
    }

    private ProfileRow row(String path, String subject) {
        return profile.below(NodePath.parse(path)).of(subject).rows().filter(row -> row.path().equals(path)).findFirst().orElseThrow();
    }

    private Map<String, Double> meanOf(Reading reading, String criterion) {
        JudgmentTable judgments = new JudgmentTable();
        record Scored(String subject, double score) {}
        List<Scored> scores = new ArrayList<>();
        for (String query : new QueryTable().ids(reading)) {
            List<String> names = judgments.criteria(reading, source.run().id(), query).stream().map(Criterion::name).toList();
            int position = names.indexOf(criterion);
            for (String subject : position < 0 ? List.<String>of() : SUBJECTS) {
                List<CriterionScore> all = judgments.criterionScores(reading, source.run().id(), query, subject, 0);
                scores.add(new Scored(subject, all.get(position).score()));
            }
        }
        return scores.stream().collect(groupingBy(Scored::subject, averagingDouble(Scored::score)));
    }

    private static String lowest(Map<String, Double> means) {
        return means.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
