package dev.assay.app.overview;

import dev.assay.app.text.Wrapping;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What to do next, in one sentence, with the button that does it; and what else can be done. */
final class NextPane extends VBox {

    private final Label sentence = new Label();
    private final Button button = new Button();
    private final MenuButton others = new MenuButton("Other steps");
    private final Consumer<StepWork> work;

    NextPane(OverviewModel model, Consumer<StepWork> work) {
        this.work = work;
        getStyleClass().add("overview-next");
        Label title = new Label("Next");
        title.getStyleClass().addAll("secondary", "medium");
        Wrapping.on(sentence);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        others.getStyleClass().add("flat");
        HBox buttons = new HBox(button, others);
        buttons.getStyleClass().add("overview-buttons");
        getChildren().setAll(title, sentence, buttons);
        model.next().subscribe(next -> next.ifPresent(this::show));
        visibleProperty().bind(model.next().map(Optional::isPresent));
    }

    private void show(NextStep next) {
        sentence.setText(next.sentence());
        button.setText(next.button());
        button.setOnAction(event -> work.accept(next.work()));
        others.getItems().setAll(next.others().stream().map(this::item).toList());
        others.setVisible(!next.others().isEmpty());
    }

    private MenuItem item(StepWork each) {
        MenuItem item = new MenuItem(each.title());
        item.setOnAction(event -> work.accept(each));
        return item;
    }
}
