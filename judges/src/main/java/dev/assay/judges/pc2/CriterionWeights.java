package dev.assay.judges.pc2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much each kind of criterion counts, and how that becomes the integer weights of a query.
 *
 * @param importances by kind: how much a full step on this criterion counts, and how far auxiliary answers usually spread on it
 * @param adaptation 0: the weights of a query follow the importances alone; 1: they follow what separates its auxiliary answers as well
 */
record CriterionWeights(Map<String, Importance> importances, double adaptation) {

    record Importance(double importance, double usualSpread) {}

    /**
     * A criterion that wants its share of 100.
     *
     * @param kind its kind
     * @param emphasis how much the query turns on it; 1 is usual
     * @param spread standard deviation of the auxiliary answers on it
     */
    record Claim(String kind, double emphasis, double spread) {}

    private static final double SMALLEST_SHARE = 0.02;

    static CriterionWeights learned() {
        return new CriterionWeights(
                Map.ofEntries(
                        Map.entry("Shared points", new Importance(2.8, 0.14)),
                        Map.entry("Agreed results", new Importance(1.2, 0.23)),
                        Map.entry("Substance", new Importance(2.1, 0.12)),
                        Map.entry("Addresses the question", new Importance(0.8, 0.13)),
                        Map.entry("Form", new Importance(1.8, 0.17)),
                        Map.entry("Own words", new Importance(1.5, 0.11)),
                        Map.entry("No repetition", new Importance(1.6, 0.10)),
                        Map.entry("No padding", new Importance(1.5, 0.04)),
                        Map.entry("Completeness", new Importance(1.0, 0.09))),
                0.2);
    }

    /** Integers that sum to 100, one for each claim; 0 for those that would get less than 2. */
    List<Integer> distribute(List<Claim> claims) {
        double[] raw = claims.stream().mapToDouble(this::raw).toArray();
        double all = IntStream.range(0, raw.length).mapToDouble(i -> raw[i]).sum();
        double[] kept = IntStream.range(0, raw.length)
                .mapToDouble(i -> raw[i] >= SMALLEST_SHARE * all ? raw[i] : 0)
                .toArray();
        return largestRemainders(kept);
    }

    private double raw(Claim claim) {
        Importance importance = importances.get(claim.kind());
        if (importance == null) {
            throw new IllegalArgumentException("no importance is known for " + claim.kind());
        }
        double relative = Math.min(2, claim.spread() / importance.usualSpread());
        return importance.importance() * claim.emphasis() * (1 - adaptation + adaptation * relative);
    }

    /** Rounds shares to integers that sum to 100: down first, then what is left over goes to the largest remainders. */
    private static List<Integer> largestRemainders(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double scale = 100 / sum;
        List<Integer> integers = new ArrayList<>();
        int left = 100;
        for (double share : shares) {
            int floor = (int) Math.floor(share * scale);
            integers.add(floor);
            left -= floor;
        }
        List<Integer> byRemainder = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> shares[i] * scale - Math.floor(shares[i] * scale)).reversed())
                .toList();
        for (int i = 0; i < left; i++) {
            int index = byRemainder.get(i % byRemainder.size());
            integers.set(index, integers.get(index) + 1);
        }
        return integers;
    }
}
