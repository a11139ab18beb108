package dev.assay.app.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands where there is nothing to show: one sentence, and the button that leads on. */
public final class EmptyState extends VBox {

    private final Label sentence = new Label();

    /** @param button what the button says, a verb */
    public EmptyState(String sentence, String button, Runnable work) {
        getStyleClass().add("empty-state");
        this.sentence.setText(sentence);
        this.sentence.setMaxWidth(480);
        Button lead = new Button(button);
        lead.setOnAction(event -> work.run());
        getChildren().addAll(this.sentence, lead);
    }

    /** Says something else. */
    public void say(String text) {
        sentence.setText(text);
    }
}
