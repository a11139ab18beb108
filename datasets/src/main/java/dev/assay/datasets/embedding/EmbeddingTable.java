package dev.assay.datasets.embedding;

import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Vectors of texts, by model and content hash. A cache: whatever is in it can be computed again. */
@OwnsTables("embedding")
final class EmbeddingTable {

    Optional<float[]> find(Reading reading, String model, byte[] hash) {
        return reading.sql()
                .createQuery("SELECT vector FROM embedding WHERE model = :model AND hash = :hash")
                .bind("model", model)
                .bind("hash", hash)
                .map((row, context) -> fromBytes(row.getBytes("vector")))
                .findOne();
    }

    void insert(Writing writing, String model, byte[] hash, float[] vector) {
        writing.sql()
                .createUpdate("INSERT INTO embedding (model, hash, vector) VALUES (:model, :hash, :vector) ON CONFLICT DO NOTHING")
                .bind("model", model)
                .bind("hash", hash)
                .bind("vector", toBytes(vector))
                .execute();
    }

    /** Four bytes a number, little-endian whatever the machine, so that a study may be carried from one to another. */
    private static byte[] toBytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] fromBytes(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
