package dev.assay.judges.pc2;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is usual among answers. */
final class Medians {

    private Medians() {}

    /** The median of a quantity; the mean of the middle two for an even number of answers; 0 without answers. */
    static double of(List<AnalysedText> answers, ToDoubleFunction<AnalysedText> quantity) {
        double[] sorted = answers.stream().mapToDouble(quantity).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
