package dev.assay.datasets.embedding;

import dev.assay.datasets.Sha256;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An embedder that keeps its vectors in a study, by model and SHA-256 of the text, and asks the embedder behind it only for
 * texts that are new. Its vectors are, bit for bit, those of the embedder behind it. In a study that is open for reading
 * only it stores nothing.
 */
public final class EmbeddingCache implements Embedder {

    /** New vectors per transaction: what is lost, at most, when the program is killed. */
    private static final int BATCH = 500;

    private final Embedder embedder;
    private final Study study;
    private final EmbeddingTable table = new EmbeddingTable();

    public EmbeddingCache(Embedder embedder, Study study) {
        this.embedder = embedder;
        this.study = study;
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    @Override
    public boolean truncates(String text) {
        return embedder.truncates(text);
    }

    @Override
    public float[][] embed(List<String> texts) {
        Set<String> distinct = new LinkedHashSet<>(texts);
        Map<String, float[]> known = study.<Map<String, float[]>>read(reading -> stored(reading, distinct));
        List<String> missing = distinct.stream().filter(text -> !known.containsKey(text)).toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<String> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
            float[][] vectors = embedder.embed(batch);
            for (int i = 0; i < vectors.length; i++) {
                known.put(batch.get(i), vectors[i]);
            }
            store(batch, vectors);
        }
        List<float[]> found = new ArrayList<>(texts.size());
        for (String text : texts) {
            float @Nullable [] vector = known.get(text);
            if (vector != null) {
                found.add(vector.clone());
            }
        }
        return found.toArray(float[][]::new);
    }

    private Map<String, float[]> stored(Reading reading, Set<String> texts) {
        Map<String, float[]> known = new HashMap<>();
        MessageDigest digest = Sha256.digest();
        for (String text : texts) {
            table.find(reading, model(), hash(digest, text)).ifPresent(vector -> known.put(text, vector));
        }
        return known;
    }

    private void store(List<String> texts, float[][] vectors) {
        if (!study.writable()) {
            return;
        }
        MessageDigest digest = Sha256.digest();
        study.change(writing -> {
            for (int i = 0; i < vectors.length; i++) {
                table.insert(writing, model(), hash(digest, texts.get(i)), vectors[i]);
            }
        });
    }

    private static byte[] hash(MessageDigest digest, String text) {
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
