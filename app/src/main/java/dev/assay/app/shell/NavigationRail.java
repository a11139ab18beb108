package dev.assay.app.shell;

import dev.assay.app.workbench.Navigator;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The views of a study, in the order of the work; the arrow keys go through them. In a narrow window only their icons. */
final class NavigationRail extends VBox {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Map<ViewId, Button> items = new EnumMap<>(ViewId.class);
    private final BooleanProperty narrow = new SimpleBooleanProperty();

    NavigationRail(Navigator navigator) {
        getStyleClass().add("rail");
        setAccessibleText("Views");
        for (ViewId.Group group : ViewId.Group.values()) {
            if (group == ViewId.Group.PROGRAM) {
                Region space = new Region();
                setVgrow(space, Priority.ALWAYS);
                getChildren().add(space);
            } else {
                getChildren().add(heading(group));
            }
            for (ViewId view : ViewId.values()) {
                if (view.group() == group) {
                    getChildren().add(item(view, navigator));
                }
            }
        }
        navigator.here().subscribe(place -> items.forEach((view, item) -> item.pseudoClassStateChanged(HERE, view == place.view())));
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        narrow.subscribe(isNarrow -> {
            getStyleClass().remove("narrow");
            if (isNarrow) {
                getStyleClass().add("narrow");
            }
        });
    }

    /** Whether there is only room for icons. */
    BooleanProperty narrow() {
        return narrow;
    }

    /** Where the focus goes when a person jumps here. */
    Node first() {
        return items.values().iterator().next();
    }

    private Node heading(ViewId.Group group) {
        Label label = new Label(group.title());
        label.getStyleClass().add("rail-group");
        label.visibleProperty().bind(narrow.not());
        return label;
    }

    private Node item(ViewId view, Navigator navigator) {
        Button item = new Button(view.title(), new FontIcon(view.icon()));
        item.getStyleClass().setAll("rail-item");
        item.setAccessibleRole(AccessibleRole.BUTTON);
        item.setAccessibleText(view.title());
        item.setMaxWidth(Double.MAX_VALUE);
        item.setOnAction(event -> navigator.go(Place.of(view)));
        narrow.subscribe(isNarrow -> {
            item.setContentDisplay(isNarrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            item.setTooltip(isNarrow ? new Tooltip(view.title()) : null);
        });
        items.put(view, item);
        return item;
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        List<Button> buttons = List.copyOf(items.values());
        int focused = buttons.stream().map(Node::isFocused).toList().indexOf(true);
        if (step != 0 && focused >= 0) {
            buttons.get(Math.clamp(focused + step, 0, buttons.size() - 1)).requestFocus();
            event.consume();
        }
    }
}
