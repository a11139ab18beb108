package dev.assay.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkingTest {

    private static String marked(Document document, List<Mark> marks) {
        return marks.stream().map(mark -> document.text().substring(mark.start(), mark.end())).collect(Collectors.joining("|"));
    }

    @Test
    void whatTheReferenceDoesNotSayIsMarked() {
        Document reference = new Markdown().parse("The colon is missing after the call, and the text is not quoted.");
        Document answer = new Markdown().parse("The colon is missing after the call. Everything else in it seems fine to me.");
        assertThat(marked(answer, Differences.of(answer, reference))).isEqualTo("Everything else in it seems fine to me");
    }

    @Test
    void aTextDoesNotDifferFromItselfWrittenInOtherMarks() {
        Document one = new Markdown().parse("**Missing colon.** The `for` line");
        Document other = new Markdown().parse("Missing colon: the\n\nfor line!");
        assertThat(Differences.of(one, other)).isEmpty();
        assertThat(Differences.of(one, Document.EMPTY)).hasSize(1);
    }

    @Test
    void aSharedWordOrTwoDoNotDividesAPassage() {
        Document reference = new Markdown().parse("one two three of the four");
        Document answer = new Markdown().parse("red blue green of the yellow black");
        assertThat(marked(answer, Differences.of(answer, reference))).isEqualTo("red blue green of the yellow black");
    }

    @Test
    void chineseIsComparedCharacterByCharacter() {
        Document answer = new Markdown().parse("今天天气很好我们去公园散步吧");
        Document reference = new Markdown().parse("今天天气很好我们去学校");
        assertThat(marked(answer, Differences.of(answer, reference))).isEqualTo("公园散步吧");
    }

    @Test
    void longTextsAreComparedAsFarAsIsBearableAndThatIsSaid() {
        Random random = new Random(3);
        String one = random.ints(40_000, 0, 5_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        String other = random.ints(40_000, 0, 5_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        List<Mark> marks = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> Differences.of(Document.plain(one), Document.plain(other)));
        assertThat(marks).hasSizeGreaterThan(1).extracting(Mark::kind).last().isEqualTo(Mark.Kind.LIMIT);
        assertThat(Document.plain(one).text().substring(0, marks.getLast().end()).split("\\s+")).hasSize(Differences.MOST_WORDS);
        assertThat(Differences.of(Document.plain("one two"), Document.plain("one three"))).extracting(Mark::kind).containsExactly(Mark.Kind.DIFFERENT);
    }

    @Test
    void quotesAreFoundInAReason() {
        assertThat(Quotation.quotes("covers 2 of 3: \"missing colon\", “the text”; misses \"a\", \"missing colon\", \"open"))
                .containsExactly("missing colon", "the text", "a");
    }

    @Test
    void aQuoteIsFoundOverMarksLineBreaksAndCase() {
        Document document = new Markdown().parse("The **only bug** is\nthe missing `colon`.");
        List<Mark> marks = Quotation.marks(document, List.of("Only bug is the missing colon"), Mark.Kind.QUOTE);
        assertThat(marked(document, marks)).isEqualTo("only bug is\nthe missing colon");
    }

    @Test
    void aQuoteIsMadeOfWholeWords() {
        assertThat(Quotation.find("category cat", "cat")).containsExactly(new Quotation.Range(9, 12));
    }

    @Test
    void aQuoteThatWasCutOffMayEndWithinAWord() {
        assertThat(Quotation.find("they explained it", "they expl…")).containsExactly(new Quotation.Range(0, 14));
        assertThat(Quotation.find("they explained it", "they expl")).isEmpty();
    }

    @Test
    void aQuoteOfSignsIsFoundAsItStands() {
        assertThat(Quotation.find("range(10):", ":")).containsExactly(new Quotation.Range(9, 10));
    }

    @Test
    void eachScriptHasItsFont() {
        assertThat(Script.runs("Hi 👩\u200d💻 ok 1"))
                .containsExactly(
                        new Script.Run("Hi ", Script.GENERAL),
                        new Script.Run("👩\u200d💻", Script.EMOJI),
                        new Script.Run(" ok 1", Script.GENERAL));
        assertThat(Script.runs("Hi 漢字、かな 한국어 ok"))
                .containsExactly(
                        new Script.Run("Hi ", Script.GENERAL),
                        new Script.Run("漢字、かな ", Script.CJK),
                        new Script.Run("한국어 ", Script.HANGUL),
                        new Script.Run("ok", Script.GENERAL));
    }

    @Test
    void linesAreBrokenBetweenWordsAndNothingIsLost() {
        assertThat(Pieces.lines("one two three four", 9)).isEqualTo("one two \nthree \nfour");
        assertThat(Pieces.lines("a\nb", 9)).isEqualTo("a\nb");
        assertThat(String.join("", Pieces.letters("שָׁלוֹם"))).isEqualTo("שָׁלוֹם");
    }

    @Test
    void theFirstLetterWithADirectionTurnsAParagraph() {
        assertThat(Script.runsFromRight("1. שלום world")).isTrue();
        assertThat(Script.runsFromRight("world שלום")).isFalse();
        assertThat(Script.runsFromRight("123 …")).isFalse();
    }
}
