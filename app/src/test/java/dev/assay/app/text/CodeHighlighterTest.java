package dev.assay.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeHighlighterTest {

    @Test
    void pythonHasKeywordsStringsCommentsAndNumbers() {
        assertThat(kinds("python", "for i in range(10):  # ten\n    print(\"for\")"))
                .containsExactly("KEYWORD for", "KEYWORD in", "NUMBER 10", "COMMENT # ten", "STRING \"for\"");
    }

    @Test
    void aStringOverLinesEndsAtItsDelimiter() {
        assertThat(kinds("py", "'''a\n'b'\n''' if")).containsExactly("STRING '''a\n'b'\n'''", "KEYWORD if");
    }

    @Test
    void aStringThatIsNeverClosedEndsWithItsLine() {
        assertThat(kinds("js", "x = \"open\nreturn")).containsExactly("STRING \"open", "KEYWORD return");
    }

    @Test
    void anEscapedDelimiterDoesNotEndAString() {
        assertThat(kinds("c", "\"a\\\"b\" 1")).containsExactly("STRING \"a\\\"b\"", "NUMBER 1");
    }

    @Test
    void aLifetimeIsNoString() {
        assertThat(kinds("rust", "fn f<'a>(x: &'a str) -> 'z'")).containsExactly("KEYWORD fn", "KEYWORD str", "STRING 'z'");
    }

    @Test
    void sqlKnowsItsKeywordsInAnyCase() {
        assertThat(kinds("sql", "SELECT a From t -- all")).containsExactly("KEYWORD SELECT", "KEYWORD From", "COMMENT -- all");
    }

    @Test
    void markupHasTagsStringsAndComments() {
        assertThat(kinds("html", "<a href=\"x\">if \"a\"</a><!-- c -->"))
                .containsExactly("KEYWORD <a", "STRING \"x\"", "KEYWORD >", "KEYWORD </a", "KEYWORD >", "COMMENT <!-- c -->");
    }

    @Test
    void theAddressOfAPageIsNoComment() {
        assertThat(kinds("js", "see http://x.test")).isEmpty();
    }

    @Test
    void anUnknownLanguageIsPlain() {
        assertThat(kinds("klingon", "for \"x\" 1")).isEmpty();
        assertThat(kinds("latex", "\\frac{1}{2} % half")).isEmpty();
    }

    private static List<String> kinds(String language, String code) {
        return CodeHighlighter.highlight(language, code).stream()
                .map(Span.Code.class::cast)
                .filter(span -> span.kind() != TokenKind.PLAIN)
                .map(span -> span.kind() + " " + span.text())
                .toList();
    }
}
