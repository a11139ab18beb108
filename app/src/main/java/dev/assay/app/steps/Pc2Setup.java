package dev.assay.app.steps;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.Counted;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.judges.pc2.Pc2Judging;
import dev.assay.judges.pc2.Pc2Specification;
import dev.assay.judges.pc2.Scale;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What someone chooses before the answers are judged by PC2 with the local engine; what is left open is chosen from the study.
 *
 * @param baseline whose answers are the yardstick; if open, the first auxiliary
 * @param auxiliaries whose answers are compared; if empty, three that are drawn by the seed
 * @param scale best score of a criterion, 3 or 5
 * @param subjects whose answers are judged; if empty, all
 * @param limit judge only so many queries; open for all
 * @param seed of what is drawn
 */
public record Pc2Setup(
        Optional<String> baseline, List<String> auxiliaries, int scale, List<String> subjects, Optional<Integer> limit, long seed) {

    /** The scales that are offered. */
    public static final List<Integer> SCALES = List.of(3, 5);

    private static final String ENGINE = "local";

    public Pc2Setup {
        auxiliaries = List.copyOf(auxiliaries);
        subjects = List.copyOf(subjects);
        if (!SCALES.contains(scale)) {
            throw new AssayException("a scale of " + scale + " is not offered: use --scale 3 or --scale 5");
        }
        if (limit.isPresent() && limit.get() < 1) {
            throw new AssayException(
                    "nothing can be judged with --limit " + limit.get() + ": use a number from 1 on, or leave it out for all queries");
        }
    }

    /** Everything open, a scale of 5, seed 1. */
    public static Pc2Setup usual() {
        return new Pc2Setup(Optional.empty(), List.of(), 5, List.of(), Optional.empty(), 1);
    }

    /** What a run was begun with: the same again goes on with it. Empty if it is no run of PC2 by the local engine, or one that an older Assay began and this one would not. */
    public static Optional<Pc2Setup> of(Run run) {
        JsonNode spec = run.spec();
        boolean isLocal = run.engine().equals(ENGINE) && spec.path("judge").asText().equals("pc2");
        if (!isLocal || !SCALES.contains(spec.path("scale").asInt()) || spec.path("limit").asInt(1) < 1) {
            return Optional.empty();
        }
        return Optional.of(new Pc2Setup(
                Optional.of(spec.path("baseline").asText()),
                texts(spec.path("auxiliaries")),
                spec.path("scale").asInt(),
                texts(spec.path("subjects")),
                spec.has("limit") ? Optional.of(spec.path("limit").asInt()) : Optional.empty(),
                run.seed()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The same against another yardstick; empty: the first auxiliary. */
    public Pc2Setup against(Optional<String> otherBaseline) {
        return new Pc2Setup(otherBaseline, auxiliaries, scale, subjects, limit, seed);
    }

    /** The same on another scale. */
    public Pc2Setup on(int otherScale) {
        return new Pc2Setup(baseline, auxiliaries, otherScale, subjects, limit, seed);
    }

    /** @throws AssayException if a subject is named that has no answer in the study, or there are no answers */
    public Pc2Specification specification(Study study) {
        return specification(study.read(new ResponseTable()::answered));
    }

    /**
     * As {@link #specification(Study)}, for one who has counted.
     *
     * @param answered the number of queries that each subject has answered
     */
    public Pc2Specification specification(Map<String, Integer> answered) {
        Pc2Specification.Request request = new Pc2Specification.Request(baseline, auxiliaries, new Scale(scale), subjects, seed, limit);
        return Pc2Specification.of(ENGINE, request, answered);
    }

    /** Judges what is not judged yet. */
    public Pc2Judging.Result run(Study study, Clock clock, Progress progress, Cancellation cancellation) {
        return Pc2Judging.local(study, clock).run(specification(study), progress, cancellation);
    }

    /** Notes in the study that it is to be done when other steps have ended. Returns the id of its run. */
    public String queue(Study study, Clock clock) {
        return Pc2Judging.queue(study, clock, specification(study));
    }

    /** The result in one line. */
    public static String summary(Pc2Judging.Result result) {
        return String.format(Locale.ROOT, "run %s: %s, %s, %,d failed, %.1f s%s",
                result.run(), Counted.of(result.judgments(), "judgment"), Counted.of(result.baselines(), "baseline"), result.failed(), result.seconds(),
                result.state().isStopped() ? "; stopped, the same command goes on" : "");
    }
}
