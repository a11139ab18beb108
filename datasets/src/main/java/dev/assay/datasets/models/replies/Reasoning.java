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
    private static final List<Mark> MARKS = List.of(
            Mark.tag(NAMES),
            Mark.of("\\[THINK]", "\\[/THINK]"),
            Mark.of("◁think▷", "◁/think▷"),
            // Everything but the channel "final" of the harmony format is not for the reader.
            Mark.of("<\\|channel\\|>(?:analysis|commentary)[^<]{0,80}<\\|message\\|>", "<\\|(?:end|return|call)\\|>"));
    private static final String FIRST = "<[◁";

    private Reasoning() {}

    static boolean mayBeginWith(char c) {
        return FIRST.indexOf(c) >= 0;
    }

    /** The mark that begins exactly here, if one does. */
    static Optional<Opened> openedAt(String text, int at) {
        for (Mark mark : MARKS) {
            Matcher matcher = mark.open().matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                return Optional.of(new Opened(mark, matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** End of a closing mark that begins exactly here; −1 if none does. */
    static int closedAt(String text, int at) {
        for (Mark mark : MARKS.subList(0, MARKS.size() - 1)) {
            Matcher matcher = mark.close().matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
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
