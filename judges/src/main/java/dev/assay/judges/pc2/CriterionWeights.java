package dev.assay.judges.pc2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much each kind of criterion counts, and how that becomes the integer weights of a query.
 *
 * <p>Origin of the numbers: logistic regression, with coefficients held positive, of which of two answers to a query is better on the
 * differences of their shares (factored by what separates the auxiliary answers, as {@link #distribute} does). Pairs are all pairs of the
 * nine AlpacaEval subjects on its 805 queries whose log-odds against gpt4_1106_preview differ by at least 0.7, with five subjects as
 * auxiliaries, one of them spoilt for every second query. Half as much weight have pairs of an answer and a spoilt one (cut off, looping,
 * echoing the question, of another query, padded, empty), because subjects as good as these hardly ever fail so. In five-fold
 * cross-validation by query it orders 0.81 of the pairs right, 0.69 of those of equal length (± 25 %); the exact numbers matter little.
 * Two were set by hand: agreed results, of which AlpacaEval has too few to learn from (0.3 learned), and the adaptation, for which 0 to
 * 0.2 did equally well and more did worse. No number was learned from PandaLM; but some of its answers were read, without what people said
 * of them, to find faults of the text analysis, and its figure was looked at ten times on the way.
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
                        Map.entry("Shared points", new Importance(2.5, 0.13)),
                        Map.entry("Agreed results", new Importance(1.2, 0.23)),
                        Map.entry("Substance", new Importance(2.9, 0.12)),
                        Map.entry("Addresses the question", new Importance(0.7, 0.13)),
                        Map.entry("Form", new Importance(2.4, 0.19)),
                        Map.entry("Own words", new Importance(1.2, 0.11)),
                        Map.entry("No repetition", new Importance(2.2, 0.10)),
                        Map.entry("No padding", new Importance(1.5, 0.04)),
                        Map.entry("Completeness", new Importance(0.8, 0.08))),
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
