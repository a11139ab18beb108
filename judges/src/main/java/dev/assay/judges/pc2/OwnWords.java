package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Optional;

/**
 * Absence of echo: 0.45 · (share of distinct content words that are not in the question) + 0.2 · (1 − e) + 0.3 · (1 − max(0, e − e₀)) + 0.05;
 * 0 for an answer of more than eight words that is a mere piece of the question. e is the share of the answer's runs of three words that stand in the question, e₀ its
 * median over the auxiliary answers: where the task is to rework a text, copying some of it is usual.
 */
final class OwnWords implements CriterionKind {

    @Override
    public String name() {
        return "Own words";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        double usual = Medians.of(comparison.auxiliaries(), answer -> answer.echoes(comparison.query()));
        var evidence = JsonNodeFactory.instance.objectNode().put("usual", usual);
        return Optional.of(new Draft("Answers the question instead of repeating it.", evidence, 1));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        int all = answer.content().size();
        double beyond = all == 0 ? 0 : answer.contentBeyond(query) / (double) all;
        double echo = answer.echoes(query);
        double excess = Math.max(0, echo - evidence.path("usual").asDouble());
        boolean piece = answer.merelyCopies(query);
        double share = piece ? 0 : 0.45 * beyond + 0.2 * (1 - echo) + 0.3 * (1 - excess) + 0.05;
        String reason = piece
                ? "merely copies the question: " + Quotes.of(answer.text())
                : String.format(
                        Locale.ROOT,
                        "%.0f %% of its content words are not in the question; %.0f %% of its text is copied from it (usual here: %.0f %%)",
                        100 * beyond,
                        100 * echo,
                        100 * evidence.path("usual").asDouble());
        return new Measured(share, reason);
    }
}
