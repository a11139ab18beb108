package dev.assay.datasets.importing;

import java.util.List;
import java.util.Optional;

/** The kinds of files that each format of rows is made of. */
final class RowKinds {

    private RowKinds() {}

    /** Each kind after those that it builds on; none for a format that is no rows. */
    static List<RowKind> of(ImportFormat format) {
        return switch (format) {
            case ALPACA_EVAL -> List.of(AlpacaEval.OUTPUTS, AlpacaEval.ANNOTATIONS);
            case PANDALM -> List.of(PandaLm.PAIRS, PandaLm.VERDICTS);
            case MT_BENCH -> List.of(MtBench.QUESTIONS, MtBench.ANSWERS);
            case FEEDBACKER_RESULTS -> List.of(Feedbacker.RESULTS);
            case FEEDBACKER_QUERIES -> List.of(Feedbacker.QUERIES);
            case FEEDBACKER_TAXONOMY -> List.of();
            case PREFERENCES -> List.of(PlainRows.PREFERENCES);
            case RESPONSES -> List.of(PlainRows.RESPONSES);
            case QUERIES -> List.of(PlainRows.QUERIES);
        };
    }

    static Optional<RowKind> kindOf(ImportFormat format, Row row) {
        return of(format).stream().filter(kind -> kind.fits().test(row)).findFirst();
    }
}
