package dev.assay.app.shell;

import java.nio.file.Path;
import javafx.collections.ObservableList;

/** The studies that were open, the latest first. */
final class Recents {

    private static final int KEPT = 12;

    private Recents() {}

    static void add(ObservableList<String> recent, Path study) {
        String name = study.toAbsolutePath().normalize().toString();
        recent.remove(name);
        recent.addFirst(name);
        if (recent.size() > KEPT) {
            recent.remove(KEPT, recent.size());
        }
    }
}
