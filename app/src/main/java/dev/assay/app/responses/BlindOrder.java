package dev.assay.app.responses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The order of columns while names are hidden: drawn anew for each query, so that a letter says nothing about the next one. */
final class BlindOrder {

    private BlindOrder() {}

    /** The same subjects in an order that the seed and the query decide. */
    static List<String> draw(List<String> subjects, long seed, String queryId) {
        List<String> drawn = new ArrayList<>(subjects.stream().sorted().toList());
        Collections.shuffle(drawn, new Random(seed * 31 + queryId.hashCode()));
        return drawn;
    }

    /** A, B, …, Z, AA, AB, … */
    static String name(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : name(place / 26 - 1) + last;
    }
}
