package dev.assay.datasets.models.batches;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Batches that a person carries to the service and back, for services without an upload. */
public final class BatchesByHand {

    private final Study study;
    private final Clock clock;
    private final BatchTable batches = new BatchTable();

    public BatchesByHand(Study study, Clock clock) {
        this.study = study;
        this.clock = clock;
    }

    /**
     * A file that was written.
     *
     * @param requests a line each
     */
    public record Written(Path file, String model, long requests) {}

    /**
     * Writes the files of all batches that no service has. They are no longer submitted by the program then; they may be written again.
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
            study.read(reading -> {
                BatchFile.write(reading, batch, file);
                return file;
            });
            written.add(new Written(file, batch.model(), batch.requests()));
        }
        return written;
    }

    /**
     * Takes in a file of results or errors, in any order, twice without harm.
     *
     * @throws AssayException if the file cannot be read
     */
    public IntakeReport read(Path file) {
        IntakeReport report = new BatchIntake(study, clock::instant, (hash, failure) -> {}).take(file, file.toString(), UnaryOperator.identity());
        study.change(writing -> batches.all(writing).stream().filter(batch -> batch.state() == BatchState.BY_HAND).forEach(batch -> {
            BatchTable.Counts counts = batches.counts(writing, batch.id());
            if (counts.waiting() == 0) {
                batches.put(writing, batch.in(counts.failed() == 0 ? BatchState.DONE : BatchState.PARTLY_DONE, ""));
            }
        }));
        return report;
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AssayException("cannot make the folder " + folder + " (" + e.getMessage() + "): choose another", e);
        }
    }
}
