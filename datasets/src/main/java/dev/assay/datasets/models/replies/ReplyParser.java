package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.replies.Finding.Broken;
import dev.assay.datasets.models.replies.Finding.CutOff;
import dev.assay.datasets.models.replies.Finding.Several;
import dev.assay.datasets.models.replies.Finding.Whole;
import dev.assay.datasets.models.replies.ParsedReply.Invalid;
import dev.assay.datasets.models.replies.ParsedReply.Valid;
import dev.assay.datasets.records.StorableText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the answer in what a model wrote. Tolerates what is around it (prose, code fences, reasoning, an echo of the prompt, the same object twice)
 * and how it is spelt (see {@link TolerantJson}), but never completes it: an object that is cut off or broken is a failure.
 *
 * <p>The answer is the last attempt outside reasoning, an attempt being an object that has at least one of the names that the schema gives its
 * properties. If the last attempt is not in order there is no answer, even if an earlier one is in order: the model has overruled that one. Objects
 * that are no attempts (a formula in braces, an aside) are passed over. Reading takes time in proportion to the length of the text, whatever it is.
 *
 * <p>Used by many threads at once.
 */
public final class ReplyParser {

    private final ReplyForm form;

    public ReplyParser(ReplySchema schema) {
        this(schema, ReplyCheck.none());
    }

    public ReplyParser(ReplySchema schema, ReplyCheck check) {
        this.form = new ReplyForm(schema, check);
    }

    /**
     * @param text what the model wrote
     * @param prompt what it was asked: JSON that it repeats from there is not its answer
     */
    public ParsedReply parse(String text, List<Message> prompt) {
        String clean = StorableText.of(text);
        ScannedReply scanned = ReplyScanner.scan(clean, Echo.none());
        if (scanned.holdsMoreThanOneObject()) {
            scanned = ReplyScanner.scan(clean, Echo.of(prompt, clean));
        }
        return decide(scanned);
    }

    private ParsedReply decide(ScannedReply scanned) {
        List<Finding> latestFirst = scanned.findings().reversed();
        return latestFirst.stream()
                .filter(this::isAttempt)
                .findFirst()
                .or(() -> latestFirst.stream().findFirst())
                .map(this::judge)
                .orElseGet(() -> withoutAnyObject(scanned));
    }

    private boolean isAttempt(Finding finding) {
        return switch (finding) {
            case Whole whole -> form.hasNameOf(names(whole.value()));
            case Several several -> form.hasNameOf(several.names());
            case Broken broken -> form.hasNameOf(broken.names());
            // Nothing is known yet of an object that ends at its first name.
            case CutOff cut -> cut.names().isEmpty() || form.hasNameOf(cut.names());
        };
    }

    private ParsedReply judge(Finding finding) {
        return switch (finding) {
            case Whole whole -> {
                Optional<String> problem = form.problemOf(whole.value());
                yield problem.isPresent() ? invalid(FailureKind.WRONG_FORM, problem.get()) : new Valid(whole.value());
            }
            case Several several -> invalid(
                    FailureKind.WRONG_FORM, "a list with " + several.count() + " objects where one object was asked for");
            case Broken broken -> invalid(FailureKind.NO_JSON, "what looks like it is broken: " + broken.why());
            case CutOff cut -> invalid(FailureKind.CUT_OFF, "the text ends within the JSON object");
        };
    }

    private static ParsedReply withoutAnyObject(ScannedReply scanned) {
        String prose = scanned.prose().strip();
        if (scanned.tangled()) {
            return invalid(FailureKind.NO_JSON, "the text is too tangled to be read");
        }
        if (scanned.endsInReasoning()) {
            return invalid(FailureKind.CUT_OFF, "the text ends within the reasoning");
        }
        if (prose.isEmpty()) {
            return invalid(FailureKind.EMPTY, scanned.hasReasoning() ? "there is only reasoning" : "");
        }
        return invalid(Refusal.isIn(prose) ? FailureKind.REFUSED : FailureKind.NO_JSON, "it says: " + Excerpt.of(prose, 0));
    }

    private static Set<String> names(ObjectNode value) {
        return Set.copyOf(value.propertyStream().map(Map.Entry::getKey).toList());
    }

    private static Invalid invalid(FailureKind kind, String detail) {
        return new Invalid(ModelFailure.of(kind, detail));
    }
}
