package dev.assay.datasets.models.batches;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.FailureKind.Handling;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ServiceRefusedException;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.Breaker;
import dev.assay.datasets.models.limits.Timing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The services that make the batches of a run, asked again where that may help. */
final class BatchServices implements AutoCloseable {

    private final Function<String, Optional<ModelDefinition>> models;
    private final BatchConnector connector;
    private final Timing timing;
    private final Backoff backoff;
    private final Map<String, BatchService> services = new HashMap<>();

    BatchServices(Function<String, Optional<ModelDefinition>> models, BatchConnector connector, Timing timing, Backoff backoff) {
        this.models = models;
        this.connector = connector;
        this.timing = timing;
        this.backoff = backoff;
    }

    /** @throws AssayException if the person does not have the model of the batch any more */
    BatchService of(Batch batch) {
        return services.computeIfAbsent(batch.model(), name -> connector.connect(models.apply(name)
                .orElseThrow(() -> new AssayException("a batch asks the model " + name + ", which you do not have any more: add it again with `models add`"))));
    }

    /**
     * Asks, and asks again what may go better the next time. A cancellation interrupts it, be it in the middle of an upload.
     *
     * @throws ModelFailedException if the service refuses this for good
     * @throws StoppedException if it was cancelled, or the service cannot be reached or refuses everything
     */
    <T> T patiently(Supplier<T> call, Batch batch, Cancellation cancellation) {
        for (int attempt = 1; ; attempt++) {
            try {
                return cancellation.interrupting(call);
            } catch (ModelFailedException e) {
                ModelFailure failure = e.failure();
                if (backoff.triesAgain(failure, attempt)) {
                    pause(backoff.pause(failure, attempt, timing.random()), cancellation);
                } else if (failure.kind().handling() == Handling.FAILS_THE_UNIT || isNotOffered(failure)) {
                    throw e;
                } else {
                    throw new ServiceRefusedException(batch.model() + ": " + failure.inWords() + ": " + Breaker.advice(failure.kind())
                            + "; batches that were begun go on at the service, the same command takes in what they bring");
                }
            }
        }
    }

    /** Many services that are compatible otherwise have no batches. */
    static boolean isNotOffered(ModelFailure failure) {
        return failure.httpStatus().filter(status -> status == 404 || status == 405 || status == 501).isPresent();
    }

    /** @throws StoppedException if it was cancelled */
    void pause(Duration time, Cancellation cancellation) {
        try {
            if (timing.pause(time, cancellation)) {
                throw new StoppedException("stopped: the batches go on at the service, the same command takes in what they bring");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException(StoppedException.BY_PERSON, e);
        }
    }

    @Override
    public void close() {
        services.values().forEach(BatchService::close);
    }
}
