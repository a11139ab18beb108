package dev.assay.datasets.models.batches;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came of taking in results.
 *
 * @param replies calls that were answered
 * @param failed calls that came back as failed
 * @param unchanged lines about calls of which everything was known
 * @param rejected lines of which nothing could be made, as file:line: reason; the first {@value #SHOWN} of them
 * @param rejectedTotal all of them
 */
public record IntakeReport(long replies, long failed, long unchanged, List<String> rejected, long rejectedTotal) {

    static final int SHOWN = 100;

    public static final IntakeReport NOTHING = new IntakeReport(0, 0, 0, List.of(), 0);

    public IntakeReport {
        rejected = rejected.stream().limit(SHOWN).toList();
    }

    public IntakeReport plus(IntakeReport other) {
        return new IntakeReport(
                replies + other.replies, failed + other.failed, unchanged + other.unchanged,
                Stream.concat(rejected.stream(), other.rejected.stream()).toList(), rejectedTotal + other.rejectedTotal);
    }
}
