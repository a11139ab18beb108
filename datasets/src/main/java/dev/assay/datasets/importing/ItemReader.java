package dev.assay.datasets.importing;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads a file of one format as items. */
interface ItemReader {

    /** What is read. */
    interface Handler {

        /** @param line where the row begins that holds these items */
        void items(long line, List<Item> items);

        void bad(long line, String reason);
    }

    /** @param read told how many bytes more were read from the disk */
    void read(SourceFile file, LongConsumer read, Handler handler) throws IOException;
}
