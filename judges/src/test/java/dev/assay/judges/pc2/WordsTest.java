package dev.assay.judges.pc2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void numbersKeepTheirPointAndLoseTheirCommas() {
        assertThat(Words.of("It cost 1,250.50 euros, in 2024, not 3.")).containsExactly("it", "cost", "1250.50", "euros", "in", "2024", "not", "3");
    }

    @Test
    void apostrophesStayInsideWords() {
        assertThat(Words.of("Don’t 'quote' the dogs' bowl")).containsExactly("don't", "quote", "the", "dogs", "bowl");
    }

    @Test
    void accentsWrittenApartStayWithTheirLetter() {
        assertThat(Words.of("cafe\u0301 naïve")).containsExactly("cafe\u0301", "naïve");
    }

    @Test
    void unspacedScriptsGivePairsOfCharacters() {
        assertThat(Words.of("光合作用 and 水")).containsExactly("光合", "合作", "作用", "and", "水");
    }

    @Test
    void negationsCarryMeaning() {
        assertThat(AnalysedText.of("It is not offensive.").content()).containsKeys("not");
    }

    @ParameterizedTest
    @CsvSource({
        "cities, city", "running, run", "stopped, stop", "classes, class", "quickly, quick", "glass, glass", "bus, bus", "5.50, 5.5", "60.00, 60", "100, 100",
        "photosynthesis, photosynthesis", "make, make", "made, made"
    })
    void commonEndingsAreTakenOff(String word, String stem) {
        assertThat(Words.stem(word)).isEqualTo(stem);
    }
}
