package dev.assay.datasets.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.assay.datasets.AssayException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The network of all-MiniLM-L6-v2 in ONNX Runtime: one text in, the mean of the last layer's token vectors out, scaled to
 * length 1.
 *
 * <p>Texts go through it one by one: a batch is no faster on a processor, and the 8-bit arithmetic takes its scale from the
 * whole batch, so that a text's vector would depend on its neighbours. ONNX Runtime is held to the calling thread; texts
 * are spread over threads by the caller. May be used by many threads at once.
 */
final class MiniLmNetwork {

    static final String MODEL = "all-minilm-l6-v2-q";
    static final int DIMENSION = 384;
    static final int MOST_TOKENS = 512;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieceTokenizer tokenizer;

    private MiniLmNetwork(OrtEnvironment environment, OrtSession session, WordPieceTokenizer tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /** @throws AssayException if the native part does not run on this machine */
    static MiniLmNetwork load() {
        try (InputStream weights = resource(MODEL + ".onnx");
                InputStream vocabulary = resource(MODEL + "-tokenizer.json");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Below "fatal" it would write to standard error by itself.
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            environment.setTelemetry(false);
            OrtSession session = environment.createSession(weights.readAllBytes(), options);
            return new MiniLmNetwork(environment, session, WordPieceTokenizer.read(vocabulary));
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            throw new AssayException(
                    "the embedding model cannot be loaded (" + e + "): it needs 64-bit Linux, macOS or Windows and a temporary"
                            + " folder that can be written, now " + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }

    float[] embed(String text, int limit) {
        long[][] ids = {tokenizer.tokenize(text, limit)};
        int length = ids[0].length;
        long[][] attended = new long[1][length];
        Arrays.fill(attended[0], 1);
        try (var idTensor = OnnxTensor.createTensor(environment, ids);
                var attendedTensor = OnnxTensor.createTensor(environment, attended);
                var segmentTensor = OnnxTensor.createTensor(environment, new long[1][length]);
                var result = session.run(Map.of(
                        "input_ids", idTensor, "attention_mask", attendedTensor, "token_type_ids", segmentTensor))) {
            return unit(sumOverTokens(((OnnxTensor) result.get(0)).getFloatBuffer(), length));
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed on a text of " + length + " tokens", e);
        }
    }

    boolean truncates(String text, int limit) {
        return tokenizer.tokenize(text, limit + 1).length > limit;
    }

    void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model could not be closed", e);
        }
    }

    /** The sum has the direction of the mean, which is all that is left after scaling. */
    private static float[] sumOverTokens(FloatBuffer hidden, int tokens) {
        float[] sum = new float[DIMENSION];
        float[] token = new float[DIMENSION];
        for (int t = 0; t < tokens; t++) {
            hidden.get(token);
            for (int d = 0; d < DIMENSION; d++) {
                sum[d] += token[d];
            }
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        double scale = 1 / Math.sqrt(squares);
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) (vector[d] * scale);
        }
        return vector;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = MiniLmNetwork.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new FileNotFoundException(name + " is missing from the program");
        }
        return stream;
    }
}
