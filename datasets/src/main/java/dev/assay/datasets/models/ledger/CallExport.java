package dev.assay.datasets.models.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.exporting.ExportFile;
import dev.assay.datasets.exporting.ExportFormat;
import dev.assay.datasets.exporting.ExportResult;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.study.Study;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the ledger to a file (docs/formats.md): every call, failed ones too, in the order in which they were stored. */
public final class CallExport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COLUMNS = List.of(
            "call", "requestHash", "run", "unit", "model", "modelAsked", "modelAnswered", "replicate", "outcome", "detail", "finishReason",
            "httpStatus", "tokensIn", "tokensOut", "cost", "latencyMs", "attempts", "batch", "askedAt", "request", "text", "body");

    private final Study study;
    private final CallTable table = new CallTable();

    public CallExport(Study study) {
        this.study = study;
    }

    public ExportResult calls(Path file, ExportFormat format) {
        return study.read(reading -> ExportFile.write(file, format, COLUMNS, out -> {
            try (Stream<StoredCall> calls = table.stream(reading)) {
                for (Iterator<StoredCall> each = calls.iterator(); each.hasNext(); ) {
                    StoredCall stored = each.next();
                    Call call = stored.call();
                    out.row(
                            stored.sequence(), call.requestHash(), call.runId(), call.unit(), call.model(), call.modelAsked(),
                            call.modelAnswered().orElse(null), call.replicate(), call.outcome(), call.detail(),
                            call.finish().map(FinishReason::id).orElse(null), call.httpStatus().orElse(null), call.tokensIn().orElse(null),
                            call.tokensOut().orElse(null), call.cost().orElse(null), call.latency().toMillis(), call.attempts(),
                            call.batch().orElse(null), call.askedAt().toString(), parse(call.request()), call.text().orElse(null),
                            call.body().orElse(null));
                }
            }
        }));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
