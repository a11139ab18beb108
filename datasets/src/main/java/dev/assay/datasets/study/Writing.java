package dev.assay.datasets.study;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A change of a study that takes place wholly or not at all. Valid only inside {@link Study#write}. */
public final class Writing extends Reading implements AutoCloseable {

    private final PreparedStatements statements;

    Writing(Handle handle) {
        super(handle);
        statements = new PreparedStatements(handle.getConnection());
    }

    /**
     * Runs a statement that changes rows. It is prepared once for all calls: the way for rows by the hundred thousand.
     *
     * @param values of the named parameters, in the order in which their names first appear
     * @return how many rows it changed
     */
    public int update(String sql, @Nullable Object... values) {
        return statements.update(sql, values);
    }

    @Override
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
        return statements.first(sql, reader, values);
    }

    /** Called when the change is over. */
    @Override
    public void close() {
        statements.close();
    }
}
