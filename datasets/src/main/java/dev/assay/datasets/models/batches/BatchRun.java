package dev.assay.datasets.models.batches;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.FailureKind.Handling;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ServiceRefusedException;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.Breaker;
import dev.assay.datasets.models.limits.Timing;
import dev.assay.datasets.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The batches of one run, from the requests to the replies in the ledger. How a step uses it:
 *
 * <ol>
 *   <li>work through the units with {@link #collector}: what the ledger has is used, everything else is put into batches, and its unit waits;
 *   <li>{@link #submit}: the batches go to the service;
 *   <li>{@link #awaitAll}: wait until they are back, and take in what they bring; the program may end meanwhile;
 *   <li>begin anew, until no unit waits: units of several turns, and replies that are to be mended, need several batches.
 * </ol>
 *
 * <p>Every step is stored before the next. Killed at any moment and begun anew, nothing is lost, and no batch is made twice: a service is looked through
 * for the file and the batch before one is made. What failed in a batch is failed for the time of this object, and is put into another batch by the next.
 */
public final class BatchRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final double PAUSE_GROWTH = 1.5;

    private final Study study;
    private final String runId;
    private final Function<String, Optional<ModelDefinition>> models;
    private final BatchConnector connector;
    private final Timing timing;
    private final Backoff backoff;
    private final BatchTable batches = new BatchTable();
    private final Map<String, ModelFailure> failedLately = new ConcurrentHashMap<>();
    private final Map<String, BatchService> services = new HashMap<>();
    private final BatchIntake intake;

    /** @param models the person's models by name, as they are now */
    public BatchRun(
            Study study, String runId, Function<String, Optional<ModelDefinition>> models, BatchConnector connector, Timing timing, Backoff backoff) {
        this.study = study;
        this.runId = runId;
        this.models = models;
        this.connector = connector;
        this.timing = timing;
        this.backoff = backoff;
        this.intake = new BatchIntake(study, timing::now, failedLately::put);
    }

    /**
     * The gateway with which the step works through its units. To be made anew for each time it does.
     *
     * @param budget see {@link #budget}
     */
    public ModelGateway collector(CommitQueue writer, Budget budget) {
        return new BatchCollector(study, runId, writer, budget, timing::now, failedLately);
    }

    /** What the run may still spend, also by normal calls: what is promised to calls that wait is spent already. */
    public Budget budget() {
        return study.read(reading -> Budget.of(reading, runId, batches.promised(reading, runId), batches.promised(reading)));
    }

    /** Batches of which {@link #submit} and {@link #awaitAll} make something: not at their end, and not in a person's hands. */
    public List<Batch> open() {
        return unfinished().stream().filter(batch -> batch.state() != BatchState.BY_HAND).toList();
    }

    private List<Batch> unfinished() {
        return study.read(reading -> batches.ofRun(reading, runId)).stream().filter(batch -> !batch.state().isEnd()).toList();
    }

    /**
     * Hands everything that was collected to the service, or goes on with that.
     *
     * @throws StoppedException if the service cannot be reached or refuses; the same again goes on
     * @throws AssayException if the service takes no batches, or refuses this one for good; its calls are then as if they had never been asked for
     */
    public void submit(Cancellation cancellation) {
        for (Batch batch : open()) {
            if (batch.state() == BatchState.COLLECTING || batch.state() == BatchState.WRITTEN || batch.state() == BatchState.UPLOADED) {
                submit(batch, cancellation);
            }
        }
    }

    private void submit(Batch batch, Cancellation cancellation) {
        BatchService service = service(batch);
        Batch now = batch;
        try {
            if (now.state() == BatchState.COLLECTING) {
                now = store(now.in(BatchState.WRITTEN, ""));
            }
            if (now.state() == BatchState.WRITTEN) {
                now = store(now.uploadedAs(upload(service, now, cancellation)));
            }
            String file = now.remoteFile().orElseThrow();
            RemoteBatch remote = patiently(
                    () -> service.findBatch(file, batch.id()).orElseGet(() -> service.create(file, batch.id())), batch, cancellation);
            Batch running = now.runningAs(remote, timing.now());
            study.change(writing -> batches.put(writing, running));
        } catch (ModelFailedException e) {
            // Nothing of it was begun, and the same file would be refused again.
            study.change(writing -> batches.delete(writing, batch.id()));
            throw new AssayException("the service of " + batch.model() + " does not take the batch: " + e.failure().inWords()
                    + "; leave out --batch, or write the files with `export batch`", e);
        }
    }

    private String upload(BatchService service, Batch batch, Cancellation cancellation) {
        return withTemporaryFile(file -> {
            study.read(reading -> {
                BatchFile.write(reading, batch, file);
                return file;
            });
            return patiently(
                    () -> service.findFile(batch.fileName()).orElseGet(() -> service.upload(file, batch.fileName())), batch, cancellation);
        });
    }

    /**
     * Waits until all submitted batches are back, and takes in what they bring.
     *
     * @throws StoppedException if it was cancelled or the service cannot be reached; the batches go on, and the same again takes in what they bring
     */
    public IntakeReport awaitAll(Progress progress, Cancellation cancellation) {
        IntakeReport report = IntakeReport.NOTHING;
        Duration pause = FIRST_PAUSE;
        while (true) {
            List<Batch> running = open().stream().filter(batch -> batch.state() == BatchState.RUNNING).toList();
            long finished = 0;
            boolean all = true;
            for (Batch batch : running) {
                Look look = look(batch, cancellation);
                report = report.plus(look.report());
                finished += look.finished();
                all &= look.ended();
            }
            progress.update("waiting for batches", finished, running.stream().mapToLong(Batch::requests).sum());
            if (all) {
                return report;
            }
            pause(pause, cancellation);
            pause = min(Duration.ofMillis((long) (pause.toMillis() * PAUSE_GROWTH)), LONGEST_PAUSE);
        }
    }

    private record Look(boolean ended, long finished, IntakeReport report) {}

    private Look look(Batch batch, Cancellation cancellation) {
        BatchService service = service(batch);
        try {
            Optional<RemoteBatch> remote = patiently(() -> service.get(batch.remoteId().orElseThrow()), batch, cancellation);
            if (remote.isEmpty()) {
                intake.failRest(batch.id(), ModelFailure.of(FailureKind.BATCH_EXPIRED, "the service does not know the batch any more"));
                end(batch, BatchState.EXPIRED, "the service does not know the batch any more");
                return new Look(true, batch.requests(), IntakeReport.NOTHING);
            }
            if (!remote.get().status().isEnd()) {
                study.change(writing -> batches.put(writing, batch.runningAs(remote.get(), timing.now())));
                return new Look(false, remote.get().finished(), IntakeReport.NOTHING);
            }
            return new Look(true, batch.requests(), takeIn(service, batch, remote.get(), cancellation));
        } catch (ModelFailedException e) {
            throw new StoppedException("the service of " + batch.model() + " does not tell of the batch " + batch.remoteId().orElse("") + ": "
                    + e.failure().inWords() + "; the same command asks again", e);
        }
    }

    private IntakeReport takeIn(BatchService service, Batch batch, RemoteBatch remote, Cancellation cancellation) {
        IntakeReport report = IntakeReport.NOTHING;
        for (String remoteFile : List.of(remote.outputFile(), remote.errorFile()).stream().flatMap(Optional::stream).toList()) {
            report = report.plus(takeIn(service, batch, remoteFile, cancellation));
        }
        long rest = intake.failRest(batch.id(), restFailure(remote));
        end(batch, endState(batch, remote), remote.message());
        return report.plus(new IntakeReport(0, rest, 0, List.of(), 0));
    }

    private IntakeReport takeIn(BatchService service, Batch batch, String remoteFile, Cancellation cancellation) {
        return withTemporaryFile(file -> {
            try {
                patiently(() -> {
                    service.download(remoteFile, file);
                    return file;
                }, batch, cancellation);
            } catch (ModelFailedException e) {
                if (isNotOffered(e.failure())) {
                    LOG.warn("the service of {} has thrown away the file {} of the batch {}", batch.model(), remoteFile, batch.id());
                    return IntakeReport.NOTHING;
                }
                throw e;
            }
            return intake.take(file, remoteFile, service::withoutSecrets);
        });
    }

    /** What has become of calls about which the service says nothing. */
    private static ModelFailure restFailure(RemoteBatch remote) {
        return switch (remote.status()) {
            case EXPIRED -> ModelFailure.of(FailureKind.BATCH_EXPIRED, remote.message());
            case CANCELLED -> ModelFailure.of(FailureKind.BATCH_CANCELLED, remote.message());
            case FAILED -> ModelFailure.of(FailureKind.BAD_REQUEST, "the service did not accept the batch" + after(remote.message()));
            default -> ModelFailure.of(FailureKind.NOT_A_REPLY, "the batch came back without it");
        };
    }

    private static String after(String message) {
        return message.isEmpty() ? "" : ": " + message;
    }

    private BatchState endState(Batch batch, RemoteBatch remote) {
        return switch (remote.status()) {
            case EXPIRED -> BatchState.EXPIRED;
            case CANCELLED -> BatchState.CANCELLED;
            case FAILED -> BatchState.FAILED;
            default -> study.read(reading -> batches.counts(reading, batch.id())).failed() == 0 ? BatchState.DONE : BatchState.PARTLY_DONE;
        };
    }

    /**
     * Gives up all batches that are not at their end: the service is asked to stop, and what it has done by then is taken in by {@link #awaitAll}. What no
     * service knows of yet, or a person was to bring, is forgotten, as if it had never been asked for.
     */
    public void cancelAll(Cancellation cancellation) {
        for (Batch batch : unfinished()) {
            Optional<String> remoteId = batch.remoteId().or(() -> begunUnseen(batch, cancellation));
            if (remoteId.isEmpty()) {
                study.change(writing -> batches.delete(writing, batch.id()));
                continue;
            }
            try {
                RemoteBatch remote = patiently(() -> service(batch).cancel(remoteId.get()), batch, cancellation);
                study.change(writing -> batches.put(writing, batch.runningAs(remote, timing.now())));
            } catch (ModelFailedException e) {
                // It is at its end already: what has become of it is seen when it is looked at.
                LOG.debug("the batch {} cannot be cancelled: {}", batch.id(), e.failure().inWords());
            }
        }
    }

    /** A program that was killed may have begun it without having stored that. */
    private Optional<String> begunUnseen(Batch batch, Cancellation cancellation) {
        return batch.state() == BatchState.UPLOADED
                ? patiently(() -> service(batch).findBatch(batch.remoteFile().orElseThrow(), batch.id()), batch, cancellation).map(RemoteBatch::id)
                : Optional.empty();
    }

    private Batch store(Batch batch) {
        study.change(writing -> batches.put(writing, batch));
        return batch;
    }

    private void end(Batch batch, BatchState state, String message) {
        study.change(writing -> batches.put(writing, batch.in(state, message)));
    }

    private BatchService service(Batch batch) {
        return services.computeIfAbsent(batch.model(), name -> connector.connect(models.apply(name)
                .orElseThrow(() -> new AssayException("a batch asks the model " + name + ", which you do not have any more: add it again with `models add`"))));
    }

    /**
     * Tries again what may go better the next time.
     *
     * @throws ModelFailedException if the service refuses this for good
     */
    private <T> T patiently(Supplier<T> call, Batch batch, Cancellation cancellation) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
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
    private static boolean isNotOffered(ModelFailure failure) {
        return failure.httpStatus().filter(status -> status == 404 || status == 405 || status == 501).isPresent();
    }

    private void pause(Duration time, Cancellation cancellation) {
        try {
            if (timing.pause(time, cancellation)) {
                throw new StoppedException("stopped: the batches go on at the service, the same command takes in what they bring");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException(StoppedException.BY_PERSON, e);
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static <T> T withTemporaryFile(Function<Path, T> work) {
        try {
            Path file = Files.createTempFile("assay-batch", ".jsonl");
            try {
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AssayException("cannot write temporary files (" + e.getMessage() + "): free some space on that disk", e);
        }
    }

    @Override
    public void close() {
        services.values().forEach(BatchService::close);
    }
}
