package dev.assay.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

class BenchTest {

    private static final class Small implements View {
        private final Button button = new Button("Press", new FontIcon(Feather.PLAY));
        private final TextField field = new TextField();
        private final VBox box = new VBox(8, new Label("Rank 9 [8–10] 排序 한국어 עברית 😀"), button, field);

        @Override
        public Region node() {
            return box;
        }

        @Override
        public void show(Place place) {
            button.setOnAction(event -> field.setText("pressed"));
        }

        @Override
        public List<Action> actions() {
            return List.of();
        }

        @Override
        public List<Node> regions() {
            return List.of(box);
        }
    }

    @Test
    void mouseAndKeyboardReachAView(@TempDir Path folder) {
        try (Study study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
                Bench bench = new Bench(study)) {
            Small view = bench.show(workbench -> new Small(), Place.of(ViewId.OVERVIEW), 400, 200);
            bench.robot().clickOn("Press");
            bench.settle();
            assertThat(view.field.getText()).isEqualTo("pressed");
            bench.robot().clickOn(view.field).write(" twice");
            bench.settle();
            assertThat(view.field.getText()).endsWith("twice");
            assertThat(Files.exists(bench.picture("bench"))).isTrue();
        }
    }
}
