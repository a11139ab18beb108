package dev.assay.datasets.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * Writes a file beside its final place and moves it there when it is whole: a reader never sees half of it. Where the name is a link, what
 * it leads to is replaced; a device or a pipe is written to as it is.
 */
public final class WholeFile {

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** @throws AssayException if the folder is missing or cannot be written, or the disk is full; an older file is then as it was */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(UTF_8)));
    }

    /** @throws AssayException if the folder is missing or cannot be written, or the disk is full; an older file is then as it was */
    public static void write(Path file, Content content) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new AssayException("cannot write " + file + ": it is a folder; name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw new AssayException("cannot write " + file + ": there is no folder " + folder + "; make it or choose another");
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                write(content, file, StandardOpenOption.WRITE);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            }
        } catch (UncheckedIOException e) {
            throw unwritable(file, folder, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw unwritable(file, folder, e);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + "."
                + Thread.currentThread().threadId() + ".part");
        try {
            write(content, part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(part, target);
        } finally {
            discard(part);
        }
    }

    private static void write(Content content, Path file, OpenOption... options) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options))) {
            content.writeTo(out);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static AssayException unwritable(Path file, Path folder, IOException fault) {
        String what = "cannot write " + file + ": ";
        return String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")
                ? new StoppedException(what + "the disk is full; free some space or choose another folder", fault)
                : new AssayException(what + reason(fault, folder), fault);
    }

    private static String reason(IOException fault, Path folder) {
        String said = String.valueOf(fault.getMessage());
        if (fault instanceof AccessDeniedException || said.contains("Permission denied")) {
            return "no permission to write in " + folder + "; choose another folder";
        }
        if (said.contains("Read-only file system")) {
            return folder + " is read-only; choose another folder";
        }
        String why = fault instanceof FileSystemException system && system.getReason() != null ? system.getReason() : said;
        return why + "; choose another file";
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LoggerFactory.getLogger(WholeFile.class).warn("cannot remove the unfinished file {}: {}", part, e.toString());
        }
    }
}
