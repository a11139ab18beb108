package dev.assay.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.text.Block.CodeBlock;
import dev.assay.app.text.Block.Container;
import dev.assay.app.text.Block.Heading;
import dev.assay.app.text.Block.Marker;
import dev.assay.app.text.Block.Paragraph;
import dev.assay.app.text.Block.Rule;
import dev.assay.app.text.Block.Table;
import dev.assay.app.text.Span.Emphasis;
import dev.assay.app.text.Span.InlineCode;
import dev.assay.app.text.Span.Link;
import dev.assay.app.text.Span.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void headingsParagraphsAndRulesFollowEachOther() {
        Document document = markdown.parse("# Title\n\nSome words.\n\n---\n\n### Sub");
        assertThat(document.blocks()).hasSize(4);
        assertThat(document.blocks().get(0)).isInstanceOfSatisfying(Heading.class, heading -> assertThat(heading.level()).isEqualTo(1));
        assertThat(document.blocks().get(1)).isInstanceOf(Paragraph.class);
        assertThat(document.blocks().get(2)).isInstanceOf(Rule.class);
        assertThat(document.text()).isEqualTo("Title\nSome words.\nSub\n");
    }

    @Test
    void everyPassageIsTheRangeOfTheTextThatItSaysItIs() {
        Document document = markdown.parse("""
                # A *title*

                1. one `code`
                2. two

                   > quoted **bold**

                ```java
                int i = 0; // why
                ```

                | a | b |
                |---|--:|
                | 1 |   |
                """);
        assertThat(document.passages()).hasSize(9).allSatisfy(passage ->
                assertThat(document.text().substring(passage.start(), passage.end())).isEqualTo(passage.text()));
    }

    @Test
    void emphasisNestsAndNeighboursOfOneLookAreOneSpan() {
        assertThat(spans("plain **bold *both* bold** ~~gone~~"))
                .containsExactly(
                        new Words("plain ", Emphasis.NONE),
                        new Words("bold ", new Emphasis(true, false, false)),
                        new Words("both", new Emphasis(true, true, false)),
                        new Words(" bold", new Emphasis(true, false, false)),
                        new Words(" ", Emphasis.NONE),
                        new Words("gone", new Emphasis(false, false, true)));
    }

    @Test
    void aSingleLineBreakStaysOne() {
        assertThat(markdown.parse("roses\nviolets").text()).isEqualTo("roses\nviolets\n");
    }

    @Test
    void anImageIsItsDescriptionAndItsAddress() {
        assertThat(spans("![a cat](http://x.test/cat.png)"))
                .containsExactly(new Link("a cat (http://x.test/cat.png)", Emphasis.NONE, "http://x.test/cat.png"));
        assertThat(spans("![](http://x.test/cat.png)").getFirst().text()).isEqualTo("image (http://x.test/cat.png)");
    }

    @Test
    void aLinkKeepsItsAddress() {
        assertThat(spans("[here](javascript:alert(1))")).containsExactly(new Link("here", Emphasis.NONE, "javascript:alert(1)"));
    }

    @Test
    void anAddressInAngleBracketsIsALinkAndATagIsNone() {
        assertThat(spans("<http://x.test/> <b>")).containsExactly(
                new Link("http://x.test/", Emphasis.NONE, "http://x.test/"), new Words(" <b>", Emphasis.NONE));
    }

    @Test
    void rawHtmlIsText() {
        assertThat(markdown.parse("<script>alert(1)</script>\n\na <b>word</b>").text())
                .isEqualTo("<script>alert(1)</script>\na <b>word</b>\n");
    }

    @Test
    void formulasStayAsTheyAreWritten() {
        assertThat(spans("so \\(a_1 * b_2 * c\\) holds"))
                .contains(new InlineCode("\\(a_1 * b_2 * c\\)", Emphasis.NONE));
        assertThat(markdown.parse("\\[\nx_{i}^2\n\\]").text()).isEqualTo("\\[\nx_{i}^2\n\\]\n");
        assertThat(markdown.parse("half \\( open").text()).isEqualTo("half \\( open\n");
    }

    @Test
    void listsKnowTheirDepthNumbersAndTasks() {
        Document document = markdown.parse("3. three\n4. four\n   - [x] done\n   - [ ] open\n\nafter");
        assertThat(document.blocks()).extracting(block -> block.setting().marker())
                .containsExactly(
                        Optional.of(new Marker.Numeral(3)),
                        Optional.of(new Marker.Numeral(4)),
                        Optional.of(new Marker.Task(true)),
                        Optional.of(new Marker.Task(false)),
                        Optional.empty());
        assertThat(document.blocks().get(2).setting().inside()).containsExactly(Container.LIST, Container.LIST);
        assertThat(document.text()).contains("done\nopen\n");
    }

    @Test
    void onlyTheFirstBlockOfAnItemHasItsMarker() {
        Document document = markdown.parse("- first\n\n  second");
        assertThat(document.blocks()).extracting(block -> block.setting().marker().isPresent()).containsExactly(true, false);
    }

    @Test
    void anEmptyItemHasItsMarkerToo() {
        assertThat(markdown.parse("1.\n2. b").blocks()).hasSize(2);
    }

    @Test
    void aCodeBlockKeepsItsTextAndItsLanguage() {
        Document document = markdown.parse("```Python title=x\nfor i in range(10):\n\tprint(i)\n```");
        assertThat(document.blocks().getFirst()).isInstanceOfSatisfying(CodeBlock.class, code -> {
            assertThat(code.language()).isEqualTo("python");
            assertThat(code.code()).isEqualTo("for i in range(10):\n    print(i)");
        });
    }

    @Test
    void anUnclosedFenceIsCodeToTheEnd() {
        assertThat(markdown.parse("```\nx\n\n# y").blocks()).singleElement().isInstanceOf(CodeBlock.class);
    }

    @Test
    void tablesHaveAlignedColumnsAndRowsOfOneLength() {
        Document document = markdown.parse("| a | b |\n|:-:|--:|\n| 1 |\n| 1 | 2 | 3 |");
        assertThat(document.blocks().getFirst()).isInstanceOfSatisfying(Table.class, table -> {
            assertThat(table.alignments()).containsExactly(Table.Alignment.CENTER, Table.Alignment.RIGHT);
            assertThat(table.rows()).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(2));
        });
    }

    @Test
    void aDefinitionOfALinkIsShown() {
        assertThat(markdown.parse("See [1].\n\n[1]: http://x.test/").text()).contains("[1]: http://x.test/");
    }

    private List<Span> spans(String text) {
        return markdown.parse(text).passages().getFirst().spans();
    }
}
