package dev.assay.app.figures;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.app.charts.ScoreAxis;
import dev.assay.datasets.jobs.Run;
import dev.assay.judges.profiles.Profiler;

/**
 * What the scores of a run of judging are, in words.
 *
 * @param label name and range, as it stands at an axis
 * @param decimals decimals of a printed mean
 * @param judge who judged, against what
 */
public record RunScale(String label, int decimals, String judge) {

    private static final double WIDE = 50;

    public static RunScale of(Run run) {
        JsonNode spec = run.spec();
        if (spec.path("judge").asText().equals("pc2")) {
            int top = spec.path("scale").asInt();
            String engine = run.engine().equals("local") ? "local engine, no language model" : "engine " + run.engine();
            return new RunScale(
                    "PC2 score, 100–" + 100 * top, 1, "PC2 (" + engine + "), baseline " + spec.path("baseline").asText());
        }
        String baseline = spec.path("baseline").asText("");
        String judge = spec.path("annotator").asText(run.engine()) + (baseline.isEmpty() ? "" : ", against " + baseline);
        JsonNode scale = spec.path("scale");
        if (!scale.path("high").isNumber() || !scale.path("low").isNumber()) {
            return new RunScale("score", 2, judge);
        }
        double low = scale.path("low").asDouble();
        double high = scale.path("high").asDouble();
        boolean isWinRate = low == 0 && high == 100 && !baseline.isEmpty();
        return new RunScale(
                isWinRate ? "win rate, %" : "score, " + plain(low) + "–" + plain(high), high - low >= WIDE ? 1 : 2, judge);
    }

    ScoreAxis axis() {
        return new ScoreAxis(label, decimals, Profiler.LEVEL);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
