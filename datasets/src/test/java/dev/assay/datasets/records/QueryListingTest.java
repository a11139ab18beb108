package dev.assay.datasets.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.QueryFilter.Flagged;
import dev.assay.datasets.records.QueryFilter.Unflagged;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryListingTest {

    @TempDir
    Path folder;

    private final QueryListing listing = new QueryListing();
    private Study study;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Pyth           | Debug this Python script          | the beginning of a word finds it
            pYTHON DEB     | Debug this Python script          | words in any order and case
            fur            | Ein Rezept für Grießbrei          | accents may be left out
            für            | Ein Rezept für Grießbrei          | or typed
            naïve          | a naive approach                  | also where the text has none
            groß           | Ist der Fluss groß?               | ß is a letter
            排序            | 请写一个快速排序算法                 | within a run of Chinese
            写             | 请写一个快速排序算法                 | one Chinese character
            「排序」         | 请写一个快速排序算法                 | Chinese quotes are not part of the word
            ソート          | リストをソートする                   | within a run of Japanese
            ภาษา           | สอนภาษาไทย                         | within a run of Thai
            정렬            | 리스트를 정렬하는 방법               | the beginning of a Korean word
            כתוב           | כתוב שיר על גשם                    | Hebrew
            foo_bar        | rename foo_bar to x               | code words
            getEl          | call document.getElementById(x)   | a part of code that begins after a dot
            C++            | Explain templates in C++.         | signs count
            c#             | Explain LINQ in C#                | signs count in any case
            .NET           | Port it to .NET 10                | a sign at the beginning counts
            "python"       | Debug this Python script          | quotes around a word are not part of it
            (script)       | Debug this Python script          | nor are brackets
            Pyth*          | Debug this Python script          | nor is a star at its end
            AND            | this and that                     | no command
            NOT that       | this is not that                  | no command
            NEAR(this)     | use NEAR(this) here               | no command
            words:this     | words:this                        | no column
            "              | she said "no"                     | a quote alone is a quote
            *              | 2 * 3                             | a star alone is a star
            ==             | if a == b                         | signs alone are signs
            100%           | is it 100% sure                   | no pattern
            _x_            | the name _x_ here                 | no pattern
            ^2             | what is n^2 here                  | no pattern
            🐸             | a haiku about a 🐸                 | emoji
            don't          | why don't we                      | apostrophes of one kind
            don’t          | why don't we                      | find those of another
            e-mail         | write an E‑Mail                   | as do hyphens
            """)
    void aSearchFinds(String search, String text, String why) {
        add(text, "completely other words");
        assertThat(texts(QueryFilter.all().withSearch(search))).as(why).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            python OR haiku | Debug this Python script         | all words must be there
            ython           | Debug this Python script         | the middle of a word is no beginning
            C++             | Explain pointers in C            | signs count
            foo_bar         | foo bar                          | signs count
            100%            | is it 1000 sure                  | no pattern
            _x_             | the name axb here                | no pattern
            排序            | 请写一个快速算法                    | other Chinese words
            """)
    void aSearchDoesNotFind(String search, String text, String why) {
        add(text);
        assertThat(texts(QueryFilter.all().withSearch(search))).as(why).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"", "\"\"\"", "'", "*", "**", "AND", "OR NOT", "NEAR(", "a\"b", "(", ")", "{x}:", "-", "--", "^", ":", "a:b", "+", "\\", "%", "_", "?", ";",
        "\u0000", "a\u0000b", "\ud83d", "\udc38", "\u0301", "ﬁ", "a AND", "\"unclosed", "x'y'", ":match", "NULL", "\u200b", "\u2028", "½", "①"})
    void nothingThatIsTypedIsACommand(String typed) {
        add("one", "two");
        for (String search : List.of(typed, typed + " x", "x " + typed, typed.repeat(600), (typed + " ").repeat(600))) {
            assertThat(texts(QueryFilter.all().withSearch(search)).size()).isBetween(0, 2);
        }
    }

    @Test
    void blankSearchIsNoSearch() {
        add("one", "two");
        assertThat(texts(QueryFilter.all().withSearch(" \t\u00a0\n"))).hasSize(2);
    }

    @Test
    void laterTurnsAreFoundAlsoAfterALineBreakAndAQuote() {
        Query query = Query.of("first", List.of("second\nthird \"quoted\" a\\b", "最后排序"), "");
        add(query);
        for (String word : List.of("first", "second", "third", "quoted", "排序", "\"", "a\\b")) {
            assertThat(texts(QueryFilter.all().withSearch(word))).as(word).containsExactly("first");
        }
        assertThat(texts(QueryFilter.all().withSearch("nthird"))).isEmpty();
    }

    @Test
    void theIndexFollowsTheTexts() {
        add("Debug this Python script");
        study.change(writing -> writing.sql().execute("UPDATE query SET text = 'a haiku', follow_ups = '[\"on rain\"]'"));
        assertThat(texts(QueryFilter.all().withSearch("pyth"))).isEmpty();
        assertThat(texts(QueryFilter.all().withSearch("rain haiku"))).containsExactly("a haiku");
        study.change(writing -> writing.sql().execute("DELETE FROM query"));
        assertThat(texts(QueryFilter.all().withSearch("haiku"))).isEmpty();
    }

    @Test
    void numbersAreTheOrderOfArrivalAndOutliveCompacting() {
        add("zebra", "apple", "mango");
        study.compact();
        add("banana");
        assertThat(rows(QueryFilter.all(), QuerySort.byNumber())).extracting(QueryRow::number).containsExactly(1, 2, 3, 4);
        assertThat(texts(QueryFilter.all())).containsExactly("zebra", "apple", "mango", "banana");
        assertThat(texts(QueryFilter.all().withSearch("mango"))).containsExactly("mango");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER    | false | ccc, a, bb, Az
            NUMBER    | true  | Az, bb, a, ccc
            TEXT      | false | a, Az, bb, ccc
            LENGTH    | true  | ccc, bb, Az, a
            SOURCE    | false | ccc, Az, a, bb
            RESPONSES | true  | bb, ccc, a, Az
            """)
    void queriesAreOrdered(QuerySort.Key key, boolean descending, String order) {
        add(Query.of("ccc"), Query.of("a", List.of(), "s1"), Query.of("bb", List.of(), "s2"), Query.of("Az"));
        answer("bb", "m");
        assertThat(rows(QueryFilter.all(), new QuerySort(key, descending)))
                .extracting(QueryRow::preview)
                .containsExactly(order.split(", "));
    }

    @Test
    void filtersAreCombined() {
        add(Query.of("one apple", List.of(), "s"), Query.of("two apples", List.of(), "t"), Query.of("three pears", List.of(), "s"));
        assertThat(texts(QueryFilter.all().withSource("s"))).containsExactly("one apple", "three pears");
        assertThat(texts(QueryFilter.all().withSource("s").withSearch("apple"))).containsExactly("one apple");
        assertThat(texts(QueryFilter.all().withLength(10, 10))).containsExactly("two apples");
        assertThat(texts(QueryFilter.all().withAmong(QueryIds.of(Set.of(id("two apples"), "nobody"))))).containsExactly("two apples");
        assertThat(texts(QueryFilter.all().withAmong(QueryIds.none()))).isEmpty();
        assertThat(texts(QueryFilter.all().withWithout(QueryIds.of(Set.of(id("two apples")))))).containsExactly("one apple", "three pears");
        assertThat(study.<Integer>read(r -> listing.count(r, QueryFilter.all().withSearch("apple").withLength(0, 9)))).isEqualTo(1);
        assertThat(study.read(listing::sources)).containsOnly(Map.entry("s", 2), Map.entry("t", 1));
        assertThatThrownBy(() -> QueryFilter.all().withLength(3, 2)).hasMessage("no query is between 3 and 2 characters long");
    }

    private String id(String text) {
        return Query.of(text).id();
    }

    @Test
    void flagsSayWhatIsStored() {
        String longText = "word ".repeat(401);
        add("Write a haiku!", "write  a HAIKU", "Hi there", "1 + 2 = 3 ?", longText, "写诗", "写一首诗", "Write a sonnet please");
        assertFlagged(QueryFlag.DUPLICATE, "Write a haiku!", "write a HAIKU");
        assertFlagged(QueryFlag.VERY_SHORT, "Hi there", "写诗");
        assertFlagged(QueryFlag.NO_LETTERS, "1 + 2 = 3 ?");
        assertThat(rows(QueryFilter.all().withQuality(new Flagged(QueryFlag.VERY_LONG)), QuerySort.byNumber()))
                .singleElement()
                .satisfies(row -> assertThat(row.length()).isEqualTo(2005));
        assertFlagged(QueryFlag.FEW_ANSWERS);
        assertThat(texts(QueryFilter.all().withQuality(new Unflagged()))).containsExactly("写一首诗", "Write a sonnet please");
    }

    @Test
    void aQueryHasFewAnswersIfASubjectThatAnsweredOthersDidNotAnswerIt() {
        add("both of us", "only one of us", "none at all", "both, one of us twice");
        answer("both, one of us twice", "m1");
        answer("both, one of us twice", "m2");
        answer("both of us", "m1");
        answer("both of us", "m2");
        answer("only one of us", "m1");
        study.change(writing -> {
            new ResponseTable().insertSubject(writing, "never answered anything");
            new ResponseTable().insert(writing, new Response(id("only one of us"), "m1", 1, "again", List.of()), run(writing));
            new ResponseTable().insert(writing, new Response(id("both, one of us twice"), "m1", 1, "again", List.of()), run(writing));
        });
        assertFlagged(QueryFlag.FEW_ANSWERS, "only one of us", "none at all");
    }

    private void assertFlagged(QueryFlag flag, String... texts) {
        assertThat(texts(QueryFilter.all().withQuality(new Flagged(flag)))).as("flagged %s", flag).containsExactly(texts);
        assertThat(rows(QueryFilter.all(), QuerySort.byNumber()))
                .filteredOn(row -> row.flags().contains(flag))
                .extracting(QueryRow::preview)
                .as("rows that show %s", flag)
                .containsExactly(texts);
    }

    @Test
    void aRowSaysWhatAListShows() {
        Query query = Query.of("  A first\n line 🐸 " + "x".repeat(300), List.of("then", "and then"), "vicuna");
        add(query);
        study.change(writing -> {
            new QueryTable().insertSource(writing, "mt-bench", "81", query.id());
            new QueryTable().insertSource(writing, "queries", "q1", query.id());
            new ResponseTable().insert(writing, new Response(query.id(), "m1", "yes"), run(writing));
            new ResponseTable().insert(writing, new Response(query.id(), "m1", 1, "no", List.of()), run(writing));
        });
        QueryRow row = rows(QueryFilter.all(), QuerySort.byNumber()).getFirst();
        assertThat(row.preview()).startsWith("A first line 🐸 xxx").endsWith("x…");
        assertThat(row.preview().codePointCount(0, row.preview().length())).isEqualTo(200);
        assertThat(row.length()).isEqualTo(query.text().codePointCount(0, query.text().length()));
        assertThat(row).extracting(QueryRow::id, QueryRow::source, QueryRow::followUps, QueryRow::responses).containsExactly(query.id(), "vicuna", 2, 2);
        assertThat(row.externalId()).contains("81");
    }

    @Test
    void pagesAndPlacesBelongToWhatWasFound() {
        add(IntStream.rangeClosed(1, 250).mapToObj(i -> "query number " + i).toArray(String[]::new));
        FoundQueries found = find(QueryFilter.all(), new QuerySort(QuerySort.Key.NUMBER, true));
        assertThat(found.size()).isEqualTo(250);
        assertThat(page(found, 100, 3)).extracting(QueryRow::number).containsExactly(150, 149, 148);
        assertThat(page(found, 249, 10)).extracting(QueryRow::number).containsExactly(1);
        assertThat(page(found, 250, 10)).isEmpty();
        assertThat(page(found, 0, Integer.MAX_VALUE)).hasSize(250);
        assertThat(study.<OptionalInt>read(r -> listing.position(r, found, id("query number 250")))).hasValue(0);
        assertThat(study.<OptionalInt>read(r -> listing.position(r, found, "nobody"))).isEmpty();
        FoundQueries few = find(QueryFilter.all().withSearch("24*"), QuerySort.byNumber());
        assertThat(study.<List<String>>read(r -> listing.ids(r, few))).hasSize(11).startsWith(id("query number 24"));
        assertThat(study.<OptionalInt>read(r -> listing.position(r, few, id("query number 250")))).isEmpty();
    }

    @Test
    void someOfThoseFoundAreAListOfTheirOwn() {
        add("one", "two", "three");
        FoundQueries found = find(QueryFilter.all(), QuerySort.byNumber());
        FoundQueries some = found.only(new int[] {2, 0});
        assertThat(page(some, 0, 10)).extracting(QueryRow::preview).containsExactly("three", "one");
        assertThat(some.sameAs(found)).isFalse();
        assertThat(some.only(new int[] {1, 0}).sameAs(found.only(new int[] {0, 2}))).isTrue();
    }

    private void add(String... texts) {
        add(Stream.of(texts).map(Query::of).toArray(Query[]::new));
    }

    private void add(Query... queries) {
        study.change(writing -> Stream.of(queries).forEach(query -> assertThat(new QueryTable().insert(writing, query, run(writing))).isTrue()));
    }

    private void answer(String query, String subject) {
        study.change(writing -> new ResponseTable().insert(writing, new Response(id(query), subject, "an answer"), run(writing)));
    }

    private static String run(Writing writing) {
        return new RunTable(Clocks.fixed()).begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0).id();
    }

    private FoundQueries find(QueryFilter filter, QuerySort sort) {
        FoundQueries found = study.read(reading -> listing.find(reading, filter, sort));
        assertThat(study.<Integer>read(reading -> listing.count(reading, filter))).isEqualTo(found.size());
        return found;
    }

    private List<QueryRow> page(FoundQueries found, int offset, int limit) {
        return study.read(reading -> listing.page(reading, found, offset, limit));
    }

    private List<QueryRow> rows(QueryFilter filter, QuerySort sort) {
        return page(find(filter, sort), 0, Integer.MAX_VALUE);
    }

    private List<String> texts(QueryFilter filter) {
        return rows(filter, QuerySort.byNumber()).stream().map(QueryRow::preview).toList();
    }
}
