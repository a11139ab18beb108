package dev.assay.datasets.embedding;

import java.util.List;

/**
 * Turns texts into vectors whose dot product is their similarity in meaning.
 *
 * <p>An embedder is a function of the text alone: the same text gives the same bytes whatever else is in the batch, so
 * vectors may be kept by content ({@link EmbeddingCache}) and compared across runs. Safe for use by many threads.
 */
public interface Embedder {

    /** Names the model with everything that changes its vectors; kept beside every stored vector. */
    String model();

    /** Length of every vector. */
    int dimension();

    /**
     * Embeds texts.
     *
     * @return one vector of Euclidean length 1 per text, in the order of the texts; a text without a single word, such
     *     as the empty one, has a vector too, but one without meaning
     */
    float[][] embed(List<String> texts);

    /** Whether the text is longer than the model reads, so that its vector stands for its beginning only. */
    boolean truncates(String text);

    /** Embeds one text. */
    default float[] embed(String text) {
        return embed(List.of(text))[0];
    }
}
