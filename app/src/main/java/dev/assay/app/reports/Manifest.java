package dev.assay.app.reports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.ProgramVersion;
import dev.assay.datasets.Sha256;
import dev.assay.datasets.jobs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells how the files of a report came to be: versions, runs with their seeds and specifications, and a hash of each file. */
final class Manifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifest() {}

    /**
     * The manifest of some files.
     *
     * @param runs what was done to the study, the latest first
     * @param seed of the profile's intervals
     * @param folder the files' names are given relative to it
     */
    static String of(List<Run> runs, long seed, Path folder, List<Path> files) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("program", "assay");
        manifest.put("version", ProgramVersion.current());
        manifest.put("java", System.getProperty("java.version"));
        manifest.put("profileSeed", seed);
        ArrayNode listedRuns = manifest.putArray("runs");
        for (Run run : runs) {
            ObjectNode listed = listedRuns.addObject();
            listed.put("id", run.id()).put("step", run.step()).put("engine", run.engine()).put("state", run.state().inStudy());
            listed.put("seed", run.seed()).put("programVersion", run.programVersion());
            listed.put("startedAt", run.startedAt().toString());
            run.finishedAt().ifPresent(at -> listed.put("finishedAt", at.toString()));
            listed.set("spec", run.spec());
        }
        ArrayNode listedFiles = manifest.putArray("files");
        for (Path file : files.stream().sorted().toList()) {
            listedFiles.addObject()
                    .put("file", folder.relativize(file).toString().replace('\\', '/'))
                    .put("bytes", size(file))
                    .put("sha256", sha256(file));
        }
        return manifest.toPrettyString() + "\n";
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static AssayException unreadable(Path file, IOException e) {
        return new AssayException("cannot read back " + file + " (" + e.getMessage() + "): make the report again", e);
    }
}
