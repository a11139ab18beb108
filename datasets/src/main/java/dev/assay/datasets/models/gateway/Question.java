package dev.assay.datasets.models.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.ledger.Call;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.records.StorableText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A request with what the ledger knows it by. */
record Question(ModelDefinition model, ModelRequest request, String unit, ObjectNode json, String hash) {

    static Question of(ModelDefinition model, ModelRequest request, String unit) {
        ObjectNode json = RequestJson.of(model, request);
        return new Question(model, request, unit, json, RequestJson.hash(json, request.replicate()));
    }

    /** As the ledger will have it, so that it makes no difference whether it comes from there. */
    String storedText(RawReply reply) {
        return StorableText.of(reply.text());
    }

    /** The row of a reply; if it is no answer, of the failure, with the text that there is. */
    Call row(
            String runId, RawReply reply, Optional<ModelFailure> failure, Optional<Double> cost, Instant now, Duration latency, int attempts) {
        return new Call(
                hash, runId, unit, model.name(), model.model(), reply.modelAnswered(), request.replicate(),
                failure.map(failed -> failed.kind().id()).orElse(Call.REPLY), failure.map(ModelFailure::detail).orElse(""), Optional.of(reply.finish()), Optional.of(200),
                reply.tokensIn(), reply.tokensOut(), cost, latency, attempts, Optional.empty(), now, json.toString(),
                Optional.of(reply.text()), Optional.of(reply.body()));
    }

    /** The row of a call without a reply. */
    Call row(String runId, ModelFailure failure, Optional<Double> cost, Instant now, Duration latency, int attempts) {
        return new Call(
                hash, runId, unit, model.name(), model.model(), Optional.empty(), request.replicate(),
                failure.kind().id(), failure.detail(), Optional.empty(), failure.httpStatus(),
                Optional.empty(), Optional.empty(), cost, latency, attempts, Optional.empty(), now, json.toString(),
                Optional.empty(), failure.body());
    }
}
