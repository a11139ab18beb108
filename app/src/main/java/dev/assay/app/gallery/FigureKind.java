package dev.assay.app.gallery;

import java.util.Arrays;
import java.util.Optional;

/** The figures of a study, in the order of the gallery. */
enum FigureKind {
    OVERVIEW("overview", "Overview"),
    LEADERBOARD("leaderboard", "Leaderboard"),
    HEAT_MAP("heat-map", "Heat map by domain"),
    RADAR("radar", "Radar by domain"),
    STRENGTHS("strengths", "Strong and weak nodes");

    private final String id;
    private final String title;

    FigureKind(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** As on the command line. */
    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** Whether it shows one subject, which has to be chosen. */
    boolean isOfOneSubject() {
        return this == STRENGTHS;
    }

    static Optional<FigureKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
