package dev.assay.datasets.edits;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The edits of one study, kept in it: what was done yesterday can be undone today. An edit and its effect are one transaction, so that whoever is
 * stopped in the middle leaves both or neither. May be called from any thread.
 */
public final class EditHistory {

    private final Study study;
    private final Clock clock;
    private final EditTable table = new EditTable();
    private final Map<String, EditKind> kinds = new HashMap<>();

    /** With every kind of edit that the program has. */
    public EditHistory(Study study, Clock clock) {
        this(study, clock, ServiceLoader.load(EditKind.class, EditHistory.class.getClassLoader()));
    }

    EditHistory(Study study, Clock clock, Iterable<? extends EditKind> kinds) {
        this.study = study;
        this.clock = clock;
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
    }

    /**
     * Makes an edit. What was undone before can no longer be done again.
     *
     * @throws AssayException if the study is not as it was when the edit was made, or is open for reading only; nothing is changed then
     */
    public void perform(Edit edit) {
        study.change(writing -> {
            apply(writing, edit, "");
            table.deleteUndone(writing);
            table.insert(writing, edit, clock.instant());
        });
    }

    /**
     * Takes back the last edit that is not undone.
     *
     * @return what was undone; empty if there is nothing to undo
     * @throws AssayException if the study is not as the edit left it, or the program does not know the kind of edit; nothing is changed then
     */
    public Optional<Edit> undo() {
        return study.<Optional<Edit>>write(writing -> table.lastDone(writing).map(last -> {
            Edit edit = last.edit();
            carryOut(edit, "undo ", kind -> kind.revert(writing, edit.data(), clock));
            table.mark(writing, last.sequence(), true);
            return edit;
        }));
    }

    /**
     * Makes the edit again that was undone last.
     *
     * @return what was done again; empty if nothing is undone
     * @throws AssayException as {@link #undo}
     */
    public Optional<Edit> redo() {
        return study.<Optional<Edit>>write(writing -> table.firstUndone(writing).map(next -> {
            apply(writing, next.edit(), "redo ");
            table.mark(writing, next.sequence(), false);
            return next.edit();
        }));
    }

    /** Description of what {@link #undo} would take back; empty if there is nothing. */
    public Optional<String> undoable() {
        return study.read(table::lastDone).map(last -> last.edit().description());
    }

    /** Description of what {@link #redo} would do again; empty if there is nothing. */
    public Optional<String> redoable() {
        return study.read(table::firstUndone).map(next -> next.edit().description());
    }

    /** At most so many edits, the latest first, undone ones too. */
    public List<MadeEdit> recent(int limit) {
        return study.read(reading -> table.latest(reading, limit));
    }

    private void apply(Writing writing, Edit edit, String verb) {
        carryOut(edit, verb, kind -> kind.apply(writing, edit.data(), clock));
    }

    private interface Work {
        void with(EditKind kind);
    }

    private void carryOut(Edit edit, String verb, Work work) {
        EditKind kind = kinds.get(edit.kind());
        if (kind == null) {
            throw new AssayException("cannot " + verb + "'" + edit.description() + "': this program does not know edits of the kind '" + edit.kind()
                    + "'; update Assay");
        }
        try {
            work.with(kind);
        } catch (EditRefused e) {
            throw new AssayException("cannot " + verb + "'" + edit.description() + "': " + e.reason() + "; nothing was changed", e);
        }
    }
}
