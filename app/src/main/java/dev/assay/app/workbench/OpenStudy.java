package dev.assay.app.workbench;

import dev.assay.datasets.edits.EditHistory;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/** The study that the window shows, and the news that it has changed. */
public final class OpenStudy {

    private final Study study;
    private final Clock clock;
    private final EditHistory edits;
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    public OpenStudy(Study study, Clock clock) {
        this.study = study;
        this.clock = clock;
        this.edits = new EditHistory(study, clock);
    }

    public Study study() {
        return study;
    }

    public Clock clock() {
        return clock;
    }

    /** What was changed by hand. Whoever performs an edit, off the JavaFX thread, calls {@link #changed} afterwards on it. */
    public EditHistory edits() {
        return edits;
    }

    public Path file() {
        return study.file();
    }

    public boolean writable() {
        return study.writable();
    }

    /** Reads the study; never on the JavaFX thread. */
    public <T extends @Nullable Object> T read(Function<Reading, T> work) {
        return study.read(work);
    }

    /** Grows with each change of what the study holds. Changes on the JavaFX thread. */
    public ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    /** Tells everyone that the study holds something else now. On the JavaFX thread. */
    public void changed() {
        version.set(version.get() + 1);
    }
}
