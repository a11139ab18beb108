package dev.assay.datasets.study;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check of the whole file found.
 *
 * @param problems one line each, empty for a sound study
 */
public record StudyHealth(List<String> problems) {

    public StudyHealth {
        problems = List.copyOf(problems);
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    static StudyHealth of(Reading reading) {
        List<String> problems = new ArrayList<>();
        reading.sql().select("PRAGMA integrity_check").mapTo(String.class).stream()
                .filter(line -> !line.equals("ok"))
                .forEach(problems::add);
        reading.sql().select("PRAGMA foreign_key_check")
                .map((row, context) -> "a row of " + row.getString("table") + " refers to a missing row of " + row.getString("parent"))
                .stream()
                .distinct()
                .forEach(problems::add);
        return new StudyHealth(problems);
    }
}
