package dev.assay.datasets.embedding;

import dev.assay.datasets.AssayException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sentence embeddings of all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020) with 8-bit weights: 384
 * dimensions, computed inside the process on as many threads as asked for.
 *
 * <p>The model is loaded once, at its first use or ahead of it by {@link #prepare}, and never on the caller's thread. Its
 * threads are daemons and do not keep the program from ending.
 */
public final class MiniLmEmbedder implements Embedder, AutoCloseable {

    /** What the model reads by default, in tokens: about 180 words of English. */
    public static final int DEFAULT_TOKENS = 256;

    private final int tokens;
    private final ForkJoinPool pool;
    private @Nullable CompletableFuture<MiniLmNetwork> loading;

    /** An embedder that works on two threads and reads {@value #DEFAULT_TOKENS} tokens. Cheap: nothing is loaded yet. */
    public MiniLmEmbedder() {
        this(2, DEFAULT_TOKENS);
    }

    /**
     * An embedder. Cheap: nothing is loaded yet.
     *
     * @param threads texts embedded at the same time, at least 1
     * @param tokens word pieces read of each text, from 8 to 512, two of them for start and end; the rest is left out. The
     *     time for a long text is about proportional to it. The model was trained on 128.
     */
    public MiniLmEmbedder(int threads, int tokens) {
        if (tokens < 8 || tokens > MiniLmNetwork.MOST_TOKENS) {
            throw new IllegalArgumentException("the model reads from 8 to " + MiniLmNetwork.MOST_TOKENS + " tokens, not " + tokens);
        }
        this.tokens = tokens;
        pool = new ForkJoinPool(threads);
    }

    @Override
    public String model() {
        return MiniLmNetwork.MODEL + "/" + tokens;
    }

    @Override
    public int dimension() {
        return MiniLmNetwork.DIMENSION;
    }

    /** Starts to load the model in the background, about half a second of work, and returns at once. */
    public synchronized void prepare() {
        if (loading == null) {
            loading = CompletableFuture.supplyAsync(MiniLmNetwork::load, pool);
        }
    }

    /** @throws AssayException if the model cannot be loaded on this machine */
    @Override
    public float[][] embed(List<String> texts) {
        MiniLmNetwork network = network();
        if (texts.size() == 1) {
            return new float[][] {network.embed(texts.getFirst(), tokens)};
        }
        // A parallel stream begun inside a pool stays inside it.
        return pool.submit(() -> IntStream.range(0, texts.size())
                        .parallel()
                        .mapToObj(i -> network.embed(texts.get(i), tokens))
                        .toArray(float[][]::new))
                .join();
    }

    /** @throws AssayException if the model cannot be loaded on this machine */
    @Override
    public boolean truncates(String text) {
        return network().truncates(text, tokens);
    }

    /** Waits for the work in hand, then gives the model's memory back. */
    @Override
    public synchronized void close() {
        pool.close();
        if (loading != null && !loading.isCompletedExceptionally()) {
            loading.join().close();
        }
    }

    private MiniLmNetwork network() {
        try {
            return loading().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AssayException known ? known : e;
        }
    }

    private synchronized CompletableFuture<MiniLmNetwork> loading() {
        prepare();
        return Objects.requireNonNull(loading);
    }
}
