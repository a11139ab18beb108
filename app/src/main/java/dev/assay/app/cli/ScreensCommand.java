package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.shell.Screens;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.Counted;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code assay screens}: pictures of the window. */
@Command(name = "screens", description = "Render every view of the study to PNG files, without a display.")
final class ScreensCommand implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
    private static final int SMALLEST = 400;
    private static final int LARGEST = 4000;

    @ParentCommand
    private Commands commands;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder; made if it is not there.")
    private Path out;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", description = "Colours (default: ${DEFAULT-VALUE}).")
    private String theme;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "980x900", description = "Of the window, in pixels (default: ${DEFAULT-VALUE}).")
    private String size;

    @Override
    public Integer call() {
        Scheme scheme = switch (theme) {
            case "light" -> Scheme.LIGHT;
            case "dark" -> Scheme.DARK;
            default -> throw new AssayException("there is no theme " + theme + ": choose light or dark");
        };
        Matcher parsed = SIZE.matcher(size);
        if (!parsed.matches() || outside(parsed.group(1)) || outside(parsed.group(2))) {
            throw new AssayException("a window of " + size + " cannot be drawn: use --size WIDTHxHEIGHT from "
                    + SMALLEST + "x" + SMALLEST + " to " + LARGEST + "x" + LARGEST + ", such as 980x900");
        }
        commands.openForReading().close();
        Screens.withoutDisplay();
        ProgressLine progress = commands.console().progress();
        List<Path> files = new Screens(commands.studyFile(), out, scheme, Integer.parseInt(parsed.group(1)), Integer.parseInt(parsed.group(2)))
                .write(commands.clock(), file -> progress.update(file.toString(), 0, -1));
        progress.finish();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        files.forEach(file -> result.withArray("files").add(file.toString()));
        commands.console().result(result, Counted.of(files.size(), "picture") + " in " + out);
        return ExitCode.DONE;
    }

    private static boolean outside(String pixels) {
        int number = Integer.parseInt(pixels);
        return number < SMALLEST || number > LARGEST;
    }
}
