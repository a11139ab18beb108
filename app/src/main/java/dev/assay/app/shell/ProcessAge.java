package dev.assay.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long ago the operating system started this process; where a launcher became the program, since the launcher was started. */
final class ProcessAge {

    /** Linux counts in hundredths of a second, whatever the kernel's own tick. */
    private static final double TICKS_PER_SECOND = 100;

    /** Place of the start time in /proc/self/stat after the name of the program, which may hold spaces (proc(5): field 22). */
    private static final int START_AFTER_NAME = 19;

    private ProcessAge() {}

    /** To a hundredth of a second on Linux, where Java itself only knows it to a second. */
    static Duration now() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"), UTF_8);
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            double uptime = Double.parseDouble(Files.readString(Path.of("/proc/uptime"), UTF_8).split(" ", -1)[0]);
            double started = Double.parseDouble(fields.get(START_AFTER_NAME)) / TICKS_PER_SECOND;
            return Duration.ofMillis(Math.round(1_000 * (uptime - started)));
        } catch (IOException notLinux) {
            return Duration.between(ProcessHandle.current().info().startInstant().orElseThrow(), Instant.now());
        }
    }
}
