package dev.assay.datasets.exporting;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes rows of named columns, one after the other. */
public interface RowWriter extends Closeable {

    /**
     * Writes a row.
     *
     * @param values in the order of the columns: texts, numbers, truth values, lists of texts, JSON nodes, or null where there is none
     */
    void row(@Nullable Object... values) throws IOException;
}
