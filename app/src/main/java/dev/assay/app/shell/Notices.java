package dev.assay.app.shell;

import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Action;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Short messages above the job tray that go away by themselves; they never take the focus. */
final class Notices extends VBox {

    private static final Duration SHOWN = Duration.seconds(8);
    private static final int MOST = 3;

    Notices() {
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setMouseTransparent(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    void show(String message, Optional<Action> next) {
        Label text = new Label(message);
        Wrapping.on(text);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox notice = new HBox(text);
        notice.getStyleClass().add("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        next.ifPresent(action -> {
            Hyperlink link = new Hyperlink(action.name());
            link.getStyleClass().add("link");
            link.setMinWidth(USE_PREF_SIZE);
            link.setOnAction(event -> {
                getChildren().remove(notice);
                action.run();
            });
            notice.getChildren().add(link);
        });
        getChildren().add(notice);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(event -> getChildren().remove(notice));
        pause.play();
    }
}
