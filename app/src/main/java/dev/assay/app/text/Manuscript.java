package dev.assay.app.text;

import java.util.List;

/**
 * A text of any length and the part of it that is shown. Made and enlarged off the JavaFX thread.
 *
 * @param source the text as it was written
 * @param pieces of the source, of which the first {@code shown} make up the document
 * @param document what is shown
 */
public record Manuscript(String source, List<String> pieces, int shown, Document document) {

    public Manuscript {
        pieces = List.copyOf(pieces);
    }

    /** The beginning of a text written in Markdown; all of it, unless it is very long. */
    public static Manuscript markdown(String source) {
        List<String> pieces = Excerpt.pieces(CleanText.of(source));
        return new Manuscript(source, pieces, 0, Document.EMPTY).further();
    }

    public boolean complete() {
        return shown == pieces.size();
    }

    /** How many characters are not shown yet. */
    public int hidden() {
        return pieces.stream().skip(shown).mapToInt(String::length).sum();
    }

    /** With the next piece; the blocks of this one are the first of that. */
    public Manuscript further() {
        if (complete()) {
            return this;
        }
        Document next = new Markdown().parse(pieces.get(shown));
        return new Manuscript(source, pieces, shown + 1, document.followedBy(next));
    }

    public Manuscript all() {
        Manuscript all = this;
        while (!all.complete()) {
            all = all.further();
        }
        return all;
    }
}
