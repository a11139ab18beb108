package dev.assay.app.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers, names, paths and the fonts they are set in. */
class TextTest {

    private static final ToDoubleFunction<String> LETTERS = String::length;

    @Test
    void numbersHaveATrueMinusAndNoSignOnARoundedZero() {
        assertThat(Numerals.signed(-0.3, 2)).isEqualTo("−0.30");
        assertThat(Numerals.signed(0.65, 2)).isEqualTo("+0.65");
        assertThat(Numerals.signed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numerals.plain(4.305, 2)).isEqualTo("4.30");
        assertThat(Numerals.count(33430)).isEqualTo("33,430");
        assertThat(Numerals.range(7, 9)).isEqualTo("7–9");
        assertThat(Numerals.range(4, 4)).isEqualTo("4");
    }

    @Test
    void probabilitiesArePrintedAsJournalsDo() {
        assertThat(Numerals.q(0.0193)).isEqualTo(".019");
        assertThat(Numerals.q(0.81)).isEqualTo(".81");
        assertThat(Numerals.q(0.0001)).isEqualTo("<\u00a0.001");
        assertThat(Numerals.q(0.0009)).isEqualTo("<\u00a0.001");
        assertThat(Numerals.q(1)).isEqualTo("1.00");
    }

    @Test
    void aLongNameLosesItsEndUnlessItWouldThenBeThatOfAnother() {
        assertThat(Names.fit(List.of("abcdefghijklmnop"), 9, LETTERS)).containsExactly("abcdefgh…");
        assertThat(Names.fit(List.of("abcdefghijklmnop", "abcdefghijklmxyz", "abacus-of-all"), 9, LETTERS))
                .containsExactly("abcd…mnop", "abcd…mxyz", "abacus-o…");
        assertThat(Names.fit(List.of("short"), 9, LETTERS)).containsExactly("short");
    }

    @Test
    void aLongNameFirstLosesItsOwner() {
        assertThat(Names.fit(List.of("organisation/model-7B"), 10, LETTERS)).containsExactly("model-7B");
        assertThat(Names.fit(List.of("one-owner/model", "two-owner/model"), 10, LETTERS)).doesNotHaveDuplicates();
    }

    @Test
    void namesThatDifferOnlyInTheMiddleStayDifferent() {
        List<String> names = List.of("Instruct-405B-Turbo-Instruct", "Instruct-070B-Turbo-Instruct", "Instruct-008B-Turbo-Instruct");
        for (int room = 8; room < 28; room++) {
            int most = room;
            assertThat(Names.fit(names, room, LETTERS)).doesNotHaveDuplicates().allMatch(name -> name.length() <= most);
        }
    }

    @Test
    void nodesOfTheSameNameAreToldApartByTheirAncestors() {
        List<List<String>> paths = List.of(
                List.of("coding", "Task Types"), List.of("reasoning", "Task Types"), List.of("writing"),
                List.of("a", "x", "End"), List.of("b", "x", "End"));
        assertThat(PathLabels.of(paths).stream().map(label -> label.replace('\u00a0', ' ')).toList()).containsExactly(
                "coding › Task Types", "reasoning › Task Types", "writing", "a › … › End", "b › … › End");
    }

    @Test
    void ofALongPathTheAncestorLosesItsEndAndOneEllipsisIsEnough() {
        String path = "mathematics" + PathLabels.STEP + "…" + PathLabels.STEP + "Leaf 5";
        List<String> fitted = IntStream.of(30, 20, 15, 13, 11)
                .mapToObj(room -> Names.fit(path, room, LETTERS).replace('\u00a0', ' '))
                .toList();
        assertThat(fitted).containsExactly(
                "mathematics › … › Leaf 5", "mathematic… › Leaf 5", "mathe… › Leaf 5", "mat… › Leaf 5", "mat… › Lea…");
        assertThat(Names.fit(List.of("Category 6 of skills" + PathLabels.STEP + "Leaf 2", "Category 6 of topics" + PathLabels.STEP + "Leaf 2"), 20, LETTERS))
                .doesNotHaveDuplicates().allMatch(label -> label.startsWith("Cat") && label.endsWith("Leaf 2"));
    }

    @Test
    void digitsAreTabularAndSignsAsWideAsDigits() {
        Lettering lettering = Lettering.bundled();
        for (TextStyle style : styles()) {
            double digit = lettering.width("0", style);
            for (String sign : List.of("1", "7", "9", "+", "−", "±", "\u2007")) {
                assertThat(lettering.width(sign, style)).as(style + sign).isEqualTo(digit);
            }
        }
    }

    @Test
    void everyWeightHasTheSignsOfStatistics() {
        Lettering lettering = Lettering.bundled();
        for (TextStyle style : styles()) {
            List<Lettering.Run> runs = lettering.runs("κ α µ ρ −log₁₀ q ≤ ± × → › – Ж é", style);
            assertThat(runs).as(style.toString()).hasSize(1).allMatch(run -> run.source() == Lettering.Source.BUNDLED);
        }
    }

    private static List<TextStyle> styles() {
        return Arrays.stream(Typeface.values())
                .flatMap(typeface -> Arrays.stream(Weight.values()).map(weight -> new TextStyle(typeface, weight, 7, Color.BLACK)))
                .toList();
    }

    @Test
    void whatTheSerifLacksComesFromTheSans() {
        List<Lettering.Run> runs = Lettering.bundled().runs("q ⇒ 1", new TextStyle(Typeface.SERIF, Weight.REGULAR, 7, Color.BLACK));
        assertThat(runs).extracting(run -> run.font().getFamily(Locale.ROOT)).containsExactly("Assay Serif", "Assay Sans", "Assay Serif");
        assertThat(runs).allMatch(run -> run.source() == Lettering.Source.BUNDLED);
    }

    @Test
    void aSpaceAfterANameThatRunsFromTheRightStandsBehindIt() {
        List<Lettering.Run> runs = Lettering.bundled().runs("מודל עברי 7B", new TextStyle(Typeface.SANS, Weight.REGULAR, 7, Color.BLACK));
        assumeTrue(runs.getFirst().source() == Lettering.Source.SYSTEM, "the system has no Hebrew font");
        assertThat(runs).extracting(Lettering.Run::text).containsExactly("מודל עברי", " 7B");
    }

    @Test
    void aTextIsSpreadOverFontsByGrapheme() {
        List<Lettering.Run> runs = Lettering.bundled().runs("a通b한\ud83d\ude80", new TextStyle(Typeface.SANS, Weight.MEDIUM, 7, Color.BLACK));
        assertThat(runs).extracting(Lettering.Run::text).containsExactly("a", "通", "b", "한", "\ud83d\ude80");
        assertThat(runs.stream().limit(4)).allMatch(run -> run.source() == Lettering.Source.BUNDLED);
        assertThat(runs.getLast().source()).isNotEqualTo(Lettering.Source.BUNDLED);
    }

    @Test
    void whatCannotStandInALineIsTakenOut() {
        assertThat(Lettering.clean("a\nb\tc\u202ed\ufe0fe\ud800")).isEqualTo("a b cde\ufffd");
    }
}
