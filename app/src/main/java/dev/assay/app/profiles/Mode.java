package dev.assay.app.profiles;

import dev.assay.app.controls.IntervalMark;
import java.util.Optional;

/** What the table shows of each subject. */
public enum Mode {
    /** Means, with the reference beside them. */
    SCORES("Scores"),
    /** Differences from the reference: with many queries, a mean's interval is narrower than its dot. */
    DIFFERENCES("Differences");

    private final String title;

    Mode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    Optional<IntervalMark> mark(ScoreCell cell) {
        return this == SCORES ? cell.meanMark() : cell.differenceMark();
    }

    Optional<Double> value(ScoreCell cell) {
        return this == SCORES ? cell.score().mean().map(mean -> mean.value()) : cell.tested().map(test -> test.difference());
    }

    String number(ScoreCell cell) {
        return this == SCORES ? cell.mean() : cell.difference();
    }
}
