package dev.assay.datasets.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordExportTest {

    @TempDir
    Path folder;

    private Study study;

    @BeforeEach
    void create() throws IOException {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        fill();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private void fill() throws IOException {
        Path queries = Files.writeString(folder.resolve("in.jsonl"), """
                {"id":"1","text":"=1+1 is a formula, isn't it?","source":"a, \\"quoted\\" source"}
                {"id":"2","text":"-3.5\\r\\nand \\"quotes\\", commas","followUps":["=2","\\ttab"],"externalIds":[{"collection":"x","id":"7"}]}
                {"text":"'=already guarded"}
                {"text":"'tis no formula"}
                {"text":" κ α µ – 日本語 😀 "}
                {"text":"@\\r"}
                """);
        run(study, ImportFormat.QUERIES, queries);
        Path responses = Files.writeString(folder.resolve("in-r.jsonl"), """
                {"queryId":"1","subject":"=cmd","text":"+1"}
                {"queryId":"1","subject":"b","text":""}
                {"queryId":"2","subject":"b","replicate":1,"text":"\\n\\nline","followUps":["", "@x"]}
                """);
        run(study, ImportFormat.RESPONSES, responses);
        Path preferences = Files.writeString(folder.resolve("in-p.jsonl"), """
                {"queryId":"1","subjectA":"=cmd","subjectB":"b","annotator":"-ann","value":0.30000000000000004,"reason":"=because"}
                {"queryId":"2","subjectA":"b","subjectB":"b","replicateB":1,"annotator":"bob","value":1}
                """);
        run(study, ImportFormat.PREFERENCES, preferences);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsExportedCanBeImportedUnchanged(ExportFormat format) throws IOException {
        List<Path> files = export(study, "out", format);
        assertUnchanged(run(study, ImportFormat.QUERIES, files.get(0)), 6);
        assertUnchanged(run(study, ImportFormat.RESPONSES, files.get(1)), 3);
        assertUnchanged(run(study, ImportFormat.PREFERENCES, files.get(2)), 2);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anotherStudyThatImportsItExportsTheSameBytes(ExportFormat format) throws IOException {
        List<Path> files = export(study, "out", format);
        try (Study other = Study.create(folder.resolve("other.assay"), Clocks.fixed())) {
            assertThat(run(other, ImportFormat.QUERIES, files.get(0)).rejected()).isEmpty();
            assertThat(run(other, ImportFormat.RESPONSES, files.get(1)).rejected()).isEmpty();
            assertThat(run(other, ImportFormat.PREFERENCES, files.get(2)).rejected()).isEmpty();
            List<Path> again = export(other, "again", format);
            for (int i = 0; i < files.size(); i++) {
                assertThat(again.get(i)).hasSameBinaryContentAs(files.get(i));
            }
        }
    }

    @Test
    void someQueriesAreExportedInTheOrderAskedFor() throws IOException {
        List<String> all = study.read(new QueryTable()::ids);
        Path file = folder.resolve("some.jsonl");
        assertThat(new RecordExport(study).queries(file, ExportFormat.JSONL, List.of(all.get(4), "nobody", all.get(1))).rows()).isEqualTo(2);
        assertThat(Files.readAllLines(file)).satisfiesExactly(
                line -> assertThat(line).contains("\"id\":\"" + all.get(4) + "\"").contains("externalIds"),
                line -> assertThat(line).contains("\"id\":\"" + all.get(1) + "\""));
    }

    @Test
    void aSpreadsheetFindsNoFormulasAndNumbersStayNumbers() throws IOException {
        List<Path> files = export(study, "out", ExportFormat.CSV);
        assertThat(files.get(0)).content().contains(",\"'=1+1 is a formula, isn't it?\",", ",''=already guarded,", ",'tis no formula,");
        assertThat(files.get(2)).content().contains(",'=cmd,0,b,0,'-ann,0.30000000000000004,'=because");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "'=", "''+", "=", "+1", "-", "@a", "\tx", "\r", "a=b", "'a", " =", "''"})
    void removingAGuardUndoesAddingIt(String text) {
        assertThat(FormulaGuard.remove(FormulaGuard.add(text))).isEqualTo(text);
    }

    @Test
    void anExportThatFailsLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("old.csv"), "old");
        assertThatThrownBy(() -> ExportFile.write(file, ExportFormat.CSV, List.of("a"), out -> {
                    out.row("x");
                    throw new IOException("the disk is gone");
                }))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("cannot write").hasMessageContaining("old.csv");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        Path file = folder.resolve("none/q.csv");
        assertThatThrownBy(() -> new RecordExport(study).queries(file, ExportFormat.CSV))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("there is no folder");
    }

    @Test
    void aNameThatEndsInGzIsCompressed() {
        Path file = folder.resolve("q.jsonl.gz");
        ExportResult result = new RecordExport(study).queries(file, ExportFormat.JSONL);
        assertThat(result.rows()).isEqualTo(6);
        assertThat(file).binaryContent().startsWith(new byte[] {0x1f, (byte) 0x8b});
        assertUnchanged(run(study, ImportFormat.QUERIES, file), 6);
    }

    private List<Path> export(Study from, String name, ExportFormat format) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name));
        String ending = "." + format.cliName();
        RecordExport export = new RecordExport(from);
        return List.of(
                export.queries(target.resolve("q" + ending), format).file(),
                export.responses(target.resolve("r" + ending), format).file(),
                export.preferences(target.resolve("p" + ending), format).file());
    }

    private static void assertUnchanged(ImportResult result, int rows) {
        assertThat(result.rejected()).isEmpty();
        assertThat(result.changedNothing()).isTrue();
        assertThat(result.unchanged()).isEqualTo(rows);
    }

    private static ImportResult run(Study study, ImportFormat format, Path file) {
        return new Importer(study, Clocks.fixed())
                .importPaths(format, List.of(file), ImportOptions.DEFAULT, Progress.none(), new Cancellation());
    }
}
