package dev.assay.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.exporting.ExportFormat;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.importing.ItemKind;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackerResultsTest {

    @TempDir
    Path folder;

    private Study study;

    @BeforeEach
    void create() throws IOException {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        run(ImportFormat.FEEDBACKER_TAXONOMY, file("tree.json", "{\"coding\":{\"Task Types\":{\"Review\":{}}}}"));
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void aFilePerModelMakesQueriesTagsResponsesAndOneRun() throws IOException {
        ImportResult result = run(
                ImportFormat.FEEDBACKER_RESULTS,
                file("model-a.jsonl", row("q1", "\"An answer.\"", "420") + row("q2", "[\"One.\",\"Two.\"]", "[300, \"150.5\"]")),
                file("model-b.jsonl", row("q1", "\"Another.\"", "null")));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(2);
        assertThat(result.count(ItemKind.TAGS)).isEqualTo(2);
        assertThat(result.count(ItemKind.RESPONSES)).isEqualTo(4);
        assertThat(result.count(ItemKind.JUDGMENTS)).isEqualTo(4);
        assertThat(rows(onlyJudgeRun())).filteredOn(row -> row.subject().equals("model-a"))
                .extracting(JudgmentTable.Row::score)
                .containsExactlyInAnyOrder(Optional.of(420.0), Optional.of(300.0), Optional.of(150.5));
        assertThat(rows(onlyJudgeRun())).filteredOn(row -> row.subject().equals("model-b"))
                .extracting(JudgmentTable.Row::failure)
                .containsExactly(Optional.of("the data set gives no score but null"));
    }

    @Test
    void anotherScoreOfTheSameAnswerIsRejectedAndTheFirstKept() throws IOException {
        run(ImportFormat.FEEDBACKER_RESULTS, file("m.jsonl", row("q1", "\"An answer.\"", "420")));
        ImportResult result = run(ImportFormat.FEEDBACKER_RESULTS, file("m.jsonl", row("q1", "\"An answer.\"", "410")));
        assertThat(result.rejected()).singleElement().satisfies(rejection -> assertThat(rejection.reason())
                .isEqualTo("the study has another judgment of 'feedbacker' on this answer, which is kept"));
        assertThat(rows(onlyJudgeRun())).extracting(JudgmentTable.Row::score).containsExactly(Optional.of(420.0));
    }

    @Test
    void judgmentsAreExportedWithTheirFailures() throws IOException {
        run(ImportFormat.FEEDBACKER_RESULTS, file("m.jsonl", row("q1", "\"a\"", "-1.5")), file("n.jsonl", row("q1", "\"b\"", "null")));
        Path out = folder.resolve("out.csv");
        String run = onlyJudgeRun().id();
        assertThat(new JudgmentExport(study).judgments(run, out, ExportFormat.CSV).rows()).isEqualTo(2);
        String query = Query.of("Prompt of q1").id();
        assertThat(Files.readAllLines(out)).containsExactly(
                "run,queryId,subject,replicate,role,score,failure,reason,criteria",
                run + "," + query + ",m,0,candidate,-1.5,,,[]",
                run + "," + query + ",n,0,candidate,,the data set gives no score but null,,[]");
        assertThat(new JudgmentExport(study).criteria(run, out, ExportFormat.JSONL).rows()).isZero();
    }

    private static String row(String id, String responses, String score) {
        return """
                {"id":"%s","prompt":"Prompt of %s","meta_data":{"domain":"coding","type_tags":{"Task Types":["Review"]}},"responses":%s,"score":%s}
                """.formatted(id, id, responses, score);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private ImportResult run(ImportFormat format, Path... files) {
        return new Importer(study, Clocks.fixed())
                .importPaths(format, List.of(files), ImportOptions.DEFAULT, Progress.none(), new Cancellation());
    }

    private Run onlyJudgeRun() {
        List<Run> runs = study.read(reading -> new RunTable(Clocks.fixed()).ofStep(reading, "judge"));
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    private List<JudgmentTable.Row> rows(Run run) {
        return study.read(reading -> {
            try (Stream<JudgmentTable.Row> rows = new JudgmentTable().stream(reading, run.id())) {
                return rows.toList();
            }
        });
    }
}
