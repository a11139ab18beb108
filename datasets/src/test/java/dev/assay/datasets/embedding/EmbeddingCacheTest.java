package dev.assay.datasets.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {

    @TempDir
    Path folder;

    @Test
    void aTextIsEmbeddedOnceAndItsBytesStayTheSame() {
        var counting = new LengthEmbedder("lengths", Integer.MAX_VALUE);
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            float[][] first = new EmbeddingCache(counting, study).embed(List.of("one", "three", "one"));
            assertThat(counting.asked).containsExactly("one", "three");
            assertThat(first[2]).isEqualTo(first[0]).isEqualTo(LengthEmbedder.vector("one"));
        }
        try (Study study = Study.open(folder.resolve("s.assay"), Clocks.fixed())) {
            float[][] again = new EmbeddingCache(counting, study).embed(List.of("three", "new", "one"));
            assertThat(counting.asked).containsExactly("one", "three", "new");
            assertThat(again[0]).isEqualTo(LengthEmbedder.vector("three"));
            assertThat(again[2]).isEqualTo(LengthEmbedder.vector("one"));
        }
    }

    @Test
    void vectorsOfAnotherModelAreNotTaken() {
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            new EmbeddingCache(new LengthEmbedder("a", 9), study).embed("text");
            var other = new LengthEmbedder("b", 9);
            new EmbeddingCache(other, study).embed("text");
            assertThat(other.asked).containsExactly("text");
        }
    }

    @Test
    void whatWasEmbeddedBeforeAFailureIsKept() {
        var failing = new LengthEmbedder("lengths", 1);
        List<String> texts = IntStream.range(0, 700).mapToObj(i -> "text " + i).toList();
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            assertThatThrownBy(() -> new EmbeddingCache(failing, study).embed(texts)).hasMessage("stopped");
            var working = new LengthEmbedder("lengths", 9);
            new EmbeddingCache(working, study).embed(texts);
            assertThat(working.asked).hasSize(200).startsWith("text 500");
        }
    }

    @Test
    void aStudyOpenForReadingIsUsedAndLeftAsItIs() {
        Path file = folder.resolve("s.assay");
        try (Study study = Study.create(file, Clocks.fixed())) {
            new EmbeddingCache(new LengthEmbedder("lengths", 9), study).embed("kept");
        }
        try (Study study = Study.openReadOnly(file)) {
            var counting = new LengthEmbedder("lengths", 9);
            var cache = new EmbeddingCache(counting, study);
            cache.embed(List.of("kept", "new"));
            cache.embed("new");
            assertThat(counting.asked).containsExactly("new", "new");
        }
    }

    /** Embeds a text by its length, remembers what it was asked, and fails after some batches. */
    private static final class LengthEmbedder implements Embedder {

        private final String model;
        private final List<String> asked = new ArrayList<>();
        private int batchesLeft;

        LengthEmbedder(String model, int batches) {
            this.model = model;
            batchesLeft = batches;
        }

        static float[] vector(String text) {
            double angle = 1.0 / (1 + text.length());
            return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }

        @Override
        public String model() {
            return model;
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[][] embed(List<String> texts) {
            if (batchesLeft-- == 0) {
                throw new IllegalStateException("stopped");
            }
            asked.addAll(texts);
            return texts.stream().map(LengthEmbedder::vector).toArray(float[][]::new);
        }

        @Override
        public boolean truncates(String text) {
            return false;
        }
    }
}
