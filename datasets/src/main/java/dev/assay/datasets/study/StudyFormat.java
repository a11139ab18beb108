package dev.assay.datasets.study;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What makes a SQLite file a study: its mark, its tables, and how it gets from an older form to the present one. */
@OwnsTables({"study_info", "schema_part"})
final class StudyFormat {

    /** {@code PRAGMA application_id}: "ASAY". Kept at byte 68 of the file. */
    private static final int APPLICATION_ID = 0x41534159;

    private static final byte[] SQLITE_HEADER = "SQLite format 3\0".getBytes(US_ASCII);
    private static final int APPLICATION_ID_OFFSET = 68;

    private StudyFormat() {}

    /** Makes the file in one go: whoever is stopped on the way leaves no half study behind under this name. */
    static void create(Path file, Clock clock) {
        Path unfinished = sibling(file, "-new");
        try {
            Files.deleteIfExists(unfinished);
            try (Handle handle = Jdbi.open("jdbc:sqlite:" + unfinished)) {
                handle.execute("PRAGMA application_id = " + APPLICATION_ID);
                handle.useTransaction(h -> {
                    h.execute("CREATE TABLE study_info (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT");
                    h.execute("CREATE TABLE schema_part (name TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL) STRICT");
                    h.execute("INSERT INTO study_info VALUES ('id', ?), ('created', ?)",
                            UlidCreator.getUlid(clock.millis()).toLowerCase(), clock.instant().toString());
                    applyPending(h);
                });
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StudyErrors.explainUnwritable(e, file);
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file);
        }
    }

    /** @throws AssayException if this is no study */
    static void requireStudy(Path file) {
        if (!Files.exists(file)) {
            throw new AssayException("there is no study " + file + ": check the name, or make one with `assay import` or `assay demo`");
        }
        if (Files.isDirectory(file)) {
            throw new AssayException(file + " is a folder, not a study: name a file that ends in .assay");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(APPLICATION_ID_OFFSET + Integer.BYTES);
        } catch (IOException e) {
            throw new AssayException("cannot read " + file + " (" + e.getMessage() + "): check its permissions", e);
        }
        boolean isStudy = head.length == APPLICATION_ID_OFFSET + Integer.BYTES
                && Arrays.equals(head, 0, SQLITE_HEADER.length, SQLITE_HEADER, 0, SQLITE_HEADER.length)
                && ByteBuffer.wrap(head).getInt(APPLICATION_ID_OFFSET) == APPLICATION_ID;
        if (!isStudy) {
            throw new AssayException(file + " is no study: choose a file that Assay made");
        }
    }

    static boolean requireNotOlder(Handle handle, Path file) {
        for (SchemaPart part : parts()) {
            if (version(handle, part) < part.migrations().size()) {
                throw new AssayException(file + " was written by an older Assay: open it once for writing, it is backed up and migrated then"
                        + " (`assay doctor --study " + file + " --migrate`)");
            }
        }
        return true;
    }

    /** Backs up and migrates an older study; refuses one that a newer program wrote. */
    static void migrate(Handle handle, Path file, Clock clock) {
        int written = handle.select("SELECT coalesce(sum(version), 0) FROM schema_part").mapTo(int.class).one();
        int known = parts().stream().mapToInt(part -> part.migrations().size()).sum();
        if (written > known || parts().stream().anyMatch(part -> version(handle, part) > part.migrations().size())) {
            throw new AssayException(file + " was written by a newer Assay (format " + written + ", this program knows " + known
                    + "): it can be read but not changed; update Assay");
        }
        if (written == known) {
            return;
        }
        Path backup = sibling(file, ".format-" + written + "-" + clock.instant().getEpochSecond() + ".backup");
        copy(handle, backup);
        handle.useTransaction(StudyFormat::applyPending);
    }

    /** A complete copy under a name that appears only when the copy is whole. */
    static void copy(Handle handle, Path target) {
        Path unfinished = sibling(target, "-copy");
        try {
            Files.deleteIfExists(unfinished);
            handle.execute("VACUUM INTO ?", unfinished.toString());
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StudyErrors.explainUnwritable(e, target);
        }
    }

    private static void applyPending(Handle handle) {
        int total = 0;
        for (SchemaPart part : parts()) {
            List<String> migrations = part.migrations();
            for (String migration : migrations.subList(version(handle, part), migrations.size())) {
                handle.createScript(migration).execute();
            }
            handle.execute("INSERT INTO schema_part VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version",
                    part.name(), migrations.size());
            total += migrations.size();
        }
        handle.execute("PRAGMA user_version = " + total);
    }

    private static int version(Handle handle, SchemaPart part) {
        return handle.select("SELECT version FROM schema_part WHERE name = ?", part.name())
                .mapTo(int.class).findOne().orElse(0);
    }

    private static List<SchemaPart> parts() {
        return ServiceLoader.load(SchemaPart.class, StudyFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(SchemaPart::order))
                .toList();
    }

    private static Path sibling(Path file, String suffix) {
        return Path.of(file.toAbsolutePath() + suffix);
    }
}
