package dev.assay.datasets.study;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a study, held by at most one program at a time.
 *
 * <p>It is the operating system's lock on a small file beside the study, so it is free again the moment its holder ends, however it ends.
 */
final class WriterLock implements AutoCloseable {

    static final String SUFFIX = "-lock";

    /**
     * What this process holds. The system's lock belongs to the whole process, and closing any second channel on the file would
     * silently give it up: so the file is not touched while we hold it. This is the one thing that must be known process-wide.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** The locked byte lies far behind the text, which others may so read on systems where a lock keeps readers out. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int PADDING_LIMIT = 1 << 14;
    private static final int LONGEST_PID = 20;

    private final Path path;
    private final FileChannel channel;

    private WriterLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws AssayException if another program, or this one, holds it, or the folder cannot be written */
    static WriterLock take(StudyFile study) {
        Path path = study.beside(SUFFIX);
        if (!HELD_HERE.add(path)) {
            throw isHeld(study, Long.toString(ProcessHandle.current().pid()));
        }
        WriterLock lock = null;
        try {
            while (lock == null) {
                lock = tryTake(study, path);
            }
            return lock;
        } catch (IOException e) {
            throw StudyErrors.explainUnwritable(e, study.given());
        } finally {
            if (lock == null) {
                HELD_HERE.remove(path);
            }
        }
    }

    /** The lock; null if its file vanished meanwhile, because its former holder ended just now. */
    private static @Nullable WriterLock tryTake(StudyFile study, Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw isHeld(study, holder(channel));
            }
            taken = isStillAt(path, channel);
            return taken ? new WriterLock(path, channel) : null;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static AssayException isHeld(StudyFile study, String holder) {
        return new AssayException(study + " is being written by another Assay" + (holder.isEmpty() ? "" : " (process " + holder + ")")
                + ": wait until it is done, or close the study there");
    }

    private static String holder(FileChannel channel) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
            channel.read(bytes, 0);
            return US_ASCII.decode(bytes.flip()).toString().strip();
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * A holder deletes the file when it is done; who opened it just before then holds a lock on a file that has no name any more. What
     * has our name at this moment must be as long as what we just wrote, a length chosen at random. (Reading it would open the file
     * a second time, see above.)
     */
    private static boolean isStillAt(Path path, FileChannel channel) throws IOException {
        int length = LONGEST_PID + ThreadLocalRandom.current().nextInt(PADDING_LIMIT);
        String text = Long.toString(ProcessHandle.current().pid()) + "\n" + " ".repeat(length);
        channel.truncate(0);
        channel.write(US_ASCII.encode(text.substring(0, length)), 0);
        try {
            return Files.size(path) == length;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // What cannot be deleted is free all the same, and taken over by the next writer.
        } finally {
            HELD_HERE.remove(path);
        }
    }
}
