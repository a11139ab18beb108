package dev.assay.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewTest {

    @TempDir
    private Path folder;

    private Study study;
    private Bench bench;
    private SettingsView view;

    @BeforeEach
    void open() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        bench = new Bench(study);
        view = bench.show(workbench -> new SettingsView(workbench.settings(), Optional.of(workbench.study().file())), Place.of(ViewId.SETTINGS), 980, 700);
    }

    @AfterEach
    void close() {
        bench.close();
        study.close();
    }

    @Test
    void aThemeIsChosenByMouse() {
        bench.robot().clickOn("Dark");
        bench.settle();
        assertThat(bench.settings().scheme().get()).isEqualTo(Scheme.DARK);
        bench.pictures("settings");
    }

    @Test
    void theSizeOfTextIsChosenByKeyboardAlone() {
        Bench.onFx(() -> {
            view.regions().getFirst().lookup(".slider").requestFocus();
            return true;
        });
        bench.robot().push(KeyCode.RIGHT);
        bench.robot().push(KeyCode.RIGHT);
        bench.settle();
        assertThat(bench.settings().textSize().get()).isEqualTo(120);
        assertThat(((Slider) view.node().lookup(".slider")).getAccessibleText()).isNotEmpty();
    }

    @Test
    void nothingIsCutOffAtTheLargestText() {
        bench.textSize(Settings.LARGEST_TEXT);
        bench.pictures("settings-200");
        assertThat(view.node().getWidth()).isEqualTo(980);
    }
}
