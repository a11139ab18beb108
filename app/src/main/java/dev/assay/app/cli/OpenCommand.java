package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.app.shell.AssayApplication;
import dev.assay.datasets.AssayException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay open}: the window. */
@Command(name = "open", description = {
    "Open the window; with a study file, that study. Without a command, assay does the same."
})
final class OpenCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Parameters(arity = "0..1", paramLabel = "FILE.assay", description = "A study to open at once.")
    private @Nullable Path file;

    @Option(names = "--startup-report", description = "Measure the time from the start of the process to the first painted window, then close it.")
    private boolean startupReport;

    @Override
    public Integer call() {
        return open(commands, Optional.ofNullable(file).or(commands::namedStudy), startupReport);
    }

    static int open(Commands commands, Optional<Path> study, boolean startupReport) {
        try {
            if (startupReport) {
                long millis = AssayApplication.measureStartup(study, commands.clock()).toMillis();
                commands.console().result(
                        JsonNodeFactory.instance.objectNode().put("startupMs", millis),
                        String.format(Locale.ROOT, "first painted window after %,d ms", millis));
            } else {
                AssayApplication.run(study, commands.clock());
            }
        } catch (UnsupportedOperationException | LinkageError e) {
            throw new AssayException("there is no display to open a window on (" + e.getMessage()
                    + "): run assay in a desktop, or use its commands; see `assay --help`", e);
        }
        return ExitCode.DONE;
    }
}
