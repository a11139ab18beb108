package dev.assay.datasets.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that gets its name only when it is whole and on the disk; what goes wrong on the way leaves nothing behind. */
final class UnfinishedFile {

    private static final String NEW = "-new";
    private static final String COPY = "-copy-";
    private static final Pattern COPY_NAME = Pattern.compile(".*" + COPY + "(?<pid>\\d{1,18})-\\d+");

    private final Path target;
    private final Path unfinished;

    private UnfinishedFile(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
    }

    /** A new study; made under the writer lock, so one at a time. */
    static UnfinishedFile study(Path target) {
        return new UnfinishedFile(target, Path.of(target.toAbsolutePath() + NEW));
    }

    /** A copy; several may be under way at once. */
    static UnfinishedFile copy(Path target) {
        String who = ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
        return new UnfinishedFile(target, Path.of(target.toAbsolutePath() + COPY + who));
    }

    /** Whether a file beside a study that exists was begun by a program that ended before it was whole. */
    static boolean isLeftover(String name, String study) {
        if (name.equals(study + NEW)) {
            return true;
        }
        Matcher copy = COPY_NAME.matcher(name);
        return copy.matches() && ProcessHandle.of(Long.parseLong(copy.group("pid"))).isEmpty();
    }

    /** A name like the file's that nothing has yet: "s.assay" and ".format-2" make "s.format-2.assay", then "s.format-2-2.assay". */
    static Path freeName(Path file, String mark) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        Path free = file.resolveSibling(stem + mark + extension);
        for (int i = 2; Files.exists(free); i++) {
            free = file.resolveSibling(stem + mark + "-" + i + extension);
        }
        return free;
    }

    /** Has the writer fill a file that does not exist yet, and names it as it should be called. */
    void make(Consumer<Path> writer) {
        try {
            Files.deleteIfExists(unfinished);
            writer.accept(unfinished);
            force();
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StudyErrors.explainUnwritable(e, target);
        } catch (RuntimeException e) {
            throw StudyErrors.explainUnmade(e, target);
        } finally {
            unfinished.toFile().delete();
        }
    }

    /** SQLite does not wait for the disk when it copies. */
    private void force() throws IOException {
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
