package dev.assay.app.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.jobs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of judging as a person chooses it.
 *
 * @param name who judged, and the number of the run in the study, from 1: "PC2, run 14". Names no subject
 * @param engine who did the work: local, llm, imported
 * @param low lowest score of an answer
 * @param high highest score of an answer
 * @param divisor by which a stored score is divided to lie on that scale: a PC2 total is the hundredfold of a weighted mean
 * @param decimals of a printed score
 * @param baseline the subject that is the yardstick, if there is one
 * @param auxiliaries the subjects whose answers the criteria come from; empty where there are none
 */
record JudgingRun(
        String id,
        String name,
        String engine,
        double low,
        double high,
        double divisor,
        int decimals,
        Optional<String> baseline,
        List<String> auxiliaries) {

    private static final double WIDE = 20;

    static JudgingRun of(Run run, int number) {
        JsonNode spec = run.spec();
        boolean isPc2 = spec.path("judge").asText().equals("pc2");
        Optional<String> baseline = Optional.of(spec.path("baseline").asText("")).filter(name -> !name.isEmpty());
        List<String> auxiliaries = new ArrayList<>();
        spec.path("auxiliaries").forEach(name -> auxiliaries.add(name.asText()));
        if (isPc2) {
            return new JudgingRun(
                    run.id(), "PC2, run " + number, run.engine(), 1, spec.path("scale").asInt(5), 100, 2, baseline, auxiliaries);
        }
        double low = spec.path("scale").path("low").asDouble(0);
        double high = spec.path("scale").path("high").asDouble(100);
        String judge = spec.path("annotator").asText(run.engine());
        return new JudgingRun(
                run.id(), judge + ", run " + number, run.engine(), low, high, 1, high - low >= WIDE ? 1 : 2, baseline, auxiliaries);
    }

    /** A stored total on the scale of the run. */
    double onScale(double total) {
        return total / divisor;
    }

    /** With as many decimals as the scale needs; a true minus. */
    String print(double score) {
        return String.format(Locale.ROOT, "%." + decimals + "f", score).replace('-', '−');
    }

    @Override
    public String toString() {
        return name;
    }
}
