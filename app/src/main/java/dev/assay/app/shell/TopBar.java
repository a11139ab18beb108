package dev.assay.app.shell;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the view: menu, back and forward, where one is, the way into the palette, undo and redo, and the view's main action. */
final class TopBar extends HBox {

    private final Label group = new Label();
    private final Button view = new Button();
    private final Label subtitle = new Label();
    private final FontIcon second = new FontIcon(Feather.CHEVRON_RIGHT);
    private final StackPane primary = new StackPane();
    private final Button back;
    /** The actions outlive the study, and would keep its window. */
    private Subscription following = Subscription.EMPTY;

    TopBar(Actions actions) {
        getStyleClass().add("top-bar");
        back = icon(actions, "view.back");
        HBox left = part(new AppMenu(actions), back, icon(actions, "view.forward"), trail());
        HBox right = part(icon(actions, "edit.undo"), icon(actions, "edit.redo"), primary);
        right.setMinWidth(Region.USE_PREF_SIZE);
        Button search = search(actions);
        Region before = new Region();
        Region after = new Region();
        setHgrow(after, Priority.ALWAYS);
        // In the middle of the bar in every view, as long as there is room.
        before.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, Math.floor((getWidth() - search.getWidth()) / 2 - left.getLayoutX() - left.getWidth() - 2 * getSpacing())),
                widthProperty(), search.widthProperty(), left.widthProperty(), left.layoutXProperty()));
        getChildren().addAll(left, before, search, after, right);
    }

    private static HBox part(Node... nodes) {
        HBox part = new HBox(6, nodes);
        part.setAlignment(Pos.CENTER_LEFT);
        return part;
    }

    /** Shows where one is. */
    void show(Place place, Optional<ObservableValue<String>> detail, Optional<Action> main) {
        ViewId shown = place.view();
        group.setText(shown.group() == ViewId.Group.PROGRAM ? "Assay" : shown.group().title());
        view.setText(shown.title());
        subtitle.textProperty().unbind();
        subtitle.setText("");
        detail.ifPresent(subtitle.textProperty()::bind);
        primary.getChildren().setAll(main.map(TopBar::mainButton).stream().toList());
    }

    /** Where the focus goes when a person jumps here. */
    Node first() {
        return back;
    }

    private HBox trail() {
        view.getStyleClass().setAll("trail-view");
        view.setFocusTraversable(false);
        view.setMouseTransparent(true);
        group.getStyleClass().add("muted");
        subtitle.getStyleClass().add("strong");
        FontIcon first = new FontIcon(Feather.CHEVRON_RIGHT);
        second.visibleProperty().bind(subtitle.textProperty().isNotEmpty());
        subtitle.textProperty().subscribe(text -> {
            view.getStyleClass().remove("strong");
            if (text.isEmpty()) {
                view.getStyleClass().add("strong");
            }
        });
        HBox trail = new HBox(6, group, first, view, second, subtitle);
        trail.setAlignment(Pos.CENTER_LEFT);
        group.setMinWidth(0);
        view.setMinWidth(Region.USE_PREF_SIZE);
        return trail;
    }

    private static Button search(Actions actions) {
        Label text = new Label("Search or run a command");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        HBox line = new HBox(8, new FontIcon(Feather.SEARCH), text);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFillHeight(false);
        actions.find("view.palette").flatMap(Action::key).ifPresent(key -> line.getChildren().add(KeyCaps.of(key)));
        Button search = new Button("", line);
        search.getStyleClass().add("search-field");
        search.setAccessibleText("Search or run a command");
        line.prefWidthProperty().bind(search.widthProperty().subtract(24));
        search.setOnAction(event -> actions.run("view.palette"));
        return search;
    }

    void close() {
        following.unsubscribe();
    }

    private Button icon(Actions actions, String id) {
        Action action = actions.find(id).orElseThrow();
        Button button = new Button("", action.icon().map(FontIcon::new).orElseThrow());
        button.getStyleClass().add("icon-button");
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        String keys = action.key().map(key -> " (" + KeyCaps.text(key) + ")").orElse("");
        following = following.and(action.label().subscribe(label -> {
            button.setAccessibleText(label);
            tip.setText(label + keys);
        }));
        following = following.and(action.enabled().subscribe(enabled -> button.setDisable(!enabled)));
        return button;
    }

    private static Node mainButton(Action action) {
        Button button = new Button(action.name());
        action.icon().ifPresent(icon -> button.setGraphic(new FontIcon(icon)));
        button.getStyleClass().addAll("accent", "main-action");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        action.key().ifPresent(key -> button.setTooltip(new Tooltip(KeyCaps.text(key))));
        button.disableProperty().bind(action.enabled().map(enabled -> !enabled));
        return button;
    }
}
