package dev.assay.app.charts;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a file beside its final place and moves it there when it is whole: a reader never sees half of it. */
final class AtomicFile {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

    /** What writes the content. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {
    }

    static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FigureException("Cannot write the figure " + file + ": it is a folder; name a file in it.");
        }
        if (!Files.isDirectory(folder)) {
            throw new FigureException("Cannot write " + file + ": there is no folder " + folder + "; make it or choose another.");
        }
        Path part = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + "."
                + Thread.currentThread().threadId() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            move(part, target);
        } catch (IOException e) {
            throw new FigureException("Cannot write " + file + ": " + reason(e, folder), e);
        } finally {
            discard(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException fault, Path folder) {
        String said = String.valueOf(fault.getMessage());
        if (said.toLowerCase(Locale.ROOT).contains("no space left")) {
            return "the disk is full; free some space or choose another folder.";
        }
        if (fault instanceof AccessDeniedException || said.contains("Permission denied")) {
            return "no permission to write in " + folder + "; choose another folder.";
        }
        if (said.contains("Read-only file system")) {
            return folder + " is read-only; choose another folder.";
        }
        String why = fault instanceof FileSystemException system && system.getReason() != null ? system.getReason() : said;
        return why + "; choose another file.";
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("Cannot remove the unfinished file {}: {}", part, e.toString());
        }
    }
}
