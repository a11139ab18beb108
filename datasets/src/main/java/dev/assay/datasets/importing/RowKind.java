package dev.assay.datasets.importing;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One kind of file that a format is made of: how its rows are recognised, and what they hold.
 *
 * @param name what such a file is called in messages
 * @param needs the fields without which there is no such row, in words for a message
 * @param fits whether a row is of this kind
 * @param opening makes the parser of one file
 */
record RowKind(String name, String needs, Predicate<Row> fits, Opening opening) {

    @FunctionalInterface
    interface Opening {
        RowParser open(SourceFile file, ImportOptions options);
    }

    /** Hands out what a row holds, in the order in which it can be stored; throws {@link BadRow}. */
    @FunctionalInterface
    interface RowParser {
        void parse(Row row, Consumer<Item> items);
    }
}
