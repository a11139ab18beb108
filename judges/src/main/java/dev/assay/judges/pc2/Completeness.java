package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.Counted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the answer is whole: 0.35 if it does not break off, 0.25 unless it declines what most auxiliary answers do, and 0.4 ·
 * min(1, (1 + n) / (1 + m/2)), where n is the number of words and m its median over the auxiliary answers.
 */
final class Completeness implements CriterionKind {

    private static final Pattern DECLINES = Pattern.compile(
            """
            \\b(?:i(?: am|'m) (?:unable|not able) to|i(?: am|'m) (?:sorry|afraid),? (?:but|i (?:can|do|am))|my apologies, but|i apologi[sz]e,? but|\
            i can(?:not|'t) (?:help|assist|provide|answer|fulfil|create|write|generate|access|give|determine|complete|do|make|comply|process|see|\
            recommend)|\
            i do(?: not|n't) (?:have (?:access|enough|the ability|information|any information|personal|real)|know)|as an ai\\b|\
            not enough information)""",
            Pattern.CASE_INSENSITIVE);
    private static final int OPENING = 200;
    /** Up to so many words an answer may be a name or a phrase, which ends without a full stop. */
    private static final int PHRASE = 12;
    private static final int SIGNATURE = 6;

    @Override
    public String name() {
        return "Completeness";
    }

    @Override
    public Optional<Draft> draft(Comparison comparison) {
        var evidence = JsonNodeFactory.instance
                .objectNode()
                .put("usual", Medians.of(comparison.auxiliaries(), AnalysedText::length))
                .put("declining", comparison.auxiliaries().stream().filter(Completeness::declines).count() / (double)
                        Math.max(1, comparison.auxiliaries().size()));
        return Optional.of(new Draft("Does what is asked to its end, without declining or breaking off.", evidence, 1));
    }

    @Override
    public Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer) {
        double usual = evidence.path("usual").asDouble();
        boolean broken = breaksOff(answer);
        boolean declined = declines(answer);
        double unlike = declined ? 1 - evidence.path("declining").asDouble() : 0;
        double length = Math.min(1, (1 + answer.length()) / (1 + usual / 2));
        String reason = (broken ? "breaks off: " + Quotes.of(lastWords(answer.text())) : "ends properly")
                + (declined ? "; declines" : "")
                + (length < 1 ? "; " + Counted.of(answer.length(), "word") + ", under half of the usual " + Math.round(usual) : "");
        return new Measured((broken ? 0 : 0.35) + 0.25 * (1 - unlike) + 0.4 * length, reason);
    }

    private static boolean declines(AnalysedText answer) {
        String text = answer.text();
        return DECLINES.matcher(text.substring(0, Math.min(OPENING, text.length())).replace('’', '\'')).find();
    }

    /** Ends within a sentence, unless its lines usually end without a full stop, as those of lists and poems may, or it is signed. */
    private static boolean breaksOff(AnalysedText answer) {
        List<String> lines = answer.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (answer.length() <= PHRASE || !isOpen(lines.getLast()) || isSigned(lines)) {
            return false;
        }
        long open = lines.stream().limit(lines.size() - 1).filter(Completeness::isOpen).count();
        return 2 * open <= lines.size() - 1;
    }

    /** A short last line with a short or open one before it, neither a list item. */
    private static boolean isSigned(List<String> lines) {
        if (lines.size() < 3) {
            return false;
        }
        String before = lines.get(lines.size() - 2);
        boolean isItem = Layout.of(AnalysedText.of(lines.getLast())).items() > 0 || Layout.of(AnalysedText.of(before)).items() > 0;
        return !isItem && Words.of(lines.getLast()).size() <= SIGNATURE && (before.endsWith(",") || Words.of(before).size() <= SIGNATURE);
    }

    private static boolean isOpen(String line) {
        return Character.isLetterOrDigit(line.codePointBefore(line.length())) || line.endsWith(",");
    }

    private static String lastWords(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(Math.max(0, stripped.length() - 40));
    }
}
