package dev.assay.app.text;

import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** TeX formulas in text: to CommonMark their brackets are escaped punctuation, and what is between them emphasis. They become code. */
final class FormulaParser implements InlineContentParser {

    /** Longer ones are not formulas but a bracket that was never closed. */
    private static final int LONGEST = 1_000;

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('\\');
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        StringBuilder formula = new StringBuilder();
        take(scanner, formula);
        char close = switch (scanner.peek()) {
            case '(' -> ')';
            case '[' -> ']';
            default -> 0;
        };
        if (close == 0) {
            return ParsedInline.none();
        }
        take(scanner, formula);
        Position behindBracket = scanner.position();
        while (scanner.peek() != Scanner.END && formula.length() < LONGEST) {
            boolean escape = scanner.peek() == '\\';
            take(scanner, formula);
            if (escape && scanner.peek() == close) {
                take(scanner, formula);
                return ParsedInline.of(new Code(formula.toString()), scanner.position());
            }
        }
        scanner.setPosition(behindBracket);
        return ParsedInline.of(new Text(formula.substring(0, 2)), behindBracket);
    }

    private static void take(Scanner scanner, StringBuilder into) {
        into.append(scanner.peek());
        scanner.next();
    }
}
