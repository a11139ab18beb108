package dev.assay.datasets.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditHistoryTest {

    @TempDir
    Path folder;

    private Study study;
    private EditHistory history;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("bench.assay"), Clocks.fixed());
        history = new EditHistory(study, Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void aStudyIsCalledAsItsFileUntilItHasATitle() {
        assertThat(StudyTitle.of(study)).isEqualTo("bench");
        title("  Ten models\n on 805 queries ");
        assertThat(StudyTitle.of(study)).isEqualTo("Ten models on 805 queries");
        title(" ");
        assertThat(StudyTitle.of(study)).isEqualTo("bench");
    }

    @Test
    void editsAreUndoneAndDoneAgainInOrder() {
        title("one");
        title("two");
        assertThat(history.undoable()).contains("title the study “two”");
        assertThat(history.redoable()).isEmpty();
        assertThat(history.undo()).map(Edit::description).contains("title the study “two”");
        assertThat(StudyTitle.of(study)).isEqualTo("one");
        assertThat(history.undoable()).contains("title the study “one”");
        assertThat(history.redoable()).contains("title the study “two”");
        assertThat(history.undo()).isPresent();
        assertThat(StudyTitle.of(study)).isEqualTo("bench");
        assertThat(history.undo()).isEmpty();
        assertThat(history.redo()).map(Edit::description).contains("title the study “one”");
        assertThat(history.redo()).isPresent();
        assertThat(StudyTitle.of(study)).isEqualTo("two");
        assertThat(history.redo()).isEmpty();
    }

    @Test
    void aNewEditTakesThePlaceOfWhatWasUndone() {
        title("one");
        title("two");
        assertThat(history.undo()).isPresent();
        title("three");
        assertThat(history.redoable()).isEmpty();
        assertThat(history.recent(10)).extracting(made -> made.edit().description())
                .containsExactly("title the study “three”", "title the study “one”");
        assertThat(history.undo()).isPresent();
        assertThat(StudyTitle.of(study)).isEqualTo("one");
    }

    @Test
    void theHistoryOutlivesClosing() {
        title("one");
        title("two");
        assertThat(history.undo()).isPresent();
        study.close();
        study = Study.open(folder.resolve("bench.assay"), Clocks.fixed());
        history = new EditHistory(study, Clocks.fixed());
        assertThat(history.recent(1)).singleElement().satisfies(made -> {
            assertThat(made.undone()).isTrue();
            assertThat(made.madeAt()).isEqualTo(Clocks.fixed().instant());
        });
        assertThat(history.redo()).isPresent();
        assertThat(history.undo()).isPresent();
        assertThat(history.undo()).isPresent();
        assertThat(StudyTitle.of(study)).isEqualTo("bench");
    }

    @Test
    void whatHasChangedSinceIsNotUndone() {
        title("one");
        study.change(writing -> writing.sql().execute("UPDATE study_property SET value = 'somebody else’s'"));
        assertThatThrownBy(history::undo)
                .isInstanceOf(AssayException.class)
                .hasMessage("cannot undo 'title the study “one”': the study is titled “somebody else’s” by now; nothing was changed");
        assertThat(StudyTitle.of(study)).isEqualTo("somebody else’s");
        assertThat(history.undoable()).as("it stays the next one").contains("title the study “one”");
    }

    @Test
    void anEditMadeOfAnOldStateIsRefused() {
        Edit stale = study.read(reading -> StudyTitle.edit(reading, "stale"));
        title("one");
        assertThatThrownBy(() -> history.perform(stale))
                .hasMessage("cannot 'title the study “stale”': the study is titled “one” by now; nothing was changed");
        assertThat(history.recent(10)).hasSize(1);
    }

    @Test
    void anEditOfAnUnknownKindIsNotUndone() {
        title("one");
        EditHistory older = new EditHistory(study, Clocks.fixed(), List.of());
        assertThat(older.undoable()).contains("title the study “one”");
        assertThatThrownBy(older::undo)
                .isInstanceOf(AssayException.class)
                .hasMessage("cannot undo 'title the study “one”': this program does not know edits of the kind 'study title'; update Assay");
        assertThat(StudyTitle.of(study)).isEqualTo("one");
    }

    /** Changes the study, then fails. */
    private record Failing(StudyTitle title) implements EditKind {

        @Override
        public String name() {
            return title.name();
        }

        @Override
        public void apply(Writing writing, JsonNode data, Clock clock) {
            title.apply(writing, data, clock);
            throw new IllegalStateException("power cut");
        }

        @Override
        public void revert(Writing writing, JsonNode data, Clock clock) {
            title.revert(writing, data, clock);
            throw new EditRefused("there was a power cut");
        }
    }

    @Test
    void anEditAndItsEffectAreBothThereOrNeither() {
        EditHistory failing = new EditHistory(study, Clocks.fixed(), List.of(new Failing(new StudyTitle())));
        Edit edit = study.read(reading -> StudyTitle.edit(reading, "one"));
        assertThatThrownBy(() -> failing.perform(edit)).hasMessageContaining("power cut");
        assertThat(StudyTitle.of(study)).isEqualTo("bench");
        assertThat(history.recent(10)).isEmpty();

        history.perform(edit);
        assertThatThrownBy(failing::undo).isInstanceOf(AssayException.class).hasMessageContaining("there was a power cut; nothing was changed");
        assertThat(StudyTitle.of(study)).isEqualTo("one");
        assertThat(history.undoable()).isPresent();
    }

    @Test
    void aStudyOpenForReadingShowsItsHistoryAndRefusesEdits() {
        title("one");
        try (Study reading = Study.openReadOnly(folder.resolve("bench.assay"))) {
            EditHistory readOnly = new EditHistory(reading, Clocks.fixed());
            assertThat(readOnly.undoable()).isPresent();
            assertThatThrownBy(readOnly::undo).isInstanceOf(AssayException.class).hasMessageContaining("open for reading only");
        }
    }

    @Test
    void anEditIsAValue() {
        Edit edit = study.read(reading -> StudyTitle.edit(reading, "one"));
        assertThat(edit.data()).isEqualTo(JsonNodeFactory.instance.objectNode().put("before", "").put("after", "one"));
    }

    private void title(String title) {
        history.perform(study.read(reading -> StudyTitle.edit(reading, title)));
    }
}
