package dev.assay.datasets.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A look at a study as it stood at one moment: everything read within it belongs together. Valid only inside {@link Study#read}. */
public sealed class Reading permits Writing {

    /** Makes a value of the row at which a result stands. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Handle handle;

    Reading(Handle handle) {
        this.handle = handle;
    }

    /** For the classes that own tables, and for nobody else. */
    public Handle sql() {
        return handle;
    }

    /**
     * The first row that a query finds. Within a change the statement is prepared once for all calls: this is the way for lookups by the
     * hundred thousand, which through {@link #sql} take several times as long.
     *
     * @param values of the named parameters, in the order in which their names first appear
     */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
        try (PreparedStatements once = new PreparedStatements(handle.getConnection())) {
            return once.first(sql, reader, values);
        }
    }
}
