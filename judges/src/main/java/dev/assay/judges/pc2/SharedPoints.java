package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Coverage of what the auxiliary answers say: Σ of the weights of the units that the answer contains, over Σ of all weights. A unit is the
 * stem of a content word; its weight is (share of the auxiliary answers that contain it)^1.5, times 0.3 if it stands in the question.
 * Auxiliary answers that merely copy a piece of the question have no vote.
 */
final class SharedPoints implements CriterionKind {

    private static final int MOST_UNITS = 200;
    private static final double STEEPNESS = 1.5;
    private static final double WEIGHT_OF_QUERY_WORDS = 0.3;

    @Override
    public String name() {
        return "Shared points";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        List<AnalysedText> voters = comparison.auxiliaries().stream()
                .filter(answer -> !answer.merelyCopies(comparison.query()))
                .toList();
        Ballot ballot = Ballot.count(voters, AnalysedText::content, MOST_UNITS);
        if (ballot.entries().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode evidence = JsonNodeFactory.instance.objectNode();
        ballot.writeTo(evidence);
        List<String> points = points(ballot, comparison.query()).stream().limit(6).map(Ballot.Entry::shown).toList();
        String description = points.isEmpty()
                ? "Makes the points that the auxiliary answers make."
                : "Makes the points on which auxiliary answers agree, such as " + Quotes.list(points) + ".";
        return Optional.of(new Draft(description, evidence, 1));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        Ballot ballot = Ballot.readFrom(evidence);
        int own = ballot.voter(answer);
        Map<String, String> content = answer.content();
        double found = 0;
        double all = 0;
        for (Ballot.Entry entry : ballot.entries()) {
            double weight = weight(ballot, entry, own, query);
            all += weight;
            if (content.containsKey(entry.unit())) {
                found += weight;
            }
        }
        return new Measured(all == 0 ? 0.5 : found / all, reason(points(ballot, query), content));
    }

    private static double weight(Ballot ballot, Ballot.Entry entry, int own, AnalysedText query) {
        double weight = Math.pow(ballot.share(entry, own), STEEPNESS);
        return query.content().containsKey(entry.unit()) ? weight * WEIGHT_OF_QUERY_WORDS : weight;
    }

    /** Units outside the question that at least two auxiliary answers share; all units outside it if there are none. */
    private static List<Ballot.Entry> points(Ballot ballot, AnalysedText query) {
        List<Ballot.Entry> outside = ballot.entries().stream()
                .filter(entry -> !query.content().containsKey(entry.unit()))
                .toList();
        List<Ballot.Entry> shared = outside.stream().filter(entry -> entry.votes() > 1).toList();
        return shared.isEmpty() ? outside : shared;
    }

    private static String reason(List<Ballot.Entry> points, Map<String, String> content) {
        if (points.isEmpty()) {
            return "the auxiliary answers say nothing beyond the question to compare with";
        }
        List<String> covered = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Ballot.Entry point : points) {
            (content.containsKey(point.unit()) ? covered : missed).add(point.shown());
        }
        StringBuilder reason = new StringBuilder("covers " + covered.size() + " of " + points.size()
                + (points.getFirst().votes() > 1 ? " shared points" : " points of the auxiliary answers"));
        if (!covered.isEmpty()) {
            reason.append(": ").append(Quotes.list(covered));
        }
        if (!missed.isEmpty()) {
            reason.append("; misses ").append(Quotes.list(missed));
        }
        return reason.toString();
    }
}
