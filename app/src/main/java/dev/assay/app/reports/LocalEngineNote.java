package dev.assay.app.reports;

import dev.assay.judges.pc2.MeasuredAgreement;
import java.util.Locale;

/** What must be said wherever scores of the local engine are shown. */
public final class LocalEngineNote {

    private LocalEngineNote() {}

    /** The note, with the engine's measured agreement with people. */
    public static String text() {
        MeasuredAgreement measured = MeasuredAgreement.LOCAL;
        return String.format(
                Locale.ROOT,
                "Judged by the local engine, which uses no language model: it looks at what answers contain and how they are made, and does not know"
                        + " whether a statement is true. On %d pairs of answers of %s it agrees with the majority of three people in %.1f %%"
                        + " (95 %% interval %.1f–%.1f %%).",
                measured.pairs(), measured.data(), 100 * measured.accuracy(), 100 * measured.low(), 100 * measured.high());
    }
}
