package dev.assay.datasets.study;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a study, held by at most one program at a time.
 *
 * <p>It is the operating system's lock on a small file beside the study, so it is free again the moment its holder ends, however it ends.
 */
final class WriterLock implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private WriterLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws AssayException if another program holds it, or the folder cannot be written */
    static WriterLock take(Path study) {
        Path path = Path.of(study.toAbsolutePath() + "-lock");
        while (true) {
            try {
                WriterLock lock = tryTake(study, path);
                if (lock != null) {
                    return lock;
                }
            } catch (IOException e) {
                throw StudyErrors.explainUnwritable(e, study);
            }
        }
    }

    /** The lock; null if its file vanished meanwhile, because its former holder ended just now. */
    private static @Nullable WriterLock tryTake(Path study, Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            String holder = read(channel);
            channel.close();
            throw new AssayException(study + " is being written by another Assay" + holder
                    + ": wait until it is done, or close the study there");
        }
        if (!isStillAt(path, channel)) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return new WriterLock(path, channel);
    }

    private static String read(FileChannel channel) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(20);
            channel.read(bytes, 0);
            String pid = UTF_8.decode(bytes.flip()).toString().strip();
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException e) {
            return "";
        }
    }

    /** A holder deletes the file when it is done; who opened it just before holds a lock on a file that is nowhere any more. */
    private static boolean isStillAt(Path path, FileChannel channel) throws IOException {
        try {
            long marker = System.nanoTime();
            channel.truncate(0);
            channel.write(UTF_8.encode(Long.toString(marker)), 0);
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.fileKey() == null || Files.readString(path).equals(Long.toString(marker));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows keeps a locked file; it is empty and taken over by the next writer.
        }
    }
}
