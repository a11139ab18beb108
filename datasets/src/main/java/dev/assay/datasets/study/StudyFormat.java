package dev.assay.datasets.study;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.assay.datasets.AssayException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What makes a SQLite file a study: its mark, its tables, and how it gets from an older form to the present one. */
@OwnsTables({"study_info", "schema_part"})
final class StudyFormat {

    /** {@code PRAGMA application_id}: "ASAY". */
    private static final int APPLICATION_ID = 0x41534159;

    private static final Logger LOG = LoggerFactory.getLogger(StudyFormat.class);

    private final List<SchemaPart> parts;
    private final SchemaVersions known;

    StudyFormat(List<SchemaPart> parts) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(SchemaPart::order)).toList();
        this.known = SchemaVersions.of(parts);
    }

    /** With every part that the program has. */
    static StudyFormat ofProgram() {
        return new StudyFormat(ServiceLoader.load(SchemaPart.class, StudyFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Makes the file in one go: whoever is stopped on the way leaves no half study behind under this name. */
    void create(StudyFile file, Clock clock) {
        UnfinishedFile.study(file.real()).make(path -> {
            try (Handle handle = StudyConnections.openUnfinished(path)) {
                handle.execute("PRAGMA application_id = " + APPLICATION_ID);
                handle.useTransaction(h -> {
                    h.execute("CREATE TABLE study_info (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT");
                    h.execute("CREATE TABLE schema_part (name TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL) STRICT");
                    h.execute("INSERT INTO study_info VALUES ('id', ?), ('created', ?)",
                            UlidCreator.getUlid(clock.millis()).toLowerCase(), clock.instant().toString());
                    applyPending(h, new SchemaVersions(Map.of()));
                });
            }
        });
    }

    /** @throws AssayException if there is no study; whatever is there instead is neither changed nor locked */
    static void requireStudy(StudyFile file, StudyConnections connections) {
        file.requireReadable();
        try {
            if (!isStudy(connections)) {
                throw new AssayException(file + " is no study: choose a file that Assay made");
            }
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file.given());
        }
    }

    private static boolean isStudy(StudyConnections connections) {
        try (Handle handle = connections.openForALook()) {
            return hasOurMark(handle);
        } catch (RuntimeException e) {
            if (!StudyErrors.isDamage(e)) {
                throw e;
            }
        }
        // A file to which a log is being merged at this moment looks damaged to who takes no lock.
        try (Handle handle = connections.openReader()) {
            return hasOurMark(handle);
        }
    }

    private static boolean hasOurMark(Handle handle) {
        return handle.select("PRAGMA application_id").mapTo(int.class).one() == APPLICATION_ID;
    }

    /** How the format of a study stands to this program's, in words. */
    String describe(Handle handle) {
        SchemaVersions written = versions(handle);
        if (written.exceeds(known)) {
            return "format " + written.sum() + ", newer than this program's " + known.sum() + ": it can be read but not changed";
        }
        return "format " + written.sum() + (known.exceeds(written) ? ", older than this program's " + known.sum() : "");
    }

    /** @throws AssayException if an older program wrote the study and it was not migrated yet */
    void requireNotOlder(Handle handle, StudyFile file) {
        SchemaVersions written = versions(handle);
        if (known.exceeds(written) && !written.exceeds(known)) {
            throw new AssayException(file + " was written by an older Assay (format " + written.sum() + ", this program needs " + known.sum()
                    + "): run a command that changes it, such as `assay import`, and it is backed up and brought up to date");
        }
    }

    /** @throws AssayException if a newer program wrote the study */
    void requireNotNewer(Handle handle, StudyFile file) {
        SchemaVersions written = versions(handle);
        if (written.exceeds(known)) {
            throw new AssayException(file + " was written by a newer Assay (format " + written.sum() + ", this program knows " + known.sum()
                    + "): it can be read but not changed; update Assay");
        }
    }

    /**
     * Brings an older study to the present form, in one transaction, after copying it to a file beside it.
     *
     * @return the copy; empty if there was nothing to do
     * @throws AssayException if it cannot be copied or migrated; it is as it was then
     */
    Optional<Path> migrate(Handle handle, StudyFile file) {
        SchemaVersions written = versions(handle);
        if (!known.exceeds(written)) {
            return Optional.empty();
        }
        Path backup = UnfinishedFile.freeName(file.real(), ".format-" + written.sum());
        StudyCopy.write(handle, backup);
        try {
            applyRebuilding(handle, written);
        } catch (RuntimeException e) {
            throw new AssayException(file + " could not be brought from format " + written.sum() + " to " + known.sum() + " ("
                    + firstLine(StudyErrors.explain(e, file.given())) + "): it is as it was, and a copy is " + backup, e);
        }
        LOG.info("{} was brought from format {} to {}; a copy of the old one is {}", file, written.sum(), known.sum(), backup);
        return Optional.of(backup);
    }

    /** Tables are rebuilt with foreign keys off, https://sqlite.org/lang_altertable.html#otheralter, and checked before it counts. */
    private void applyRebuilding(Handle handle, SchemaVersions written) {
        handle.execute("PRAGMA foreign_keys = OFF");
        try {
            handle.useTransaction(h -> {
                applyPending(h, written);
                List<String> broken = h.select("PRAGMA foreign_key_check").mapTo(String.class).list();
                if (!broken.isEmpty()) {
                    throw new IllegalStateException("rows of " + broken.getFirst() + " refer to rows that are not there");
                }
            });
        } finally {
            handle.execute("PRAGMA foreign_keys = ON");
        }
    }

    private void applyPending(Handle handle, SchemaVersions written) {
        for (SchemaPart part : parts) {
            List<String> migrations = part.migrations();
            for (String migration : migrations.subList(written.of(part), migrations.size())) {
                run(handle, migration);
            }
            handle.execute("INSERT INTO schema_part VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version",
                    part.name(), migrations.size());
        }
        handle.execute("PRAGMA user_version = " + known.sum());
    }

    /** By SQLite itself, which knows where a statement ends also within a trigger. */
    private static void run(Handle handle, String script) {
        try (Statement statement = handle.getConnection().createStatement()) {
            int changed = statement.executeUpdate(script);
            LOG.debug("the last statement of a migration changed {} rows", changed);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static SchemaVersions versions(Handle handle) {
        return new SchemaVersions(handle.select("SELECT name, version FROM schema_part")
                .reduceRows(new HashMap<String, Integer>(), (map, row) -> {
                    map.put(row.getColumn("name", String.class), row.getColumn("version", Integer.class));
                    return map;
                }));
    }

    private static String firstLine(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
