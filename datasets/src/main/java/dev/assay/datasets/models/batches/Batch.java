package dev.assay.datasets.models.batches;

import dev.assay.datasets.models.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A batch: calls of one model for one run.
 *
 * @param id a ULID; the service gets it as metadata and in the name of the file
 * @param model the person's name for the model
 * @param modelAsked the provider's id of the model
 * @param requests how many
 * @param bytes of its file
 * @param price of normal calls at the time; empty if it was not known
 * @param remoteFile the service's id of the uploaded file
 * @param remoteId the service's id of the batch
 * @param message what the service said about it
 * @param expiresAt when the service gives up
 * @param checkedAt when the service was last asked
 */
public record Batch(
        String id,
        String runId,
        String model,
        String modelAsked,
        BatchState state,
        long requests,
        long bytes,
        Optional<Price> price,
        Optional<String> remoteFile,
        Optional<String> remoteId,
        String message,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> checkedAt) {

    /** As long as a service has for a batch, unless it says otherwise. */
    private static final Duration WINDOW = Duration.ofHours(24);

    /** When the service has given up, if it has not finished before. */
    Instant end() {
        return expiresAt.orElseGet(() -> createdAt.plus(WINDOW));
    }

    /** Name of its file, here and at the service. */
    public String fileName() {
        return "assay-" + id + ".jsonl";
    }

    Batch in(BatchState other, String why) {
        return new Batch(
                id, runId, model, modelAsked, other, requests, bytes, price, remoteFile, remoteId, why, createdAt, expiresAt, checkedAt);
    }

    Batch uploadedAs(String file) {
        return new Batch(
                id, runId, model, modelAsked, BatchState.UPLOADED, requests, bytes, price, Optional.of(file), remoteId, message, createdAt,
                expiresAt, checkedAt);
    }

    Batch runningAs(RemoteBatch remote, Instant now) {
        return new Batch(
                id, runId, model, modelAsked, BatchState.RUNNING, requests, bytes, price, remoteFile, Optional.of(remote.id()), said(remote),
                createdAt, remote.expiresAt().or(() -> expiresAt), Optional.of(now));
    }

    private static String said(RemoteBatch remote) {
        return remote.status() == RemoteBatch.Status.CANCELLING && remote.message().isEmpty() ? "the service is asked to stop" : remote.message();
    }
}
