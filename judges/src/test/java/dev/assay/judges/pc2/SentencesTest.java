package dev.assay.judges.pc2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void sentencesEndAtPointsAndLines() {
        assertThat(Sentences.of("One is 3.5 here. Two? Three!\nFour\r\n\n")).containsExactly("One is 3.5 here.", "Two?", "Three!", "Four");
    }

    @Test
    void theNumberOfAListItemEndsNoSentence() {
        assertThat(Sentences.of("1. First\n 2. Second. And more")).containsExactly("1. First", "2. Second.", "And more");
    }

    @Test
    void chineseSentencesNeedNoSpaceBetweenThem() {
        assertThat(Sentences.of("你好。再见！")).containsExactly("你好。", "再见！");
    }

    @Test
    void theSameItemUnderAnotherNumberIsTheSameSentence() {
        assertThat(Sentences.key("3. Be kind.")).isEqualTo(Sentences.key("12) be kind"));
    }
}
