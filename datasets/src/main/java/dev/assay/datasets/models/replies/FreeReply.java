package dev.assay.datasets.models.replies;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model says to the reader where no form was asked for: its text without the reasoning that it wrote before. What stands within or behind the
 * answer is part of it, whatever it looks like.
 *
 * @param text to the letter, if there was no reasoning; empty if there is a failure
 * @param failure why there is no answer
 */
public record FreeReply(String text, Optional<ModelFailure> failure) {

    private static final Pattern HARMONY_ANSWER = Pattern.compile("(?:<\\|start\\|>assistant)?\\s*<\\|channel\\|>final[^<]{0,80}<\\|message\\|>");
    private static final Pattern HARMONY_END = Pattern.compile("<\\|(?:end|return)\\|>\\s*$");
    private static final Pattern HARMONY_START = Pattern.compile("<\\|start\\|>assistant\\s*(?=<\\|channel\\|>)");
    private static final String FENCE = "```";
    /** A tag behind one of these is spoken of. */
    private static final String QUOTES = "`'\"“‘«";

    /** @param written by the model */
    public static FreeReply of(String written) {
        int begin = 0;
        while (true) {
            int at = behindSpace(written, begin);
            Matcher start = HARMONY_START.matcher(written).region(at, written.length());
            at = start.lookingAt() ? start.end() : at;
            Optional<Reasoning.Opened> opened = Reasoning.taughtOpenedAt(written, at);
            if (opened.isEmpty()) {
                break;
            }
            begin = opened.get().end(written);
            if (begin < 0) {
                return failed(FailureKind.CUT_OFF, "the text ends within the reasoning");
            }
        }
        begin = Math.max(begin, behindUnopened(written, begin));
        String answer = written.substring(begin == 0 ? 0 : behindSpace(written, begin));
        Matcher harmony = HARMONY_ANSWER.matcher(answer);
        if (harmony.lookingAt()) {
            answer = HARMONY_END.matcher(answer.substring(harmony.end())).replaceFirst("");
        }
        return answer.isBlank() ? failed(FailureKind.EMPTY, begin > 0 ? "there is only reasoning" : "") : new FreeReply(answer, Optional.empty());
    }

    /** Behind the end of reasoning that the prompt has opened, as some chat templates do; −1 if there is none. */
    private static int behindUnopened(String text, int from) {
        boolean inCode = false;
        for (int at = from; at < text.length(); at++) {
            if (text.startsWith(FENCE, at)) {
                inCode = !inCode;
                at += FENCE.length() - 1;
            } else if (!inCode && Reasoning.mayBeginWith(text.charAt(at)) && !(at > 0 && QUOTES.indexOf(text.charAt(at - 1)) >= 0)) {
                if (Reasoning.taughtOpenedAt(text, at).isPresent()) {
                    return -1;
                }
                int end = Reasoning.taughtClosedAt(text, at);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static int behindSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static FreeReply failed(FailureKind kind, String detail) {
        return new FreeReply("", Optional.of(ModelFailure.of(kind, detail)));
    }
}
