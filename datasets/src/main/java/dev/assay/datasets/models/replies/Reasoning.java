package dev.assay.datasets.models.replies;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How models mark the reasoning that they write before their answer. */
final class Reasoning {

    /** The begin and the end of one way to mark it. */
    record Mark(Pattern open, Pattern close) {

        private static Mark of(String open, String close) {
            return new Mark(Pattern.compile(open, Pattern.CASE_INSENSITIVE), Pattern.compile(close, Pattern.CASE_INSENSITIVE));
        }

        private static Mark tag(String name) {
            return of("<\\s?" + name + "\\s?>", "<\\s?/\\s?" + name + "\\s?>");
        }
    }

    private static final String NAMES = "(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad|seed:think)";
    private static final Mark MISTRAL = Mark.of("\\[THINK]", "\\[/THINK]");
    private static final Mark KIMI = Mark.of("◁think▷", "◁/think▷");
    /** Everything but the channel "final" of the harmony format is not for the reader. */
    private static final Mark HARMONY =
            Mark.of("<\\|channel\\|>(?:analysis|commentary)[^<]{0,80}<\\|message\\|>", "<\\|(?:end|return|call)\\|>");
    private static final List<Mark> MARKS = List.of(Mark.tag(NAMES), MISTRAL, KIMI, HARMONY);
    /** Those that models have been taught. The others may have been asked for, so that in free text they belong to the answer. */
    private static final List<Mark> TAUGHT = List.of(Mark.tag("(?:think|thinking|thought|seed:think)"), MISTRAL, KIMI, HARMONY);
    private static final String FIRST = "<[◁";

    private Reasoning() {}

    static boolean mayBeginWith(char c) {
        return FIRST.indexOf(c) >= 0;
    }

    /** The mark that begins exactly here, if one does. */
    static Optional<Opened> openedAt(String text, int at) {
        return openedAt(text, at, MARKS);
    }

    /** As {@link #openedAt(String, int)}, of marks that models have been taught. */
    static Optional<Opened> taughtOpenedAt(String text, int at) {
        return openedAt(text, at, TAUGHT);
    }

    private static Optional<Opened> openedAt(String text, int at, List<Mark> marks) {
        for (Mark mark : marks) {
            Matcher matcher = mark.open().matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                return Optional.of(new Opened(mark, matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** End of a closing mark that begins exactly here; −1 if none does. */
    static int closedAt(String text, int at) {
        return closedAt(text, at, MARKS);
    }

    /** As {@link #closedAt(String, int)}, of marks that models have been taught. */
    static int taughtClosedAt(String text, int at) {
        return closedAt(text, at, TAUGHT);
    }

    private static int closedAt(String text, int at, List<Mark> marks) {
        for (Mark mark : marks) {
            Matcher matcher = mark.close().matcher(text).region(at, text.length());
            // Other channels of the harmony format are closed alike.
            if (!mark.equals(HARMONY) && matcher.lookingAt()) {
                return matcher.end();
            }
        }
        return -1;
    }

    /**
     * Reasoning that has begun.
     *
     * @param from where its text begins
     */
    record Opened(Mark mark, int from) {

        /** Behind its closing mark; −1 if it is never closed. */
        int end(String text) {
            Matcher matcher = mark.close().matcher(text);
            return matcher.find(from) ? matcher.end() : -1;
        }
    }
}
