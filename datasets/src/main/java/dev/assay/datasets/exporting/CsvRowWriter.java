package dev.assay.datasets.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Rows as CSV (RFC 4180). Numbers stay numbers, also negative ones; only texts are guarded ({@link FormulaGuard}). */
public final class CsvRowWriter implements RowWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CSVPrinter printer;

    /** Writes the names of the columns. */
    public CsvRowWriter(Writer out, List<String> columns) throws IOException {
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(columns);
    }

    @Override
    public void row(@Nullable Object... values) throws IOException {
        for (Object value : values) {
            printer.print(
                    switch (value) {
                        case null -> null;
                        case Number number -> number;
                        case Boolean truth -> truth;
                        case String text -> FormulaGuard.add(text);
                        default -> FormulaGuard.add(JSON.writeValueAsString(value));
                    });
        }
        printer.println();
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
