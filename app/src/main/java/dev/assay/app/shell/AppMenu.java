package dev.assay.app.shell;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Actions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that can be done now, by group: made from the actions each time it is opened. */
final class AppMenu extends MenuButton {

    AppMenu(Actions actions) {
        super("", new FontIcon(Feather.MENU));
        getStyleClass().addAll("icon-button", "app-menu");
        setAccessibleText("Menu");
        setTooltip(new Tooltip("Menu"));
        // An empty menu button does not open.
        getItems().add(new MenuItem("…"));
        setOnShowing(event -> getItems().setAll(menus(actions)));
    }

    static List<Menu> menus(Actions actions) {
        Map<String, List<Action>> groups =
                actions.all().stream().collect(Collectors.groupingBy(Action::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(group -> menu(group.getKey(), group.getValue())).toList();
    }

    private static Menu menu(String name, List<Action> actions) {
        Menu menu = new Menu(name);
        actions.forEach(action -> menu.getItems().add(item(action)));
        return menu;
    }

    /** The key is only shown: an accelerator of a menu item would also be heard while text is written, and after the study is closed. */
    private static MenuItem item(Action action) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(24, new Label(action.label().getValue()), space);
        action.key().ifPresent(key -> {
            Label keys = new Label(KeyCaps.text(key));
            keys.getStyleClass().add("secondary");
            line.getChildren().add(keys);
        });
        CustomMenuItem item = new CustomMenuItem(line);
        item.setDisable(!action.enabled().getValue());
        item.setOnAction(event -> action.run());
        return item;
    }
}
