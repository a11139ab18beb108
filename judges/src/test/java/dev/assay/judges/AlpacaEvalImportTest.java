package dev.assay.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.importing.ItemKind;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlpacaEvalImportTest {

    @TempDir
    Path folder;

    private Study study;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void theMeanOfEachModelIsItsWinRateOnTheLeaderboard() throws IOException {
        Path data = RealData.require("alpaca_eval");

        ImportResult result = run(List.of(data));

        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(805);
        assertThat(result.count(ItemKind.RESPONSES)).isEqualTo(8_050);
        assertThat(result.count(ItemKind.JUDGMENTS)).isEqualTo(8_050);
        assertThat(result.rejectedTotal()).isZero();
        assertThat(result.unchanged()).isZero();
        Map<String, Double> leaderboard = leaderboard(data.resolve("leaderboard.csv"));
        Map<String, Double> means = means(onlyJudgeRun());
        assertThat(means).hasSize(10);
        means.forEach((subject, mean) -> assertThat(mean).as(subject).isCloseTo(leaderboard.get(subject), within(1e-6)));
    }

    @Test
    void foldersImportedOneByOneMakeTheSameSingleRun() throws IOException {
        Path data = RealData.require("alpaca_eval");
        run(List.of(data.resolve("claude-2")));
        run(List.of(data.resolve("gemma-7b-it"), data.resolve("vicuna-13b-v1.5")));
        assertThat(means(onlyJudgeRun())).containsOnlyKeys("claude-2", "gemma-7b-it", "vicuna-13b-v1.5");
        Run run = onlyJudgeRun();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.engine()).isEqualTo("imported");
        assertThat(run.spec().toString()).contains("gpt4_1106_preview", "weighted_alpaca_eval_gpt4_turbo");
    }

    @Test
    void importingAgainChangesNothingAndSaysSo() throws IOException {
        Path data = RealData.require("alpaca_eval/claude-2");
        run(List.of(data));
        List<Run> runs = study.read(new RunTable(Clocks.fixed())::all);

        ImportResult again = run(List.of(data));

        assertThat(again.changedNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(2 * 805);
        assertThat(study.<List<Run>>read(new RunTable(Clocks.fixed())::all)).isEqualTo(runs);
    }

    @Test
    void aPreferenceThatIsNoNumberIsAFailureAndNeverAScore() throws IOException {
        Path model = Files.createDirectory(folder.resolve("m"));
        Files.writeString(model.resolve("model_outputs.json"), """
                [{"instruction":"Why?","output":"So.","generator":"m"},
                 {"instruction":"How?","output":"Thus.","generator":"m"},
                 {"instruction":"Who?","output":"You.","generator":"m"},
                 {"instruction":"When?","output":"Now.","generator":"m"}]""");
        Files.writeString(model.resolve("annotations.json"), """
                [{"instruction":"Why?","output_2":"So.","generator_1":"b","generator_2":"m","preference":null},
                 {"instruction":"How?","output_2":"Thus.","generator_1":"b","generator_2":"m","preference":"1.75"},
                 {"instruction":"Who?","output_2":"You.","generator_1":"b","generator_2":"m","preference":"NaN"},
                 {"instruction":"When?","output_2":"Another answer.","generator_1":"b","generator_2":"m","preference":2}]""");

        ImportResult result = run(List.of(model));

        assertThat(result.count(ItemKind.JUDGMENTS)).isEqualTo(3);
        assertThat(result.rejected()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(4);
            assertThat(rejection.reason()).contains("the answer judged here is not among the responses of 'm'");
        });
        String runId = onlyJudgeRun().id();
        List<JudgmentTable.Row> rows = study.read(reading -> {
            try (Stream<JudgmentTable.Row> stream = new JudgmentTable().stream(reading, runId)) {
                return stream.toList();
            }
        });
        assertThat(rows.stream().flatMap(row -> row.score().stream())).containsExactly(75.0);
        assertThat(rows.stream().flatMap(row -> row.failure().stream()))
                .containsExactlyInAnyOrder("the data set gives no preference but null", "the data set gives no preference but \"NaN\"");
    }

    private ImportResult run(List<Path> paths) {
        return new Importer(study, Clocks.fixed())
                .importPaths(ImportFormat.ALPACA_EVAL, paths, ImportOptions.DEFAULT, Progress.none(), new Cancellation());
    }

    private Run onlyJudgeRun() {
        List<Run> runs = study.read(reading -> new RunTable(Clocks.fixed()).ofStep(reading, "judge"));
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    private Map<String, Double> means(Run run) {
        return study.read(reading -> {
            try (Stream<JudgmentTable.Row> rows = new JudgmentTable().stream(reading, run.id())) {
                return rows.collect(Collectors.groupingBy(
                        JudgmentTable.Row::subject, TreeMap::new, Collectors.averagingDouble(row -> row.score().orElseThrow())));
            }
        });
    }

    private static Map<String, Double> leaderboard(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        int column = List.of(lines.getFirst().split(",", -1)).indexOf("win_rate");
        Map<String, Double> rates = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            rates.put(values[0], Double.valueOf(values[column]));
        }
        return rates;
    }
}
