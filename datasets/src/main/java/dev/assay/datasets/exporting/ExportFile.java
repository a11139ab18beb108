package dev.assay.datasets.exporting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An export as a {@linkplain WholeFile file that is there wholly or not at all}. A name that ends in {@code .gz} is compressed. */
public final class ExportFile {

    /** Writes the rows of an export, in the order of their keys, so that the same study gives the same bytes. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(RowWriter out) throws IOException;
    }

    /** Writes a text. */
    @FunctionalInterface
    public interface Text {
        void writeTo(Writer out) throws IOException;
    }

    private ExportFile() {}

    /**
     * Writes a table.
     *
     * @throws dev.assay.datasets.AssayException if the file cannot be written; one that was there before is kept then
     */
    public static ExportResult write(Path file, ExportFormat format, List<String> columns, Rows rows) {
        long count = writeWhole(file, out -> {
            try (Counted writer = new Counted(open(out, format, columns))) {
                rows.writeTo(writer);
                return writer.count;
            }
        });
        return new ExportResult(count, file);
    }

    /** Writes a text of any other kind, in the same way. */
    public static void writeText(Path file, Text text) {
        long rows = writeWhole(file, out -> {
            text.writeTo(out);
            return 0;
        });
        assert rows == 0;
    }

    private interface Content {
        /** Returns how many rows that were. */
        long writeTo(Writer out) throws IOException;
    }

    private static long writeWhole(Path file, Content content) {
        AtomicLong rows = new AtomicLong();
        WholeFile.write(file, stream -> {
            try (Writer out = new BufferedWriter(new OutputStreamWriter(compressed(file, stream), StandardCharsets.UTF_8))) {
                rows.set(content.writeTo(out));
            }
        });
        return rows.get();
    }

    private static RowWriter open(Writer out, ExportFormat format, List<String> columns) throws IOException {
        return switch (format) {
            case CSV -> new CsvRowWriter(out, columns);
            case JSONL -> new JsonRowWriter(out, columns, false);
            case JSON -> new JsonRowWriter(out, columns, true);
        };
    }

    private static OutputStream compressed(Path file, OutputStream out) throws IOException {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private static final class Counted implements RowWriter {

        private final RowWriter writer;
        private long count;

        Counted(RowWriter writer) {
            this.writer = writer;
        }

        @Override
        public void row(@Nullable Object... values) throws IOException {
            writer.row(values);
            count++;
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }
}
