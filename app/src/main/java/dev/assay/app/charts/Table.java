package dev.assay.app.charts;

import dev.assay.datasets.exporting.CsvRowWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
     * As every CSV file of ours is written ({@link CsvRowWriter}): numbers as Java reads them back, an empty field where there is no value.
     */
    public String csv() {
        StringWriter csv = new StringWriter();
        try (CsvRowWriter writer = new CsvRowWriter(csv, columns)) {
            for (List<@Nullable Object> row : rows) {
                writer.row(row.toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
