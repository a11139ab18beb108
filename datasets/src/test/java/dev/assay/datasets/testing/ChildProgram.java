package dev.assay.datasets.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A second program: a Java process of its own, with the class path of the test. It ends with the test at the latest. */
public final class ChildProgram implements AutoCloseable {

    private static final int LONGEST_SECONDS = 60;

    private final Process process;
    private final BufferedReader lines;

    private ChildProgram(Process process) {
        this.process = process;
        this.lines = process.inputReader(UTF_8);
    }

    /**
     * Starts the main method of a class.
     *
     * @param temporary where libraries may unpack their native parts; a program that is killed leaves them there
     */
    public static ChildProgram start(Path temporary, Class<?> main, Object... arguments) throws IOException {
        return startUnder(List.of(), temporary, main, arguments);
    }

    /** As {@link #start}, the whole being the last arguments of another command, such as {@code setpriv}. */
    public static ChildProgram startUnder(List<String> command, Path temporary, Class<?> main, Object... arguments) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.addAll(javaCommand(temporary));
        words.add(main.getName());
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        return new ChildProgram(new ProcessBuilder(words).redirectErrorStream(true).start());
    }

    private static List<String> javaCommand(Path temporary) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"));
    }

    public long pid() {
        return process.pid();
    }

    /** The next line that it prints; empty when it has ended. */
    public Optional<String> line() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that it has printed and not been asked for, once it has ended. */
    public List<String> remainingLines() {
        return lines.lines().toList();
    }

    /** Sends it a line. */
    public void tell(String line) throws IOException {
        var writer = process.outputWriter(UTF_8);
        writer.write(line);
        writer.newLine();
        writer.flush();
    }

    /** Lets it work for some time, unless it ends before, and then ends it at once (SIGKILL), whatever it is doing. */
    public void killAfter(long millis) throws InterruptedException {
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        if (!ended) {
            // The handle, for the process itself would throw away what was printed.
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the second program does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        try {
            interrupted = !process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
