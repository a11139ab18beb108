package dev.assay.app.shell;

import dev.assay.app.workbench.Background;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows how far something is for which no study is open yet, and lets it be cancelled. */
final class ProgressBox {

    private final Label doing = new Label("…");
    private final ProgressBar bar = new ProgressBar(-1);
    private final Cancellation cancellation = new Cancellation();
    private final Runnable close;
    private final Progress progress;

    /** Opens the box. */
    ProgressBox(String title, Overlay overlay, Background background) {
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> cancellation.request());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(title);
        doing.getStyleClass().add("muted");
        WindowDialogs.Box box = new WindowDialogs.Box(title, new VBox(8, doing, bar));
        HBox buttons = new HBox(cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().add(buttons);
        close = overlay.show(box, cancel, Pos.CENTER, cancellation::request);
        AtomicBoolean waiting = new AtomicBoolean();
        progress = (step, done, total) -> {
            if (!waiting.getAndSet(true)) {
                background.onScreen(() -> {
                    waiting.set(false);
                    doing.setText(step);
                    bar.setProgress(total <= 0 ? -1 : (double) done / total);
                });
            }
        };
    }

    Progress progress() {
        return progress;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    void close() {
        close.run();
    }
}
