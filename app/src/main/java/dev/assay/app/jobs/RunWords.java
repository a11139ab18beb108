package dev.assay.app.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.responding.Responding;
import dev.assay.judges.Judgment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run is about, in a few words. */
public final class RunWords {

    private RunWords() {}

    /** The kind of work. */
    public static String step(Run run) {
        return switch (run.step()) {
            case "import" -> "Import";
            case "tag" -> "Tagging";
            case Responding.STEP -> "Answering";
            case Judgment.STEP -> run.spec().path("judge").asText().equals("pc2") ? "PC2" : "Scores";
            default -> run.step();
        };
    }

    /** Who answers, by what it is judged, what came in. */
    public static String what(Run run) {
        return switch (run.step()) {
            case "import" -> imported(run.spec().path("format").asText(), fileName(run.spec().path("file").asText()));
            case Responding.STEP -> String.join(", ", names(run.spec().path("subjects")));
            case Judgment.STEP -> judged(run);
            default -> engine(run);
        };
    }

    private static String imported(String format, String file) {
        return format.isEmpty() ? file : format + ", " + file;
    }

    private static String judged(Run run) {
        String baseline = run.spec().path("baseline").asText();
        return baseline.isEmpty() ? engine(run) : engine(run) + ", against " + baseline;
    }

    private static String engine(Run run) {
        return run.engine().equals("local") ? "local engine" : run.engine();
    }

    private static List<String> names(JsonNode subjects) {
        List<String> names = new ArrayList<>();
        subjects.forEach(subject -> names.add(subject.path("name").asText()));
        return names;
    }

    private static String fileName(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }
}
