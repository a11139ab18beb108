package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Optional;

/**
 * How much the answer says: the mean of ln(1 + c) and ln(1 + n) over ln(301), where c counts distinct content words and n those of them
 * that are not in the question. 300 of each, about a page, is as much as counts.
 */
final class Substance implements CriterionKind {

    private static final double FULL = Math.log1p(300);

    @Override
    public String name() {
        return "Substance";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        double usual = Medians.of(comparison.auxiliaries(), answer -> answer.content().size());
        var evidence = JsonNodeFactory.instance.objectNode().put("usual", usual);
        String description = String.format(Locale.ROOT, "Says much in different words; the auxiliary answers use %.0f content words.", usual);
        return Optional.of(new Draft(description, evidence, 1));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        int all = answer.content().size();
        int beyond = answer.contentBeyond(query);
        double share = Math.min(1, (Math.log1p(all) + Math.log1p(beyond)) / 2 / FULL);
        String reason = String.format(
                Locale.ROOT,
                "%d different content words, %d of them not in the question; usual here: %.0f",
                all,
                beyond,
                evidence.path("usual").asDouble());
        return new Measured(share, reason);
    }
}
