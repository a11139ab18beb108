package dev.assay.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that nobody writes to be read must cost time in proportion to its length, and no stack. */
class HostileTextTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MEGABYTE = 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {
        ">", "> ", "- ", "* ", "1. ", "[", "![", "*a ", "**a *b ", "_", "`", "``a", "\\(", "\\[ ", "<", "<a ", "&", "|", "|a", "~~", "[a](", "a\n- ",
        "<!--", "\"", "```\n", "~~~", "#", "# ", "---\n", "|-", "|a|\n|-|\n", "a\n\n", "\u0000", "\ud800", "\u202e", "[a]: b\n"
    })
    void aMegabyteOfOneThingIsReadWhole(String thing) {
        String text = thing.repeat(MEGABYTE / thing.length());
        Manuscript all = assertTimeoutPreemptively(SOON, () -> Manuscript.markdown(text).all());
        assertThat(all.complete()).isTrue();
    }

    @Test
    void tenThousandNestedQuotesAreRead() {
        Document document = new Markdown().parse(">".repeat(10_000) + " deep");
        assertThat(document.text()).contains("deep");
        assertThat(document.blocks().getFirst().setting().inside()).hasSizeLessThanOrEqualTo(Block.Setting.DEEPEST);
    }

    @Test
    void hundredsOfListsNestedByIndentAreRead() {
        String text = IntStream.range(0, 200).mapToObj(depth -> "  ".repeat(depth) + "- x\n").collect(Collectors.joining());
        assertThat(assertTimeoutPreemptively(SOON, () -> new Markdown().parse(text)).text().chars().filter(c -> c == 'x')).hasSize(200);
    }

    @Test
    void aLineOf200000CharactersIsDividedAndNothingOfItIsLost() {
        String line = "word ".repeat(40_000);
        Document document = Manuscript.markdown(line).all().document();
        assertThat(document.passages()).allSatisfy(passage -> assertThat(passage.length()).isLessThanOrEqualTo(Passage.LONGEST));
        assertThat(document.text().replaceAll("\\s", "")).isEqualTo(line.replace(" ", ""));
    }

    @Test
    void aSurrogatePairIsNeverCutThrough() {
        String text = "a" + "😀".repeat(100_000);
        Document document = Manuscript.markdown(text).all().document();
        assertThat(document.text().replace("\n", "")).isEqualTo(text);
    }

    @Test
    void controlCharactersAreReplacedAndTurningMarksDropped() {
        assertThat(CleanText.of("a\u0000b\u001b[31mc\r\nd\u202ee\ud800f")).isEqualTo("a\ufffdb\ufffd[31mc\nde\ufffdf");
    }

    @Test
    void aVeryLongTextIsShownInPiecesThatTogetherAreAllOfIt() {
        String text = "A paragraph of some words.\n\n".repeat(20_000);
        Manuscript first = Manuscript.markdown(text);
        assertThat(first.complete()).isFalse();
        assertThat(first.document().text().length()).isLessThan(Excerpt.FIRST + 1);
        assertThat(first.all().document().blocks()).hasSize(20_000);
        assertThat(first.further().document().blocks().subList(0, first.document().blocks().size())).isEqualTo(first.document().blocks());
    }

    @Test
    void codeThatIsCutThroughGoesOnAsCode() {
        String text = "```python\n" + "x = 1  # same\n".repeat(8_000) + "```\nafter";
        Document document = Manuscript.markdown(text).all().document();
        assertThat(document.blocks().getLast()).isInstanceOf(Block.Paragraph.class);
        assertThat(document.blocks().subList(0, document.blocks().size() - 1))
                .hasSizeGreaterThan(1)
                .allSatisfy(block -> assertThat(block).isInstanceOfSatisfying(Block.CodeBlock.class, code -> assertThat(code.language()).isEqualTo("python")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "java", "rust", "html", "sql", "bash", "css", "json", "c++", "r"})
    void highlightingChangesNothingInAnyCode(String language) {
        Random random = new Random(7);
        String signs = "ab \"'`/*#\\<>!-1\n=({é漢";
        for (int i = 0; i < 300; i++) {
            String code = random.ints(80, 0, signs.length()).mapToObj(at -> String.valueOf(signs.charAt(at))).collect(Collectors.joining());
            String shown = CodeHighlighter.highlight(language, code).stream().map(Span::text).collect(Collectors.joining());
            assertThat(shown).as(language.toUpperCase(Locale.ROOT)).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "'", "/*", "'''", "`", "<!--", "<", "\\", "#", "'a"})
    void aMegabyteOfUnclosedCodeIsHighlighted(String thing) {
        String code = thing.repeat(MEGABYTE / thing.length());
        for (String language : new String[] {"python", "rust", "html", "js"}) {
            assertThat(assertTimeoutPreemptively(SOON, () -> CodeHighlighter.highlight(language, code))).isNotEmpty();
        }
    }
}
