package dev.assay.app.shell;

import dev.assay.app.text.CleanText;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.edits.EditHistory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Undo and redo of the open study, and what they would do. The history itself lies in the study. */
final class Edits {

    /** A title that was given may be longer than a menu is wide. */
    private static final int LONGEST = 80;

    /** Descriptions of what can be undone and done again. */
    private record Possible(Optional<String> undo, Optional<String> redo) {}

    private final OpenStudy study;
    private final EditHistory history;
    private final Background background;
    private final Dialogs dialogs;
    private final Background.Latest look;
    private final ReadOnlyObjectWrapper<Optional<String>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());

    Edits(OpenStudy study, Background background, Dialogs dialogs) {
        this.study = study;
        this.history = study.edits();
        this.background = background;
        this.dialogs = dialogs;
        look = background.latest(Duration.ZERO);
        study.version().subscribe(this::look);
        look();
    }

    void undo() {
        change("Undo", "Undone: ", EditHistory::undo);
    }

    void redo() {
        change("Redo", "Done again: ", EditHistory::redo);
    }

    /** Description of what would be undone; empty if there is nothing. */
    ReadOnlyObjectProperty<Optional<String>> undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** Description of what would be done again; empty if there is nothing. */
    ReadOnlyObjectProperty<Optional<String>> redoable() {
        return redoable.getReadOnlyProperty();
    }

    private void change(String title, String said, Function<EditHistory, Optional<Edit>> work) {
        background.run(
                () -> work.apply(history),
                edit -> edit.ifPresent(done -> {
                    study.changed();
                    dialogs.notice(said + done.description(), Optional.empty());
                }),
                failure -> dialogs.error(title, String.valueOf(failure.getMessage())));
    }

    private void look() {
        boolean writable = study.writable();
        look.run(
                () -> writable ? new Possible(history.undoable().map(Edits::inOneLine), history.redoable().map(Edits::inOneLine)) : new Possible(Optional.empty(), Optional.empty()),
                possible -> {
                    undoable.set(possible.undo());
                    redoable.set(possible.redo());
                });
    }

    private static String inOneLine(String description) {
        String line = CleanText.of(description).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}
