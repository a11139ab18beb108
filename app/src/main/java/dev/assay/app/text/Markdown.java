package dev.assay.app.text;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown: CommonMark with tables, strike-through and tasks. A single line break stays one, and formulas between {@code \(} and
 * {@code \)}, {@code \[} and {@code \]} stay as they are: models write both, and mean them. Raw HTML is text.
 *
 * <p>Takes time in proportion to the length of the text, whatever it holds; not to be called on the JavaFX thread.
 */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), StrikethroughExtension.create());

    private final Parser parser;

    public Markdown() {
        parser = Parser.builder()
                .extensions(EXTENSIONS)
                .customInlineContentParserFactory(new FormulaParser.Factory())
                .customInlineContentParserFactory(new AngleParser.Factory())
                .build();
    }

    /** Any text is Markdown: nothing is refused. */
    public Document parse(String text) {
        String source = Nesting.limit(CleanText.of(text));
        return new DocumentBuilder().build(parser.parse(source));
    }
}
