package dev.assay.datasets.models.batches;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Batches that a person carries to the service and back, for services without an upload. */
public final class BatchesByHand {

    private final Study study;
    private final Supplier<Instant> now;
    private final BatchTable batches = new BatchTable();

    public BatchesByHand(Study study, Clock clock) {
        this(study, clock::instant);
    }

    BatchesByHand(Study study, Supplier<Instant> now) {
        this.study = study;
        this.now = now;
    }

    /**
     * A file that was written.
     *
     * @param requests a line each
     */
    public record Written(Path file, String model, long requests) {}

    /**
     * Writes the files of all batches that no service has. They are no longer submitted by the program then; they may be written again, without what has
     * come back meanwhile.
     *
     * @throws AssayException if there is nothing to write, or the folder cannot be written
     */
    public List<Written> write(Path folder) {
        List<Batch> ours = study.read(batches::all).stream()
                .filter(batch -> batch.state() == BatchState.COLLECTING || batch.state() == BatchState.WRITTEN || batch.state() == BatchState.BY_HAND)
                .toList();
        if (ours.isEmpty()) {
            throw new AssayException(study.file() + " has no batch to write: collect one first, with --batch --by-hand on the command that asks the models");
        }
        make(folder);
        List<Written> written = new ArrayList<>();
        for (Batch batch : ours) {
            // First the state: a batch that was handed out must not be uploaded as well.
            study.change(writing -> batches.put(writing, batch.in(BatchState.BY_HAND, "")));
            Path file = folder.resolve(batch.fileName());
            long waiting = study.read(reading -> {
                BatchFile.write(reading, batch, file);
                return batches.counts(reading, batch.id()).waiting();
            });
            written.add(new Written(file, batch.model(), waiting));
        }
        return written;
    }

    /**
     * Gives up batches whose results nobody brings any more: what is missing in them has failed then, and may be asked in another way. Should a result
     * come after all, it is taken in nevertheless.
     *
     * @return calls that were given up
     */
    public long release(Collection<Batch> handedOut) {
        ModelFailure lost = ModelFailure.of(FailureKind.BATCH_CANCELLED, "nobody brought its result");
        long released = 0;
        for (Batch batch : handedOut) {
            released += intake().failRest(batch.id(), lost);
            study.change(writing -> end(writing, batch, BatchState.CANCELLED));
        }
        return released;
    }

    private BatchIntake intake() {
        return new BatchIntake(study, now, (hash, failure) -> {});
    }

    /**
     * Takes in a file of results or errors, in any order, twice without harm.
     *
     * @throws AssayException if the file cannot be read
     */
    public IntakeReport read(Path file) {
        IntakeReport report = intake().take(file, file.toString(), UnaryOperator.identity());
        study.change(writing -> batches.all(writing).stream()
                .filter(batch -> batch.state() == BatchState.BY_HAND && batches.counts(writing, batch.id()).waiting() == 0)
                .forEach(batch -> end(writing, batch, BatchState.PARTLY_DONE)));
        return report;
    }

    /** @param incomplete its state, unless all calls are answered */
    private void end(Writing writing, Batch batch, BatchState incomplete) {
        batches.put(writing, batch.in(batches.counts(writing, batch.id()).failed() == 0 ? BatchState.DONE : incomplete, ""));
    }

    /** Calls whose result a person is still to bring, of the whole study. */
    public long missing() {
        return study.read(reading -> batches.all(reading).stream()
                .filter(batch -> batch.state() == BatchState.BY_HAND)
                .mapToLong(batch -> batches.counts(reading, batch.id()).waiting())
                .sum());
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AssayException("cannot make the folder " + folder + " (" + e.getMessage() + "): choose another", e);
        }
    }
}
