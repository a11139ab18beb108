package dev.assay.app.text;

import java.util.List;

/**
 * A range of a document's text that is set off.
 *
 * @param start offset of its first character in {@link Document#text}
 * @param end offset behind its last character
 */
public record Mark(int start, int end, Kind kind) {

    /** Why a range is set off; each kind has its own ground and line. */
    public enum Kind {
        /** A judge names it as evidence. */
        QUOTE,
        /** Found by a search. */
        FOUND,
        /** The text that it is compared with has something else here. */
        DIFFERENT,
        /** The last word that was compared; what follows was not. */
        LIMIT
    }

    public Mark {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a mark from " + start + " to " + end);
        }
    }

    /** The parts of marks that lie in a passage, counted from its beginning. */
    static List<Mark> within(List<Mark> marks, Passage passage) {
        int from = passage.start();
        int to = passage.end();
        return marks.stream()
                .filter(mark -> mark.start() < to && mark.end() > from)
                .map(mark -> new Mark(Math.max(mark.start(), from) - from, Math.min(mark.end(), to) - from, mark.kind()))
                .toList();
    }
}
