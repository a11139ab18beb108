package dev.assay.datasets.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The elements of a file, one after the other: lines of JSON Lines, elements of a JSON array, records of a CSV file. */
interface Elements extends Closeable {

    /** An element, or what is wrong with it. */
    sealed interface Element {}

    record Good(Row row) implements Element {}

    /** @param line where it begins, counted from 1 */
    record Bad(long line, String reason) implements Element {}

    /** The next element; null at the end. */
    @Nullable Element next() throws IOException;

    /** Names of the columns, where the file names them apart from its rows; else empty. */
    default List<String> columns() {
        return List.of();
    }

    /**
     * Opens a file. What it is made of is told by its first character: a bracket begins an array, a brace lines of objects. Anything
     * else is CSV, unless the name says that it is JSON.
     */
    static Elements open(SourceFile file, LongConsumer read) throws IOException {
        InputStream in = file.open(read);
        boolean saysJson = file.hasEnding(".jsonl") || file.hasEnding(".ndjson") || file.hasEnding(".json");
        return switch (firstCharacter(in)) {
            case '[' -> new JsonArrayElements(new ByteInput(in));
            case '{' -> new JsonLines(new ByteInput(in));
            default -> saysJson ? new JsonLines(new ByteInput(in)) : new CsvRecords(file, in);
        };
    }

    private static int firstCharacter(InputStream in) throws IOException {
        int limit = 4_096;
        in.mark(limit);
        int first = in.read();
        for (int count = 1; count < limit && (first == ' ' || first == '\n' || first == '\r' || first == '\t'); count++) {
            first = in.read();
        }
        in.reset();
        return first;
    }
}
