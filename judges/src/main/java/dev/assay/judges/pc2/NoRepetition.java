package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Absence of repetition: (1 − r)², where r is the larger of the shares of repeated sentences and of repeated runs of four words. */
final class NoRepetition implements CriterionKind {

    private static final int SHORTEST_SENTENCE = 6;

    @Override
    public String name() {
        return "No repetition";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        return Optional.of(new Draft("Says each thing once.", JsonNodeFactory.instance.objectNode(), 1));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        double runs = repeatedRuns(answer);
        int sentences = 0;
        int again = 0;
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (String sentence : answer.sentences()) {
            String key = Sentences.key(sentence);
            if (key.length() >= SHORTEST_SENTENCE) {
                sentences++;
                if (!seen.add(key)) {
                    again++;
                    repeated.add(sentence);
                }
            }
        }
        double share = 1 - Math.max(runs, sentences == 0 ? 0 : again / (double) sentences);
        return new Measured(share * share, reason(again, sentences, repeated, runs));
    }

    private static double repeatedRuns(AnalysedText answer) {
        long[] runs = answer.runs(4);
        Set<Long> distinct = new HashSet<>();
        for (long run : runs) {
            distinct.add(run);
        }
        return runs.length == 0 ? 0 : 1 - distinct.size() / (double) runs.length;
    }

    private static String reason(int again, int sentences, Set<String> repeated, double runs) {
        if (again > 0) {
            return "repeats " + again + " of " + sentences + " sentences: " + Quotes.list(repeated.stream().toList());
        }
        return runs > 0
                ? String.format(Locale.ROOT, "repeats no sentence, but %.0f %% of its runs of four words", 100 * runs)
                : "repeats nothing";
    }
}
