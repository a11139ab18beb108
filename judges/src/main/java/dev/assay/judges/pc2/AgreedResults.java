package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Correctness by consensus: 0.8 · coverage + 0.2 · precision over results. A result is a number that is not in the question and numbers
 * no list item, a "yes" or "no" at the start, the whole of an answer of at most eight words, or a pair of words in the {@link Conclusion}
 * that two auxiliary answers share where one of them marks it as its conclusion. Coverage weighs a result by the square of the share of the auxiliary answers that have it; precision is
 * the share of the answer's results, pairs apart, that some auxiliary answer has.
 *
 * <p>Applies where two auxiliary answers have a result in common.
 */
final class AgreedResults implements CriterionKind {

    private static final int MOST_UNITS = 80;
    private static final int SHORT_ANSWER = 8;
    private static final Pattern LIST_MARKER = Pattern.compile("(?m)^[ \\t>*#-]*(?:step )?\\d{1,3}[.):](?=\\s)", Pattern.CASE_INSENSITIVE);
    private static final char VERDICT = '^';
    private static final char WHOLE = '=';
    private static final char PAIR = '&';

    @Override
    public String name() {
        return "Agreed results";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        AnalysedText query = comparison.query();
        Set<String> shared = sharedPairs(comparison);
        Ballot ballot = Ballot.count(comparison.auxiliaries(), answer -> results(query, answer, shared::contains), MOST_UNITS);
        List<String> agreed = agreed(ballot).stream().map(Ballot.Entry::shown).toList();
        if (agreed.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode evidence = JsonNodeFactory.instance.objectNode();
        ballot.writeTo(evidence);
        double usual = Medians.of(comparison.auxiliaries(), answer -> answer.content().size());
        // A query whose short answers share numbers turns on them; one whose long answers share a year does not.
        double emphasis = 0.5 + 2.5 * Math.min(1, 5.0 * agreed.size() / Math.max(1, usual));
        return Optional.of(new Draft("Comes to the results on which auxiliary answers agree: " + Quotes.list(agreed) + ".", evidence, emphasis));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        Ballot ballot = Ballot.readFrom(evidence);
        int own = ballot.voter(answer);
        Map<String, String> results = results(query, answer, any -> true);
        double found = 0;
        double all = 0;
        int known = 0;
        for (Ballot.Entry entry : ballot.entries()) {
            double share = ballot.share(entry, own);
            boolean has = has(entry.unit(), results, answer);
            all += share * share;
            found += has ? share * share : 0;
            known += has && share > 0 && !isPair(entry.unit()) ? 1 : 0;
        }
        double coverage = all == 0 ? 0.5 : found / all;
        long given = results.keySet().stream().filter(unit -> !isPair(unit)).count();
        double precision = given == 0 ? 0.5 : Math.min(1, known / (double) given);
        return new Measured(0.8 * coverage + 0.2 * precision, reason(ballot, results, answer));
    }

    private static List<Ballot.Entry> agreed(Ballot ballot) {
        return ballot.entries().stream().filter(entry -> entry.votes() > 1).toList();
    }

    private static boolean has(String unit, Map<String, String> results, AnalysedText answer) {
        if (unit.charAt(0) != WHOLE) {
            return results.containsKey(unit);
        }
        List<String> label = List.of(unit.substring(1).split(" "));
        boolean isShort = answer.length() <= SHORT_ANSWER;
        return answer.stems().containsAll(label)
                || (isShort && !answer.contentStems().isEmpty() && label.containsAll(answer.contentStems()));
    }

    /** Only where an auxiliary answer marks its conclusion: the last sentences of free prose share words, but no result. */
    private static Set<String> sharedPairs(Comparison comparison) {
        if (comparison.auxiliaries().stream().noneMatch(Conclusion::isMarked)) {
            return Set.of();
        }
        return Ballot.count(comparison.auxiliaries(), answer -> Conclusion.pairs(comparison.query(), answer), Integer.MAX_VALUE).entries().stream()
                .filter(entry -> entry.votes() > 1)
                .map(Ballot.Entry::unit)
                .collect(Collectors.toSet());
    }

    private static boolean isPair(String unit) {
        return unit.charAt(0) == PAIR;
    }

    private static Map<String, String> results(AnalysedText query, AnalysedText answer, Predicate<String> pairs) {
        Map<String, String> results = new LinkedHashMap<>();
        if (answer.stems().isEmpty()) {
            return results;
        }
        String first = answer.stems().getFirst();
        if (first.equals("yes") || first.equals("no") || first.equals("tru") || first.equals("true") || first.equals("fals") || first.equals("false")) {
            results.put(VERDICT + first, first);
        }
        if (answer.length() <= SHORT_ANSWER) {
            results.put(WHOLE + String.join(" ", answer.stems()), answer.text().strip());
        }
        for (String word : Words.of(LIST_MARKER.matcher(answer.text()).replaceAll(" "))) {
            String stem = Words.stem(word);
            if (Words.isNumber(word) && !query.content().containsKey(stem)) {
                results.putIfAbsent(stem, word);
            }
        }
        Conclusion.pairs(query, answer).forEach((pair, shown) -> {
            if (pairs.test(pair)) {
                results.put(PAIR + pair, shown);
            }
        });
        return results;
    }

    private static String reason(Ballot ballot, Map<String, String> results, AnalysedText answer) {
        List<String> found = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Ballot.Entry entry : agreed(ballot)) {
            (has(entry.unit(), results, answer) ? found : missed).add(entry.shown());
        }
        List<String> alone = results.entrySet().stream()
                .filter(result -> !isPair(result.getKey()) && ballot.entries().stream().noneMatch(entry -> entry.unit().equals(result.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        return "has " + found.size() + " of " + (found.size() + missed.size()) + " agreed results"
                + (found.isEmpty() ? "" : ": " + Quotes.list(found))
                + (missed.isEmpty() ? "" : "; not " + Quotes.list(missed))
                + (alone.isEmpty() ? "" : "; alone with " + Quotes.list(alone));
    }
}
