package dev.assay.app.settings;

import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.View;
import dev.assay.datasets.ProgramVersion;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Theme, size of text, and where things lie. Everything takes effect at once and is kept. */
public final class SettingsView implements View {

    private static final int STEP = 10;

    private final ScrollPane node;
    private final VBox appearance;
    private Subscription following = Subscription.EMPTY;

    /** @param study the file that is open */
    public SettingsView(Settings settings, Optional<Path> study) {
        appearance = new VBox(12, title("Appearance"), scheme(settings), textSize(settings));
        VBox files = new VBox(8, title("Files"));
        study.ifPresent(file -> files.getChildren().add(fact("Study", file.toAbsolutePath().normalize().toString())));
        files.getChildren().add(fact("Version", "Assay " + ProgramVersion.current()));
        VBox content = new VBox(32, appearance, files);
        content.setPadding(new Insets(16));
        content.setMaxWidth(720);
        node = new ScrollPane(content);
        node.setFitToWidth(true);
    }

    private Node scheme(Settings settings) {
        ToggleGroup group = new ToggleGroup();
        Map<Scheme, RadioButton> buttons = new EnumMap<>(Scheme.class);
        buttons.put(Scheme.LIGHT, new RadioButton("Light"));
        buttons.put(Scheme.DARK, new RadioButton("Dark"));
        buttons.put(Scheme.SYSTEM, new RadioButton("As the system"));
        buttons.forEach((scheme, button) -> {
            button.setToggleGroup(group);
            button.setOnAction(event -> settings.scheme().set(scheme));
        });
        following = following.and(settings.scheme().subscribe(scheme -> buttons.forEach((each, button) -> button.setSelected(each == scheme))));
        HBox row = new HBox(16);
        row.getChildren().addAll(buttons.values());
        return labelled("Theme", row);
    }

    private Node textSize(Settings settings) {
        Slider slider = new Slider(Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT, settings.textSize().get());
        slider.setBlockIncrement(STEP);
        slider.setMajorTickUnit(20);
        slider.setMinorTickCount(1);
        slider.setSnapToTicks(true);
        slider.setPrefWidth(280);
        slider.setAccessibleText("Text size in percent");
        Label percent = new Label();
        following = following.and(settings.textSize().subscribe(size -> {
            percent.setText(size.intValue() + " %");
            slider.setValue(size.intValue());
        }));
        // While the thumb is dragged the text would change under the pointer; it changes when it is let go.
        slider.valueProperty().subscribe(value -> {
            if (!slider.isValueChanging()) {
                settings.textSize().set((int) Math.round(value.doubleValue()));
            }
        });
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                settings.textSize().set((int) Math.round(slider.getValue()));
            }
        });
        HBox row = new HBox(12, slider, percent);
        row.setAlignment(Pos.CENTER_LEFT);
        return labelled("Text size", row);
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("panel-title");
        return label;
    }

    private static Node fact(String name, String value) {
        Label text = new Label(value);
        Wrapping.on(text);
        return labelled(name, text);
    }

    private static Node labelled(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(120);
        HBox row = new HBox(16, label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Place place) {
        // Nothing here depends on where in the study one is.
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }

    @Override
    public void close() {
        following.unsubscribe();
    }

    @Override
    public List<Node> regions() {
        return List.of(appearance);
    }
}
