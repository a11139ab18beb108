package dev.assay.datasets.study;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a study lies on the disk.
 *
 * <p>Nothing here opens the file: on POSIX systems, closing any channel on a file takes away every lock that the process has on it,
 * those of SQLite's connections too (https://sqlite.org/howtocorrupt.html, section 2.2). Only SQLite opens a study.
 */
final class StudyFile {

    private final Path given;
    private final Path real;

    private StudyFile(Path given, Path real) {
        this.given = given;
        this.real = real;
    }

    /**
     * Follows links, so that all who name the file in their own way agree on the names of the files beside it.
     *
     * @throws AssayException if the folder does not exist, or the name is a link to nothing
     */
    static StudyFile at(Path file) {
        try {
            if (Files.exists(file)) {
                return new StudyFile(file, file.toRealPath());
            }
            if (Files.isSymbolicLink(file)) {
                throw new AssayException(file + " is a link to nothing: mend or delete the link");
            }
            Path absolute = file.toAbsolutePath().normalize();
            return new StudyFile(file, folderOf(absolute).toRealPath().resolve(absolute.getFileName()));
        } catch (IOException e) {
            throw StudyErrors.explainUnwritable(e, file);
        }
    }

    /** The name that the person gave, for messages. */
    Path given() {
        return given;
    }

    Path real() {
        return real;
    }

    Path folder() {
        return folderOf(real);
    }

    /** A file that belongs to the study and lies beside it, such as its log. */
    Path beside(String suffix) {
        return Path.of(real + suffix);
    }

    /** @throws AssayException if there is nothing that could be a study */
    void requireReadable() {
        if (!Files.exists(real)) {
            throw new AssayException("there is no study " + given + ": check the name, or make one with `assay import` or `assay demo`");
        }
        if (Files.isDirectory(real)) {
            throw new AssayException(given + " is a folder, not a study: name a file that ends in .assay");
        }
        if (!Files.isRegularFile(real)) {
            throw new AssayException(given + " is no study: choose a file that Assay made");
        }
        if (!Files.isReadable(real)) {
            throw new AssayException("cannot read " + given + ": ask its owner for the permission, or copy it to a folder of yours");
        }
    }

    /** @throws AssayException if the file is write-protected */
    void requireWritable() {
        if (!Files.isWritable(real)) {
            throw new AssayException("cannot write " + given + ": it is read-only; make it writable, or copy it to a folder of yours");
        }
    }

    /** Whether the file may be changed, and files made beside it. */
    boolean isWritable() {
        return Files.isWritable(real) && Files.isWritable(folder());
    }

    /**
     * Whether nobody can be writing the study: we can make no file beside it, and a writer has left none. SQLite is told so then,
     * for it could not keep readers and writers apart.
     */
    boolean isFrozen() {
        return !Files.isWritable(folder())
                && !Files.exists(beside("-wal"))
                && !Files.exists(beside("-shm"))
                && !Files.exists(beside(WriterLock.SUFFIX));
    }

    /** Differs after the content was changed. */
    Object stamp() {
        BasicFileAttributes attributes = attributes();
        return List.of(attributes.size(), attributes.lastModifiedTime());
    }

    /** What tells this file from another one that takes its name later; null where the system has no such thing. */
    @Nullable Object identity() {
        return attributes().fileKey();
    }

    /** @throws AssayException if the file was deleted, moved or replaced since it had this identity */
    void requireStill(@Nullable Object identity) {
        if (!Objects.equals(identity, identity())) {
            throw new AssayException(given + " was replaced by another file while it was open: open it again");
        }
    }

    private static Path folderOf(Path absolute) {
        return Objects.requireNonNull(absolute.getParent(), "only the root has no parent, and it is a folder");
    }

    private BasicFileAttributes attributes() {
        try {
            return Files.readAttributes(real, BasicFileAttributes.class);
        } catch (IOException e) {
            throw new AssayException(given + " is gone: it was deleted or moved while it was open; put it back and open it again", e);
        }
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
