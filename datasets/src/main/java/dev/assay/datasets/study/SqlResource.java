package dev.assay.datasets.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the numbered migrations {@code 1.sql}, {@code 2.sql}, … that lie beside a class. */
public final class SqlResource {

    private SqlResource() {}

    /** All migrations beside the class, from 1 up to the first number that is missing. */
    public static List<String> migrationsBeside(Class<?> owner) {
        List<String> migrations = new ArrayList<>();
        while (true) {
            try (InputStream sql = owner.getResourceAsStream((migrations.size() + 1) + ".sql")) {
                if (sql == null) {
                    return List.copyOf(migrations);
                }
                migrations.add(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
