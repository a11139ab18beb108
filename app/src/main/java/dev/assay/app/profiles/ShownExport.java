package dev.assay.app.profiles;

import dev.assay.app.charts.Table;
import dev.assay.app.reports.ProfileTables;
import dev.assay.datasets.exporting.ExportFile;
import dev.assay.datasets.exporting.ExportFormat;
import dev.assay.datasets.exporting.WholeFile;
import dev.assay.judges.profiles.Comparison;
import dev.assay.judges.profiles.Comparison.NotTested;
import dev.assay.judges.profiles.NodeProfile;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.SubjectScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the table shows, as a file: the nodes that pass its filters, the subjects that it has, the comparison with its reference. Immutable;
 * to be written in the background.
 *
 * @param nodes numbers of the nodes in the sheet
 */
record ShownExport(ScoreSheet sheet, List<Integer> nodes, List<String> subjects) {

    /** How it is written. */
    enum Format {
        CSV("CSV table", "csv"),
        JSONL("JSON lines", "jsonl"),
        LATEX("LaTeX table", "tex");

        private final String title;
        private final String extension;

        Format(String title, String extension) {
            this.title = title;
            this.extension = extension;
        }

        String title() {
            return title;
        }

        String extension() {
            return extension;
        }
    }

    /** @throws dev.assay.datasets.AssayException if the file cannot be written */
    void write(Path file, Format format) {
        ProfileTables tables = new ProfileTables(shown(), sheet.scale());
        switch (format) {
            case CSV -> WholeFile.write(file, named(tables.table()).csv());
            case JSONL -> {
                Table table = named(tables.table());
                ExportFile.write(file, ExportFormat.JSONL, table.columns(), out -> {
                    for (List<@Nullable Object> row : table.rows()) {
                        out.row(row.toArray());
                    }
                });
            }
            case LATEX -> WholeFile.write(file, tables.nodesTex());
        }
    }

    private Profile shown() {
        Profile whole = sheet.loaded().profile();
        return new Profile(subjects, nodes.stream().map(node -> narrowed(node, whole.nodes().get(node))).toList(), whole.options());
    }

    /** With the comparison that the table shows in the place of that with the others. */
    private NodeProfile narrowed(int node, NodeProfile profile) {
        return new NodeProfile(
                profile.path(),
                profile.n(),
                subjects.stream()
                        .flatMap(subject -> sheet.cell(node, subject).stream())
                        .map(cell -> with(cell.score(), cell.comparison()))
                        .toList());
    }

    private static SubjectScore with(SubjectScore score, Optional<Comparison> comparison) {
        return new SubjectScore(
                score.subject(),
                score.n(),
                score.failures(),
                score.mean(),
                comparison.orElse(new NotTested(score.n(), Comparison.Reason.THE_REFERENCE)),
                score.versusRest());
    }

    /** With a column that says what the differences are from. */
    private Table named(Table table) {
        List<String> columns = Stream.concat(table.columns().stream(), Stream.of("reference")).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(sheet.reference().words());
            rows.add(longer);
        }
        return new Table(table.name(), columns, rows);
    }
}
