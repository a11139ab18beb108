package dev.assay.app.profiles;

import dev.assay.datasets.jobs.Run;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A run of judging, as it is chosen from a list.
 *
 * @param id of the run
 * @param name who judged and when
 */
public record RunChoice(String id, String name) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    public static RunChoice of(Run run, ZoneId zone) {
        String judge = run.spec().path("judge").asText().equals("pc2")
                ? "PC2, " + run.engine()
                : run.spec().path("annotator").asText(run.engine());
        Instant at = run.finishedAt().orElse(run.startedAt());
        String state = run.state().isEnd() && run.finishedAt().isPresent() ? "" : " (" + run.state().inStudy() + ")";
        return new RunChoice(run.id(), judge + ", " + TIME.format(at.atZone(zone)) + state);
    }

    @Override
    public String toString() {
        return name;
    }
}
