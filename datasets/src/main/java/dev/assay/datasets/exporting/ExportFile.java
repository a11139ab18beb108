package dev.assay.datasets.exporting;

import dev.assay.datasets.AssayException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is there wholly or not at all: it is written beside its place and moved there when it is complete. A name that ends in
 * {@code .gz} is compressed.
 */
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

    private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);

    private ExportFile() {}

    /**
     * Writes a table.
     *
     * @throws AssayException if the file cannot be written; one that was there before is kept then
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
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new AssayException(file + " is a folder: name the file to write");
        }
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
        try {
            long rows;
            try (Writer out = new BufferedWriter(new OutputStreamWriter(stream(unfinished, target), StandardCharsets.UTF_8))) {
                rows = content.writeTo(out);
            }
            move(unfinished, target);
            return rows;
        } catch (IOException e) {
            throw unwritable(file, e);
        } catch (UncheckedIOException e) {
            throw unwritable(file, e.getCause());
        } finally {
            deleteQuietly(unfinished);
        }
    }

    private static RowWriter open(Writer out, ExportFormat format, List<String> columns) throws IOException {
        return switch (format) {
            case CSV -> new CsvRowWriter(out, columns);
            case JSONL -> new JsonRowWriter(out, columns, false);
            case JSON -> new JsonRowWriter(out, columns, true);
        };
    }

    private static OutputStream stream(Path unfinished, Path target) throws IOException {
        OutputStream out = Files.newOutputStream(unfinished);
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static AssayException unwritable(Path file, @Nullable IOException e) {
        String why = e instanceof NoSuchFileException
                ? "its folder does not exist"
                : e instanceof AccessDeniedException ? "its folder may not be written" : String.valueOf(e);
        return new AssayException(file + " cannot be written (" + why + "): choose another place", e);
    }

    private static void deleteQuietly(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.warn("cannot delete {}", unfinished, e);
        }
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
