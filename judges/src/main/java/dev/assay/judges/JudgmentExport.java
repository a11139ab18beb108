package dev.assay.judges;

import dev.assay.datasets.exporting.ExportFile;
import dev.assay.datasets.exporting.ExportFormat;
import dev.assay.datasets.exporting.ExportResult;
import dev.assay.datasets.study.Study;
import dev.assay.judges.JudgmentTable.CriterionRow;
import dev.assay.judges.JudgmentTable.Row;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes the judgments and the criteria of a run to files (docs/formats.md). */
public final class JudgmentExport {

    private final Study study;
    private final JudgmentTable table = new JudgmentTable();

    public JudgmentExport(Study study) {
        this.study = study;
    }

    /** All judgments of a run, failures among them, by query, subject and replicate. */
    public ExportResult judgments(String runId, Path file, ExportFormat format) {
        List<String> columns = List.of("run", "queryId", "subject", "replicate", "role", "score", "failure", "reason", "criteria");
        return study.read(reading -> ExportFile.write(file, format, columns, out -> {
            try (Stream<Row> judgments = table.stream(reading, runId)) {
                for (Iterator<Row> each = judgments.iterator(); each.hasNext(); ) {
                    Row row = each.next();
                    out.row(
                            runId,
                            row.queryId(),
                            row.subject(),
                            row.replicate(),
                            row.role().name().toLowerCase(Locale.ROOT),
                            row.score().orElse(null),
                            row.failure().orElse(null),
                            row.reason(),
                            table.criterionScores(reading, runId, row.queryId(), row.subject(), row.replicate()));
                }
            }
        }));
    }

    /** All criteria of a run, by query and position; the scores of a judgment are in this order. */
    public ExportResult criteria(String runId, Path file, ExportFormat format) {
        List<String> columns = List.of("run", "queryId", "position", "name", "description", "weight", "evidence");
        return study.read(reading -> ExportFile.write(file, format, columns, out -> {
            try (Stream<CriterionRow> criteria = table.streamCriteria(reading, runId)) {
                for (Iterator<CriterionRow> each = criteria.iterator(); each.hasNext(); ) {
                    CriterionRow row = each.next();
                    Criterion criterion = row.criterion();
                    out.row(
                            runId,
                            row.queryId(),
                            row.position(),
                            criterion.name(),
                            criterion.description(),
                            criterion.weight(),
                            criterion.evidence());
                }
            }
        }));
    }
}
