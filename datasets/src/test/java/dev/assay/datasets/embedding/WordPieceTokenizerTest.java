package dev.assay.datasets.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordPieceTokenizerTest {

    private WordPieceTokenizer tokenizer = tiny();

    @BeforeAll
    void readTheVocabularyOfTheModel() throws IOException {
        try (InputStream json = WordPieceTokenizerTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            tokenizer = WordPieceTokenizer.read(Objects.requireNonNull(json));
        }
    }

    /** The expected ids come from the reference implementation, Hugging Face tokenizers 0.36 with this vocabulary. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hello, World! | 7592 1010 2088 999",
                "Ünïcödé naïve café – “quoted” … don't | 27260 15743 7668 1516 1523 9339 1524 1529 2123 1005 1056",
                "数学とプログラミング | 100 1817 1666 30246 30261 30228 30257 30250 30263 30228",
                "x² + y² ≤ z₁ · √2 | 1060 10701 1009 1061 10701 1608 1062 11871 1087 1600 2475",
                "antidisestablishmentarianism | 3424 10521 4355 7875 13602 3672 12199 2964",
                "🙂 emoji 👩‍💻 done | 100 7861 29147 2072 100 2589",
                "İstanbul STRASSE ẞ ﬁne | 9960 2358 8180 3366 1096 1984 2638",
                "for(int i=0;i<n;i++){a[i]+=1;} | 2005 1006 20014 1045 1027 1014 1025 1045 1026 1050 1025 1045 1009 1009 1007"
                        + " 1063 1037 1031 1045 1033 1009 1027 1015 1025 1065",
                "한국어 العربية हिन्दी ไทย | 1469 30006 30021 29991 30014 30020 29999 30008 1270 23673 29830 17149 29816 14498"
                        + " 19433 1339 29877 29863 29861 29878 100",
                "$100 + 5% ~ ^ = <b> | 1002 2531 1009 1019 1003 1066 1034 1027 1026 1038 1028",
                "\u0085next\u00A0nbsp\u3000wide | 2279 1050 5910 2361 2898",
                "ǅ ǈ ΑΣ | 100 100 1155 29733",
            })
    void idsAreThoseOfTheReferenceImplementation(String text, String expected) {
        assertThat(words(text)).isEqualTo(expected);
    }

    @Test
    void controlCharactersAreLeftOutAndLineBreaksSeparate() {
        assertThat(words("\u0000tab\there\u200Bzero\uFFFDwidth\r\nline")).isEqualTo("21628 2182 6290 5004 3593 2705 2240");
    }

    @Test
    void aWordOfMoreThanAHundredCharactersIsUnknown() {
        assertThat(words("a".repeat(101) + " ok")).isEqualTo("100 7929");
    }

    @Test
    void aSpecialTokenInATextIsOrdinaryText() {
        assertThat(words("[SEP]").split(" ")).hasSizeGreaterThan(2).doesNotContain("102");
    }

    @Test
    void aLoneSurrogateIsLeftOut() {
        assertThat(words("ab\uD83D cd")).isEqualTo(words("ab cd"));
    }

    @Test
    void aLongTextIsCutAtTheLimit() {
        String text = "one two three four";
        assertThat(tokenizer.tokenize(text, 6)).containsExactly(101, 2028, 2048, 2093, 2176, 102);
        assertThat(tokenizer.tokenize(text, 5)).containsExactly(101, 2028, 2048, 2093, 102);
    }

    @Test
    void tenMegabytesWithoutASpaceAreReadInNoTime() {
        assertThat(tokenizer.tokenize("x".repeat(10_000_000), 256)).containsExactly(101, 100, 102);
    }

    @Test
    void aFileWithoutVocabularyIsRefused() {
        assertThatThrownBy(() -> WordPieceTokenizer.read(json("{\"model\": {}}")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no vocabulary");
    }

    private String words(String text) {
        long[] ids = tokenizer.tokenize(text, 1000);
        assertThat(ids[0]).isEqualTo(101);
        assertThat(ids[ids.length - 1]).isEqualTo(102);
        return LongStream.of(Arrays.copyOfRange(ids, 1, ids.length - 1))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    private static WordPieceTokenizer tiny() {
        try {
            return WordPieceTokenizer.read(json("{\"model\": {\"vocab\": {\"[UNK]\": 0, \"[CLS]\": 1, \"[SEP]\": 2}}}"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
