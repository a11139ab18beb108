package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.exporting.FormulaGuard;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it, the first record with the names of the columns. A quoted value may hold quotes (doubled) and line breaks. */
final class CsvRecords implements Elements {

    /** Half a surrogate pair, which no proper file can hold: stands where bytes were not UTF-8. */
    private static final String NOT_UTF8 = "\uDFFF";

    private final Limited in;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    /** After a record that was no CSV, the parser goes on in the middle of its line. */
    private boolean restIsBroken;

    private boolean ended;

    CsvRecords(SourceFile file, InputStream bytes) throws IOException {
        in = new Limited(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(NOT_UTF8)));
        parser = CSVParser.builder()
                .setReader(new BufferedReader(in))
                .setFormat(CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get())
                .get();
        records = parser.iterator();
        columns = readColumns(file);
    }

    private List<String> readColumns(SourceFile file) throws IOException {
        try {
            List<String> names = records.hasNext() ? records.next().stream().map(String::strip).toList() : List.of();
            Set<String> distinct = new HashSet<>(names);
            if (distinct.size() < names.size()) {
                throw new AssayException(file.path() + ":1: the first line names a column twice: " + String.join(", ", names));
            }
            return names;
        } catch (UncheckedIOException e) {
            IOException cause = cause(e);
            if (isDamage(cause)) {
                throw cause;
            }
            throw new AssayException(file.path() + ":1: the first line is no line of column names (" + cause.getMessage() + ")", e);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Element next() throws IOException {
        while (!ended) {
            in.restart();
            long line = parser.getCurrentLineNumber() + 1;
            try {
                if (!records.hasNext()) {
                    ended = true;
                    return null;
                }
                CSVRecord values = records.next();
                boolean isBlank = values.size() == 1 && values.get(0).isEmpty();
                if (restIsBroken) {
                    restIsBroken = false;
                } else if (!isBlank) {
                    return toElement(line, values);
                }
            } catch (UncheckedIOException e) {
                return broken(line, cause(e));
            }
        }
        return null;
    }

    private Element toElement(long line, CSVRecord values) {
        if (values.size() != columns.size()) {
            return new Bad(line, "it has " + values.size() + " columns where the first line names " + columns.size());
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            String value = values.get(i);
            if (value.contains(NOT_UTF8)) {
                return new Bad(line, "its column '" + columns.get(i) + "' is not UTF-8: save the file as UTF-8");
            }
            fields.put(columns.get(i), FormulaGuard.remove(value));
        }
        return new Good(new Row(line, fields));
    }

    private Element broken(long line, IOException e) throws IOException {
        if (isDamage(e)) {
            throw e;
        }
        if (e instanceof RecordTooLong) {
            ended = true;
            return new Bad(line, "it is longer than " + (ElementBuffer.LIMIT >> 20)
                    + " MiB, the rest of the file was not read: is a quote missing?");
        }
        restIsBroken = true;
        return new Bad(line, "it is not CSV: " + e.getMessage());
    }

    private static boolean isDamage(IOException e) {
        return e instanceof ZipException || e instanceof EOFException;
    }

    private static IOException cause(UncheckedIOException e) {
        return Objects.requireNonNull(e.getCause());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static final class RecordTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends the reading of a record that would not fit the memory, such as one with a quote that is never closed. */
    private static final class Limited extends FilterReader {

        private long count;

        Limited(Reader in) {
            super(in);
        }

        void restart() {
            count = 0;
        }

        @Override
        public int read(char[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(read, 0);
            if (count > ElementBuffer.LIMIT) {
                throw new RecordTooLong();
            }
            return read;
        }
    }
}
