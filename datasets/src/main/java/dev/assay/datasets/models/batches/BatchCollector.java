package dev.assay.datasets.models.batches;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.ulid.UlidCreator;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.budget.CallForecast;
import dev.assay.datasets.models.budget.Pricing;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.models.ledger.StoredCall;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The gateway of a run whose calls are made in batches: what the ledger has is answered, everything else is put into a batch and waits. A unit that asks
 * several turns gets one turn further with each batch.
 *
 * <p>Money is counted as spent when a call is put into a batch, as much as it is expected to cost.
 */
final class BatchCollector implements ModelGateway {

    /** How large the file of a batch may be. */
    record Size(long requests, long bytes) {

        /** 50,000 requests and 100 MB; a little is left of those. */
        static final Size ALLOWED = new Size(50_000, 99_000_000);
    }

    private final Study study;
    private final String runId;
    private final CommitQueue writer;
    private final Budget budget;
    private final Supplier<Instant> now;
    private final Map<String, ModelFailure> failedLately;
    private final Size most;
    private final BatchTable batches = new BatchTable();
    private final CallTable calls = new CallTable();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<ModelDefinition, CallForecast> forecasts = new ConcurrentHashMap<>();

    /** @param failedLately calls that came back as failed or were rejected, by the hash of the request: they are not put into the next batch */
    BatchCollector(Study study, String runId, CommitQueue writer, Budget budget, Supplier<Instant> now, Map<String, ModelFailure> failedLately) {
        this(study, runId, writer, budget, now, failedLately, Size.ALLOWED);
    }

    BatchCollector(
            Study study,
            String runId,
            CommitQueue writer,
            Budget budget,
            Supplier<Instant> now,
            Map<String, ModelFailure> failedLately,
            Size most) {
        this.study = study;
        this.runId = runId;
        this.writer = writer;
        this.budget = budget;
        this.now = now;
        this.failedLately = failedLately;
        this.most = most;
        waiting.addAll(study.read(batches::waitingHashes));
    }

    @Override
    public Asked ask(ModelDefinition model, ModelRequest request, String unit) {
        ObjectNode json = RequestJson.of(model, request);
        String hash = RequestJson.hash(json, request.replicate());
        Optional<StoredCall> stored = study.read(reading -> calls.reply(reading, hash));
        if (stored.isPresent()) {
            return new Asked.Replied(stored.get().sequence(), stored.get().call().text().orElse(""), true);
        }
        ModelFailure failure = failedLately.get(hash);
        if (failure != null) {
            return new Asked.Failed(failure);
        }
        if (waiting.add(hash)) {
            collect(model, request, unit, json, hash);
        }
        return new Asked.Waiting();
    }

    private void collect(ModelDefinition model, ModelRequest request, String unit, ObjectNode json, String hash) {
        boolean collected = false;
        try {
            requireBatchable(model);
            CallForecast forecast = forecasts.computeIfAbsent(model, absent -> study.read(reading -> CallForecast.of(reading, absent)));
            Optional<Double> cost = forecast.cost(request, Pricing.BATCH);
            budget.reserve(model, cost).settle(cost);
            String text = json.toString();
            long bytes = BatchFile.line("x".repeat(64), json, request.replicate()).getBytes(UTF_8).length + 1L;
            collected = writer.write(writing -> {
                Batch batch = open(writing, model, bytes);
                return CustomIds.of(unit)
                        .map(id -> new BatchRequest(
                                id, batch.id(), unit, hash, request.replicate(), text, cost, BatchRequest.State.WAITING))
                        .anyMatch(candidate -> batches.add(writing, candidate, bytes));
            });
        } finally {
            if (!collected) {
                waiting.remove(hash);
            }
        }
    }

    static void requireBatchable(ModelDefinition model) {
        if (model.provider() != Provider.OPENAI) {
            throw new AssayException(model.name() + " cannot be asked in batches: only services that speak OpenAI's protocol (provider openai) can; "
                    + "leave out --batch");
        }
    }

    /** The batch to which the next request goes; a full one is closed and another begun. */
    private Batch open(Writing writing, ModelDefinition model, long bytes) {
        Optional<Batch> open = batches.collecting(writing, runId, model.name());
        if (open.isPresent()) {
            Batch batch = open.get();
            if (batch.requests() < most.requests() && batch.bytes() + bytes <= most.bytes()) {
                return batch;
            }
            batches.put(writing, batch.in(BatchState.WRITTEN, ""));
        }
        Instant begun = now.get();
        Batch batch = new Batch(
                UlidCreator.getUlid(begun.toEpochMilli()).toLowerCase(), runId, model.name(), model.model(), BatchState.COLLECTING, 0, 0, model.price(),
                Optional.empty(), Optional.empty(), "", begun, Optional.empty(), Optional.empty());
        batches.put(writing, batch);
        return batch;
    }

    @Override
    public void reject(long call, ModelFailure failure) {
        failedLately.put(writer.write(writing -> calls.reject(writing, call, failure)), failure);
    }
}
