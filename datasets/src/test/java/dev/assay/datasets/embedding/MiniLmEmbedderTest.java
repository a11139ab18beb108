package dev.assay.datasets.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmEmbedderTest {

    private static final List<String> TEXTS = List.of(
            "The ferry leaves at noon.", "", "SELECT name FROM port", "Die Fähre fährt mittags ab.", "x".repeat(400), "🙂",
            "When does the boat depart? ".repeat(100));

    private final MiniLmEmbedder embedder = new MiniLmEmbedder();

    @AfterAll
    void close() {
        embedder.close();
    }

    @Test
    void vectorsHaveLengthOne() {
        float[][] vectors = embedder.embed(TEXTS);
        assertThat(vectors.length).isEqualTo(TEXTS.size());
        for (float[] vector : vectors) {
            assertThat(vector).hasSize(embedder.dimension());
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aTextHasTheSameBytesInAnyBatchOnAnyNumberOfThreads() {
        float[][] together = embedder.embed(TEXTS);
        try (var alone = new MiniLmEmbedder(1, MiniLmEmbedder.DEFAULT_TOKENS)) {
            for (int i = 0; i < together.length; i++) {
                assertThat(together[i]).isEqualTo(alone.embed(TEXTS.get(i)));
            }
            assertThat(alone.embed(TEXTS.reversed())[0]).isEqualTo(together[together.length - 1]);
        }
    }

    @Test
    void similarMeaningsAreNearAndOthersFar() {
        float[] ferry = embedder.embed("The ferry leaves at noon.");
        assertThat(dot(ferry, embedder.embed("The boat departs at twelve o'clock."))).isGreaterThan(0.6);
        assertThat(dot(ferry, embedder.embed("Prove that the square root of two is irrational."))).isLessThan(0.2);
    }

    @Test
    void aTextLongerThanTheModelReadsSaysSo() {
        assertThat(embedder.truncates("word ".repeat(254))).isFalse();
        assertThat(embedder.truncates("word ".repeat(255))).isTrue();
        assertThat(embedder.embed("word ".repeat(255))).isEqualTo(embedder.embed("word ".repeat(300)));
    }

    @Test
    void theModelsNameTellsHowMuchIsRead() {
        try (var shorter = new MiniLmEmbedder(1, 64)) {
            assertThat(shorter.model()).isNotEqualTo(embedder.model());
        }
    }

    @Test
    void noTextsGiveNoVectors() {
        assertThat(embedder.embed(List.of())).isEmpty();
    }

    @Test
    void moreTokensThanTheModelHasPositionsForAreRefused() {
        assertThatThrownBy(() -> new MiniLmEmbedder(1, 513)).hasMessageContaining("from 8 to 512 tokens");
    }

    /** In a process of its own: an embedder that nobody closes must not keep the program from ending, nor write anything. */
    @Test
    void theProgramEndsAndItsOutputIsItsOwn() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbedOnce.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output).isEmpty();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    static final class EmbedOnce {

        private EmbedOnce() {}

        public static void main(String[] arguments) {
            var embedder = new MiniLmEmbedder();
            embedder.prepare();
            if (embedder.embed(TEXTS).length != TEXTS.size()) {
                throw new IllegalStateException("a text is missing");
            }
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

}
