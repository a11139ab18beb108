package dev.assay.app.overview;

import dev.assay.app.overview.PipelineStep.State;
import dev.assay.app.workbench.ViewId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps of the study in a row, each with how far it is; each leads to where its results are seen. */
final class PipelinePane extends HBox {

    private final Consumer<ViewId> go;

    PipelinePane(OverviewModel model, Consumer<ViewId> go) {
        this.go = go;
        getStyleClass().add("overview-pipeline");
        model.pipeline().subscribe(this::show);
    }

    private void show(List<PipelineStep> steps) {
        getChildren().clear();
        for (int i = 0; i < steps.size(); i++) {
            boolean reached = steps.get(i).state() != State.OPEN;
            boolean goesOn = i + 1 < steps.size() && steps.get(i + 1).state() != State.OPEN;
            Node line = new HBox(line(i > 0, reached), circle(steps.get(i).state()), line(i + 1 < steps.size(), goesOn));
            line.getStyleClass().add("overview-step-line");
            getChildren().add(step(steps.get(i), line));
        }
    }

    private Node step(PipelineStep step, Node line) {
        Label name = new Label(step.name());
        name.getStyleClass().add("strong");
        Label detail = new Label(step.detail().replace(", ", "\n"));
        detail.getStyleClass().addAll("secondary", "overview-step-detail");
        VBox box = new VBox(line, name, detail);
        box.getStyleClass().add("overview-step");
        HBox.setHgrow(box, Priority.ALWAYS);
        LinkRow row = new LinkRow(
                step.name() + ", " + step.state().words() + ": " + step.detail(), () -> go.accept(step.view()), box);
        row.setPrefWidth(0);
        row.setMinWidth(0);
        HBox.setHgrow(row, Priority.ALWAYS);
        return row;
    }

    private static Region line(boolean shown, boolean reached) {
        Region line = new Region();
        line.getStyleClass().addAll("overview-line", reached ? "reached" : "ahead");
        line.setVisible(shown);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static Node circle(State state) {
        FontIcon icon = new FontIcon(switch (state) {
            case OPEN -> Feather.CIRCLE;
            case PART -> Feather.PAUSE;
            case RUNNING -> Feather.PLAY;
            case DONE -> Feather.CHECK;
        });
        icon.setVisible(state != State.OPEN);
        StackPane circle = new StackPane(icon);
        circle.getStyleClass().addAll("overview-circle", state.name().toLowerCase(Locale.ROOT));
        return circle;
    }
}
