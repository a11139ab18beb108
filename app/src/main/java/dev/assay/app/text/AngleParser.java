package dev.assay.app.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** An address in angle brackets is a link; any other bracket is a sign, for tags are text. CommonMark itself looks for the end of a tag to the end of the text. */
final class AngleParser implements InlineContentParser {

    private static final int LONGEST = 500;
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]+");

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return new AngleParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position behindBracket = scanner.position();
        StringBuilder inside = new StringBuilder();
        while (scanner.hasNext() && " \n<>".indexOf(scanner.peek()) < 0 && inside.length() < LONGEST) {
            inside.append(scanner.peek());
            scanner.next();
        }
        if (scanner.peek() == '>' && ADDRESS.matcher(inside).matches()) {
            scanner.next();
            Link link = new Link(inside.toString(), null);
            link.appendChild(new Text(inside.toString()));
            return ParsedInline.of(link, scanner.position());
        }
        scanner.setPosition(behindBracket);
        return ParsedInline.of(new Text("<"), behindBracket);
    }
}
