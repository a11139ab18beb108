package dev.assay.app.profiles;

import dev.assay.app.workbench.Settings;
import java.util.List;

/** The subjects side by side, as they were left. */
record RememberedSubjects(Settings settings) {

    private static final String NAME = "profiles.columns";
    private static final int SHOWN_AT_FIRST = 3;

    /** As they were left, if all of them were judged; else the best. */
    List<String> of(List<String> ranked) {
        return settings.recall(NAME)
                .map(names -> List.of(names.split("\n")))
                .filter(ranked::containsAll)
                .orElseGet(() -> ranked.stream().limit(SHOWN_AT_FIRST).toList());
    }

    void keep(List<String> subjects) {
        settings.remember(NAME, String.join("\n", subjects));
    }
}
