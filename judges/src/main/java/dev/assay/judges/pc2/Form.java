package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Form and layout. Layout is 0.3 · (1 for a list, else the share of auxiliary answers that are none) + 0.7 · richness of
 * {@link Layout}. Where the question asks for forms, they count 0.5 (the mean of how far each is met) and the layout 0.5.
 */
final class Form implements CriterionKind {

    @Override
    public String name() {
        return "Form";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        double listed = comparison.auxiliaries().stream().filter(answer -> Layout.of(answer).items() >= 2).count()
                / (double) Math.max(1, comparison.auxiliaries().size());
        List<FormRequest> requests = FormRequest.in(comparison.query().text());
        String description = requests.isEmpty()
                ? "Is set out clearly" + (listed > 0.5 ? ", as a list like most auxiliary answers." : ".")
                : "Has the form asked for: " + requests.stream().map(FormRequest::shown).collect(Collectors.joining(", ")) + ".";
        return Optional.of(new Draft(description, JsonNodeFactory.instance.objectNode().put("listed", listed), 1));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        Layout layout = Layout.of(answer);
        double setOut = 0.3 * (layout.items() >= 2 ? 1 : 1 - evidence.path("listed").asDouble()) + 0.7 * layout.richness();
        List<FormRequest> requests = FormRequest.in(query.text());
        List<String> reasons = new ArrayList<>();
        double met = 0;
        for (FormRequest request : requests) {
            double share = request.metBy(answer, layout);
            met += share;
            reasons.add(request.shown() + " asked for: " + (share >= 0.99 ? "given" : share > 0 ? "given in part" : "missing"));
        }
        reasons.add(Counted.of(layout.paragraphs(), "paragraph") + ", " + Counted.of(layout.items(), "list item"));
        double share = requests.isEmpty() ? setOut : 0.5 * met / requests.size() + 0.5 * setOut;
        return new Measured(share, String.join("; ", reasons));
    }
}
