package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Absence of padding: 0.6 · (1 − min(1, 2p)), p the share of sentences with a set phrase that says nothing, + 0.4 · min(1, (1 + 2m) / (1 + n)), where n is
 * the number of words and m its median over the auxiliary answers.
 */
final class NoPadding implements CriterionKind {

    @Override
    public String name() {
        return "No padding";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        double usual = Medians.of(comparison.auxiliaries(), AnalysedText::length);
        var evidence = JsonNodeFactory.instance.objectNode().put("usual", usual);
        String description = String.format(
                Locale.ROOT, "Comes to the point, without set phrases and not at more than twice the usual %.0f words.", usual);
        return Optional.of(new Draft(description, evidence, 1));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        List<String> fillers = new ArrayList<>();
        for (String sentence : answer.sentences()) {
            SetPhrases.in(sentence).ifPresent(fillers::add);
        }
        double padded = fillers.isEmpty() ? 0 : fillers.size() / (double) answer.sentences().size();
        double usual = evidence.path("usual").asDouble();
        double length = Math.min(1, (1 + 2 * usual) / (1 + answer.length()));
        String reason = (fillers.isEmpty() ? "no set phrases" : fillers.size() + " of " + answer.sentences().size() + " sentences are set phrases: " + Quotes.list(fillers))
                + String.format(Locale.ROOT, "; %s, usual here: %.0f", Counted.of(answer.length(), "word"), usual);
        return new Measured(0.6 * (1 - Math.min(1, 2 * padded)) + 0.4 * length, reason);
    }
}
