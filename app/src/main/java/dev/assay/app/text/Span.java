package dev.assay.app.text;

/** A piece of a passage that looks alike throughout. */
public sealed interface Span {

    /** What is shown. */
    String text();

    /** How words are stressed. */
    record Emphasis(boolean strong, boolean italic, boolean struck) {

        static final Emphasis NONE = new Emphasis(false, false, false);

        Emphasis withStrong() {
            return new Emphasis(true, italic, struck);
        }

        Emphasis withItalic() {
            return new Emphasis(strong, true, struck);
        }

        Emphasis withStruck() {
            return new Emphasis(strong, italic, true);
        }
    }

    record Words(String text, Emphasis emphasis) implements Span {}

    /** Code or a formula among words; formulas are shown as their source. */
    record InlineCode(String text, Emphasis emphasis) implements Span {}

    /**
     * Words that name an address. An image is one too: its description, which is shown in its place; it is never loaded.
     *
     * @param address as written; nothing is known about what lies there
     */
    record Link(String text, Emphasis emphasis, String address) implements Span {}

    /** A piece of a code block. */
    record Code(String text, TokenKind kind) implements Span {}

    /** The same span with other words. */
    default Span withText(String other) {
        return switch (this) {
            case Words words -> new Words(other, words.emphasis());
            case InlineCode code -> new InlineCode(other, code.emphasis());
            case Link link -> new Link(other, link.emphasis(), link.address());
            case Code code -> new Code(other, code.kind());
        };
    }
}
