package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay study}: looks after the file itself. */
@Command(name = "study", description = "Make, back up or compact a study file.", synopsisSubcommandLabel = "COMMAND")
final class StudyCommand {

    @ParentCommand
    private Commands commands;

    @Command(name = "new", description = "Make an empty study.")
    int make() {
        try (Study study = Study.create(commands.studyFile(), commands.clock())) {
            return report(study.file(), "made " + study.file());
        }
    }

    @Command(name = "backup", description = "Write a complete copy; the study may be in use meanwhile.")
    int backUp(@Parameters(paramLabel = "FILE.assay", description = "The copy; must not exist yet.") Path target) {
        try (Study study = commands.openForReading()) {
            study.backUp(target);
            return report(target, "backed up " + study.file() + " to " + target);
        }
    }

    @Command(name = "compact", description = "Give unused space back to the disk.")
    int compact() {
        Path file = commands.studyFile();
        try (Study study = commands.openForWriting()) {
            long before = size(file);
            study.compact();
            return report(file, "%s: %,d bytes before, %,d now".formatted(file, before, size(file)));
        }
    }

    private int report(Path file, String text) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("study", file.toString()).put("bytes", size(file));
        commands.console().result(result, text);
        return ExitCode.DONE;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new AssayException("cannot read " + file + " (" + e.getMessage() + "): check its permissions", e);
        }
    }
}
