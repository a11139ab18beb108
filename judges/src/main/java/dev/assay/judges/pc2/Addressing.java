package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the answer takes up each part of the question: the mean over its parts (sentences and clauses with content words) of
 * min(1, 2.5 · share of the part's content words that the answer takes up).
 */
final class Addressing implements CriterionKind {

    private static final Pattern BORDER = Pattern.compile("[.!?;:。！？\\n\\r]+\\s*|,\\s+|\\s+(?:and|or|then|but)\\s+");
    private static final int MOST_PARTS = 12;
    private static final double ENOUGH = 2.5;

    @Override
    public String name() {
        return "Addresses the question";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        int parts = parts(comparison.query()).size();
        if (parts == 0) {
            return Optional.empty();
        }
        String description = parts == 1 ? "Takes up what is asked." : "Takes up each of the " + parts + " parts of what is asked.";
        return Optional.of(new Draft(description, JsonNodeFactory.instance.objectNode(), 1));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        List<AnalysedText> parts = parts(query);
        List<String> left = new ArrayList<>();
        double sum = 0;
        for (AnalysedText part : parts) {
            long found = part.content().keySet().stream().filter(answer.content()::containsKey).count();
            sum += Math.min(1, ENOUGH * found / part.content().size());
            if (found == 0) {
                left.add(part.text().strip());
            }
        }
        String reason = "takes up " + (parts.size() - left.size()) + " of " + parts.size() + " parts of the question"
                + (left.isEmpty() ? "" : "; not " + Quotes.list(left));
        return new Measured(parts.isEmpty() ? 1 : sum / parts.size(), reason);
    }

    private static List<AnalysedText> parts(AnalysedText query) {
        return Stream.of(BORDER.split(query.text(), 10 * MOST_PARTS))
                .map(AnalysedText::of)
                .filter(part -> !part.content().isEmpty())
                .limit(MOST_PARTS)
                .toList();
    }
}
