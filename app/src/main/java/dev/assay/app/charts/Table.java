package dev.assay.app.charts;

import dev.assay.datasets.exporting.FormulaGuard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers behind a panel, and their form as CSV.
 *
 * @param name what the panel shows: lower case, digits and hyphens
 * @param columns column names
 * @param rows one cell per column: text, a number, a boolean, or null where there is no value
 */
public record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {

    /** Copies the lists and checks that each row has one cell per column. */
    public Table {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            Checks.that(row.size() == columns.size(), "a row of table %s has %d cells, not %d", name, row.size(), columns.size());
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
    }

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    /**
     * RFC 4180 with CRLF: numbers as Java reads them back, an empty field where there is no value. A text that a
     * spreadsheet would take for a formula gets an apostrophe in front.
     */
    public String csv() {
        StringBuilder csv = new StringBuilder();
        append(csv, columns);
        rows.forEach(row -> append(csv, row));
        return csv.toString();
    }

    private static void append(StringBuilder csv, List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                csv.append(',');
            }
            csv.append(field(cells.get(i)));
        }
        csv.append("\r\n");
    }

    private static String field(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> quoted(FormulaGuard.add(cell.toString()));
        };
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
