package dev.assay.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores of subjects in domains.
 *
 * @param axis what the score is
 * @param domains at least three, clockwise from the top
 * @param series the subjects, each with one estimate per domain
 * @param reference what each subject is drawn against in small multiples, if anything
 */
public record RadarData(ScoreAxis axis, List<String> domains, List<Series> series, Optional<Series> reference) {

    /** As many series as can be told apart in one star. */
    static final int MOST_IN_ONE = 6;

    /** As many small stars as one figure holds. */
    static final int MOST = 30;

    /**
     * A subject.
     *
     * @param name its name
     * @param estimates one per domain; empty where it has no score
     */
    public record Series(String name, List<Optional<Estimate>> estimates) {

        /** Copies the estimates. */
        public Series {
            estimates = List.copyOf(estimates);
        }

        double mean() {
            return estimates.stream().flatMap(Optional::stream).mapToDouble(Estimate::mean).average().orElse(0);
        }
    }

    /**
     * A mean with its interval.
     *
     * @param mean mean score
     * @param low lower bound
     * @param high upper bound
     * @param n number of queries
     * @param failures queries whose judgment failed
     */
    public record Estimate(double mean, double low, double high, int n, int failures) {

        /** Checks that the numbers can be drawn. */
        public Estimate {
            Checks.interval(mean, low, high, "a spoke of the radar");
            Checks.that(n >= 1 && failures >= 0, "a spoke of the radar has %d queries and %d failures", n, failures);
        }
    }

    /** Copies the lists and checks the shape. */
    public RadarData {
        domains = List.copyOf(domains);
        series = List.copyOf(series);
        Checks.that(domains.size() >= 3, "a radar needs three domains, not %d; use the heat map", domains.size());
        Checks.that(!series.isEmpty(), "there is no subject with a score; judge some answers first");
        Checks.that(series.size() <= MOST, "%d subjects are too many for a radar; choose up to %d", series.size(), MOST);
        for (Series one : series) {
            Checks.that(one.estimates().size() == domains.size(),
                    "\"%s\" has %d estimates for %d domains", one.name(), one.estimates().size(), domains.size());
        }
        int spokes = domains.size();
        Checks.that(reference.map(r -> r.estimates().size() == spokes).orElse(true), "the reference lacks a domain");
        Checks.that(series.stream().anyMatch(one -> one.estimates().stream().anyMatch(Optional::isPresent)),
                "no subject has a score in any domain; judge some answers first");
    }

    List<Estimate> all() {
        return series.stream().flatMap(one -> one.estimates().stream()).flatMap(Optional::stream).toList();
    }

    Table table() {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        series.forEach(one -> lines.addAll(lines(one, false)));
        reference.ifPresent(one -> lines.addAll(lines(one, true)));
        return new Table(
                "radar",
                List.of("subject", "domain", "mean", "low", "high", "confidence", "n", "failures", "is_reference"),
                lines);
    }

    private List<List<@Nullable Object>> lines(Series one, boolean isReference) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            Optional<Estimate> estimate = one.estimates().get(i);
            lines.add(Table.row(
                    one.name(), domains.get(i),
                    estimate.map(Estimate::mean).orElse(null),
                    estimate.map(Estimate::low).orElse(null),
                    estimate.map(Estimate::high).orElse(null),
                    axis.confidence(),
                    estimate.map(Estimate::n).orElse(null),
                    estimate.map(Estimate::failures).orElse(null),
                    isReference));
        }
        return lines;
    }
}
