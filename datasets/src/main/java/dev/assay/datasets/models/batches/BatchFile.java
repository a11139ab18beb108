package dev.assay.datasets.models.batches;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.exporting.WholeFile;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.study.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** The file of a batch in OpenAI's form: a request a line. */
final class BatchFile {

    private static final String ENDPOINT = "/v1/chat/completions";

    private BatchFile() {}

    /**
     * Writes the calls of a batch that wait, one after the other: what is answered already is not to be paid again.
     *
     * @throws dev.assay.datasets.AssayException if the file cannot be written
     */
    static void write(Reading reading, Batch batch, Path file) {
        WholeFile.write(file, out -> {
            try (Stream<BatchRequest> requests = new BatchTable().waiting(reading, batch.id())) {
                for (Iterator<BatchRequest> each = requests.iterator(); each.hasNext(); ) {
                    BatchRequest request = each.next();
                    writeLine(out, line(request.customId(), RequestJson.read(request.request()), request.replicate()));
                }
            }
        });
    }

    /** custom_id, method, url, body; without the end of the line. */
    static String line(String customId, JsonNode request, int replicate) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("custom_id", customId).put("method", "POST").put("url", ENDPOINT);
        return line.set("body", ChatCompletionRequest.body(request, replicate)).toString();
    }

    private static void writeLine(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(UTF_8));
        out.write('\n');
    }
}
