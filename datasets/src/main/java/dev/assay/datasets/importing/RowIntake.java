package dev.assay.datasets.importing;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.importing.ImportResult.Tally;
import dev.assay.datasets.importing.Item.TagsItem;
import dev.assay.datasets.jobs.Cancellation;
import java.nio.file.Path;
import java.util.List;

/** Hands the items of one file to the sinks, and counts what becomes of them. */
final class RowIntake implements ItemReader.Handler {

    private final Path path;
    private final ItemSinks sinks;
    private final boolean strict;
    private final Cancellation cancellation;
    private final int most;
    private final Tally tally = new Tally();
    private int rows;

    /** Ends the reading of a file of which enough was seen. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param most rows that are taken; then {@link Enough} is thrown */
    RowIntake(Path path, ItemSinks sinks, boolean strict, Cancellation cancellation, int most) {
        this.most = most;
        this.path = path;
        this.sinks = sinks;
        this.strict = strict;
        this.cancellation = cancellation;
    }

    /** What of a row comes after a rejected item would hang in the air and is left out – except after tags, on which nothing else rests. */
    @Override
    public void items(long line, List<Item> items) {
        next();
        boolean unchanged = !items.isEmpty();
        for (Item item : items) {
            Taken taken = sinks.take(item);
            tally.imported(item.kind(), taken.imported());
            unchanged &= taken.equals(Taken.KNOWN);
            if (taken.rejection().isPresent()) {
                reject(line, taken.rejection().get());
                if (!(item instanceof TagsItem)) {
                    return;
                }
            }
        }
        if (unchanged) {
            tally.unchanged();
        }
    }

    @Override
    public void bad(long line, String reason) {
        next();
        reject(line, reason);
    }

    private void reject(long line, String reason) {
        Rejection rejection = new Rejection(path.toString(), line, reason);
        if (strict) {
            throw new AssayException(rejection + " (nothing of this file was imported: mend the row, or import without --strict)");
        }
        tally.reject(rejection);
    }

    private void next() {
        stopIfAsked();
        if (rows == most) {
            throw new Enough();
        }
        rows++;
    }

    private void stopIfAsked() {
        if (cancellation.requested()) {
            throw new Importer.Cancelled();
        }
    }

    void finish() {
        stopIfAsked();
        sinks.finish();
    }

    Tally tally() {
        return tally;
    }
}
