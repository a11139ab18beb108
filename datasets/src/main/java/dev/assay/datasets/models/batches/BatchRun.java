package dev.assay.datasets.models.batches;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.limits.Backoff;
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
import java.util.function.Predicate;
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
    /** A service that is moved or begun anew may not know it for a moment. */
    private static final int LOOKS_AT_UNKNOWN = 3;
    private static final String UNKNOWN = "the service does not know the batch";

    private final Study study;
    private final String runId;
    private final Timing timing;
    private final BatchTable batches = new BatchTable();
    private final Map<String, ModelFailure> failedLately = new ConcurrentHashMap<>();
    /** How often in a row the service did not know a batch, by its id. */
    private final Map<String, Integer> unseen = new HashMap<>();
    private final BatchServices services;
    private final BatchIntake intake;
    private final BatchesByHand byHand;

    /** @param models the person's models by name, as they are now */
    public BatchRun(
            Study study, String runId, Function<String, Optional<ModelDefinition>> models, BatchConnector connector, Timing timing, Backoff backoff) {
        this.study = study;
        this.runId = runId;
        this.timing = timing;
        this.services = new BatchServices(models, connector, timing, backoff);
        this.intake = new BatchIntake(study, timing::now, failedLately::put);
        this.byHand = new BatchesByHand(study, timing::now);
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
        return study.read(reading -> batches.unfinished(reading, runId));
    }

    private List<Batch> running() {
        return unfinished().stream().filter(batch -> batch.state() == BatchState.RUNNING).toList();
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
        BatchService service = services.of(batch);
        Batch now = batch;
        try {
            if (now.state() == BatchState.COLLECTING) {
                now = store(now.in(BatchState.WRITTEN, ""));
            }
            if (now.state() == BatchState.WRITTEN) {
                now = store(now.uploadedAs(upload(service, now, cancellation)));
            }
            String file = now.remoteFile().orElseThrow();
            RemoteBatch remote = services.patiently(
                    () -> service.findBatch(file, batch.id()).orElseGet(() -> service.create(file, batch.id())), batch, cancellation);
            Batch running = now.runningAs(remote, timing.now());
            study.change(writing -> batches.put(writing, running));
        } catch (ModelFailedException e) {
            // Nothing of it was begun, and the same file would be refused again.
            study.change(writing -> batches.delete(writing, batch.id()));
            throw new AssayException("the service of " + batch.model() + " does not take the batch: " + e.failure().inWords()
                    + "; leave out --batch (`resume` has --at-once), or write the files with `export batch`", e);
        }
    }

    private String upload(BatchService service, Batch batch, Cancellation cancellation) {
        return withTemporaryFile(file -> {
            study.read(reading -> {
                BatchFile.write(reading, batch, file);
                return file;
            });
            return services.patiently(
                    () -> service.findFile(batch.fileName()).orElseGet(() -> service.upload(file, batch.fileName())), batch, cancellation);
        });
    }

    /**
     * Waits until all submitted batches are back, and takes in what they bring.
     *
     * @throws StoppedException if it was cancelled or the service cannot be reached; the batches go on, and the same again takes in what they bring
     */
    public IntakeReport awaitAll(Progress progress, Cancellation cancellation) {
        return await(batch -> true, progress, cancellation);
    }

    /** As {@link #awaitAll}, of some batches of the run. */
    public IntakeReport await(Predicate<Batch> which, Progress progress, Cancellation cancellation) {
        IntakeReport report = IntakeReport.NOTHING;
        Duration pause = FIRST_PAUSE;
        while (true) {
            List<Batch> running = running().stream().filter(which).toList();
            Round round = lookAtAll(running, cancellation);
            report = report.plus(round.report());
            progress.update("waiting for batches", round.finished(), running.stream().mapToLong(Batch::requests).sum());
            if (round.ended()) {
                return report;
            }
            requireSeen(running);
            services.pause(pause, cancellation);
            pause = min(Duration.ofMillis((long) (pause.toMillis() * PAUSE_GROWTH)), LONGEST_PAUSE);
        }
    }

    /**
     * Takes in what is back by now, and waits for nothing.
     *
     * @throws StoppedException as {@link #awaitAll}
     */
    public IntakeReport takeIn(Cancellation cancellation) {
        return lookAtAll(running(), cancellation).report();
    }

    /** A look at one or all batches: whether they are at their end, calls that are made by now, and what was taken in. */
    private record Round(boolean ended, long finished, IntakeReport report) {

        Round plus(Round other) {
            return new Round(ended && other.ended, finished + other.finished, report.plus(other.report));
        }
    }

    private Round lookAtAll(List<Batch> running, Cancellation cancellation) {
        return running.stream().map(batch -> look(batch, cancellation)).reduce(new Round(true, 0, IntakeReport.NOTHING), Round::plus);
    }

    private Round look(Batch batch, Cancellation cancellation) {
        BatchService service = services.of(batch);
        try {
            Optional<RemoteBatch> remote = services.patiently(() -> service.get(batch.remoteId().orElseThrow()), batch, cancellation);
            if (remote.isEmpty()) {
                return unknown(batch);
            }
            unseen.remove(batch.id());
            if (!remote.get().status().isEnd()) {
                study.change(writing -> batches.put(writing, batch.runningAs(remote.get(), timing.now())));
                return new Round(false, remote.get().finished(), IntakeReport.NOTHING);
            }
            return new Round(true, batch.requests(), takeIn(service, batch, remote.get(), cancellation));
        } catch (ModelFailedException e) {
            throw new StoppedException("the service of " + batch.model() + " does not tell of the batch " + batch.remoteId().orElse("") + ": "
                    + e.failure().inWords() + "; the same command asks again", e);
        }
    }

    /** As long as the service may still work on it, it is not written off: another base URL or key may be at fault, and it is paid for. */
    private Round unknown(Batch batch) {
        if (timing.now().isBefore(batch.end())) {
            study.change(writing -> batches.put(writing, batch.in(BatchState.RUNNING, UNKNOWN)));
            int times = unseen.merge(batch.id(), 1, Integer::sum);
            LOG.debug("the service of {} does not know the batch {} ({} times now)", batch.model(), batch.id(), times);
            return new Round(false, 0, IntakeReport.NOTHING);
        }
        long rest = intake.failRest(batch.id(), ModelFailure.of(FailureKind.BATCH_EXPIRED, UNKNOWN));
        end(batch, BatchState.EXPIRED, UNKNOWN);
        return new Round(true, batch.requests(), new IntakeReport(0, rest, 0, List.of(), 0));
    }

    private void requireSeen(List<Batch> running) {
        for (Batch batch : running) {
            if (unseen.getOrDefault(batch.id(), 0) >= LOOKS_AT_UNKNOWN) {
                throw new StoppedException("the service of " + batch.model() + " does not know the batch " + batch.remoteId().orElse("")
                        + ": check the model's base URL, and that its key is of the project that began it; the same command asks again, until "
                        + batch.end() + ", or give it up with `batch cancel`");
            }
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
                services.patiently(() -> {
                    service.download(remoteFile, file);
                    return file;
                }, batch, cancellation);
            } catch (ModelFailedException e) {
                if (BatchServices.isNotOffered(e.failure())) {
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
     * service knows of yet is forgotten, as if it had never been asked for; what a person was to bring is {@link BatchesByHand#release released}.
     *
     * @throws StoppedException if a service cannot be reached or refuses; its batches go on
     */
    public void cancelAll(Cancellation cancellation) {
        cancel(unfinished(), cancellation);
    }

    /** As {@link #cancelAll}, of some batches of the run. */
    public void cancel(List<Batch> some, Cancellation cancellation) {
        for (Batch batch : some) {
            if (batch.state() == BatchState.BY_HAND) {
                long released = byHand.release(List.of(batch));
                LOG.debug("{} calls of the batch {} are released", released, batch.id());
            } else if (isAtService(batch, cancellation)) {
                cancelRemote(batch, cancellation);
            }
        }
    }

    /** Forgets what was collected and no service knows of, as if it had never been asked for. */
    public void forgetUnsent(Cancellation cancellation) {
        for (Batch batch : open()) {
            boolean isKept = isAtService(batch, cancellation);
            LOG.debug("the batch {} is {}", batch.id(), isKept ? "at the service" : "forgotten");
        }
    }

    /** Whether the service has begun it; else it is forgotten. */
    private boolean isAtService(Batch batch, Cancellation cancellation) {
        if (batch.state() == BatchState.RUNNING) {
            return true;
        }
        Optional<RemoteBatch> begun = begunUnseen(batch, cancellation);
        study.change(writing -> begun.ifPresentOrElse(
                remote -> batches.put(writing, batch.runningAs(remote, timing.now())), () -> batches.delete(writing, batch.id())));
        return begun.isPresent();
    }

    private void cancelRemote(Batch before, Cancellation cancellation) {
        Batch batch = study.read(reading -> batches.find(reading, before.id())).orElseThrow();
        try {
            RemoteBatch remote = services.patiently(() -> services.of(batch).cancel(batch.remoteId().orElseThrow()), batch, cancellation);
            study.change(writing -> batches.put(writing, batch.runningAs(remote, timing.now())));
        } catch (ModelFailedException e) {
            LOG.debug("the batch {} cannot be cancelled: {}", batch.id(), e.failure().inWords());
            boolean isKnown = services.patiently(() -> services.of(batch).get(batch.remoteId().orElseThrow()), batch, cancellation).isPresent();
            // It may be at its end already: what has become of it is seen when it is looked at.
            if (!isKnown) {
                long rest = intake.failRest(batch.id(), ModelFailure.of(FailureKind.BATCH_CANCELLED, UNKNOWN));
                end(batch, BatchState.CANCELLED, UNKNOWN);
                LOG.debug("{} calls of the batch {} are given up", rest, batch.id());
            }
        }
    }

    /** A program that was killed may have begun it without having stored that. */
    private Optional<RemoteBatch> begunUnseen(Batch batch, Cancellation cancellation) {
        return batch.state() == BatchState.UPLOADED
                ? services.patiently(() -> services.of(batch).findBatch(batch.remoteFile().orElseThrow(), batch.id()), batch, cancellation)
                : Optional.empty();
    }

    private Batch store(Batch batch) {
        study.change(writing -> batches.put(writing, batch));
        return batch;
    }

    private void end(Batch batch, BatchState state, String message) {
        study.change(writing -> batches.put(writing, batch.in(state, message)));
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
        services.close();
    }
}
