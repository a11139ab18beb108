package dev.assay.app.charts;

import java.util.ArrayList;
import java.util.List;

/** Short labels for nodes of a tree: the last part of the path, with as many of its ancestors as tell it from the others. */
final class PathLabels {

    /** Stays at the end of its line when a label is broken. */
    static final String STEP = "\u00a0\u203a ";

    private PathLabels() {}

    static List<String> of(List<List<String>> paths) {
        List<String> labels = new ArrayList<>();
        for (List<String> path : paths) {
            labels.add(shortest(path, paths));
        }
        return labels;
    }

    private static String shortest(List<String> path, List<List<String>> paths) {
        String last = path.getLast();
        List<List<String>> alike = paths.stream().filter(o -> !o.equals(path) && o.getLast().equals(last)).toList();
        if (alike.isEmpty()) {
            return last;
        }
        for (int i = path.size() - 2; i >= 0; i--) {
            int up = path.size() - 1 - i;
            String ancestor = path.get(i);
            if (alike.stream().noneMatch(o -> o.size() > up && o.get(o.size() - 1 - up).equals(ancestor))) {
                return ancestor + STEP + (up > 1 ? "\u2026" + STEP : "") + last;
            }
        }
        return String.join(STEP, path);
    }
}
