package dev.assay.app.queries;

import dev.assay.app.charts.Numerals;
import dev.assay.app.figures.RunScale;
import dev.assay.app.listing.QueryPlace.Judged;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Reading;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The subject and the run whose scores a list shows.
 *
 * @param name both in words: "claude-2, PC2 local, 22 Nov 2026"
 * @param runId the run
 * @param decimals of a score
 */
record About(String name, String runId, int decimals) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Of a run that the study does not have there is no score. */
    static About of(Reading reading, Judged judged) {
        Optional<Run> run = new RunTable(Clock.systemUTC()).find(reading, judged.runId());
        return new About(
                judged.subject() + ", " + run.map(About::name).orElse("a run that the study does not have"),
                judged.runId(),
                run.map(RunScale::of).map(RunScale::decimals).orElse(2));
    }

    String score(double score) {
        return Numerals.plain(score, decimals);
    }

    private static String name(Run run) {
        String judge = run.spec().path("judge").asText().equals("pc2") ? "PC2 " + run.engine() : run.spec().path("annotator").asText(run.engine());
        Instant at = run.finishedAt().orElse(run.startedAt());
        return judge + ", " + DAY.format(at.atZone(ZoneId.systemDefault()));
    }
}
