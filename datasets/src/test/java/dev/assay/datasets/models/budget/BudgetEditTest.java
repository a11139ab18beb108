package dev.assay.datasets.models.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.edits.EditHistory;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetEditTest {

    private Study study;
    private EditHistory history;

    @BeforeEach
    void create(@TempDir Path folder) {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        history = new EditHistory(study, Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void aBudgetThatWasRaisedLoweredAndTakenAwayIsUndoneStepByStep() {
        set(Optional.of(5.0));
        set(Optional.of(0.125));
        set(Optional.empty());
        assertThat(now()).isEmpty();
        assertThat(history.undo()).map(Edit::description).contains("take the budget of the study away");
        assertThat(now()).contains(0.125);
        assertThat(history.undo()).map(Edit::description).contains("set the budget of the study to 0.125");
        assertThat(now()).contains(5.0);
        assertThat(history.undo()).map(Edit::description).contains("set the budget of the study to 5.00");
        assertThat(now()).as("there was no limit at first").isEmpty();
        assertThat(history.redo()).isPresent();
        assertThat(now()).contains(5.0);
    }

    @Test
    void theSameBudgetOnceMoreIsNoEdit() {
        set(Optional.of(100.0));
        assertThat(study.<Optional<Edit>>read(reading -> BudgetEdit.edit(reading, BudgetTable.STUDY, "the study", Optional.of(100.0)))).isEmpty();
    }

    @Test
    void whatIsNoMoneyIsRefusedAndABudgetThatWasSetOtherwiseSinceIsNotUndone() {
        assertThatThrownBy(() -> set(Optional.of(-1.0))).isInstanceOf(AssayException.class).hasMessageContaining("-1");
        assertThatThrownBy(() -> set(Optional.of(Double.NaN))).isInstanceOf(AssayException.class);
        set(Optional.of(100.0));
        study.change(writing -> new BudgetTable().set(writing, BudgetTable.STUDY, 7));
        assertThatThrownBy(history::undo).isInstanceOf(AssayException.class).hasMessageContaining("the budget of the study is 7.00 by now");
        assertThat(now()).contains(7.0);
    }

    private void set(Optional<Double> amount) {
        study.<Optional<Edit>>read(reading -> BudgetEdit.edit(reading, BudgetTable.STUDY, "the study", amount)).ifPresent(history::perform);
    }

    private Optional<Double> now() {
        return study.read(reading -> new BudgetTable().amount(reading, BudgetTable.STUDY));
    }
}
