package dev.assay.app.queries;

import atlantafx.base.controls.CustomTextField;
import dev.assay.app.listing.LengthRange;
import dev.assay.app.listing.QueryPlace;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Dialogs;
import dev.assay.datasets.records.QueryFilter.Any;
import dev.assay.datasets.records.QueryFilter.Flagged;
import dev.assay.datasets.records.QueryFilter.Quality;
import dev.assay.datasets.records.QueryFilter.Unflagged;
import dev.assay.datasets.records.QueryFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Search and filters of the view of queries. */
final class QueriesHeader extends FlowPane {

    private static final List<LengthRange> LENGTHS = List.of(
            new LengthRange(0, 100), new LengthRange(101, 500), new LengthRange(501, 2_000), new LengthRange(2_001, Integer.MAX_VALUE));

    private final QueriesModel model;
    private final Dialogs dialogs;
    private final CustomTextField search = new CustomTextField();
    private final NodeChooser nodes;
    private final Dropdown categories;
    private final MenuButton source = new MenuButton("Source");
    private final MenuButton length = new MenuButton("Length");
    private final MenuButton flags = new MenuButton("Flags");
    private final MenuButton more = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));

    /**
     * @param down called when somebody goes down from the search field
     * @param orders offered in the menu at the right, as are the exports
     */
    QueriesHeader(
            QueriesModel model, Dialogs dialogs, RememberedColumns columns, Runnable down, List<Action> orders, List<Action> exports) {
        this.model = model;
        this.dialogs = dialogs;
        nodes = new NodeChooser(model);
        categories = new Dropdown("Category", nodes, nodes.field());
        getStyleClass().addAll("view-header", "queries-header");
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(VPos.CENTER);
        dressSearch(down);
        fillMore(columns, orders, exports);
        List.of(categories, source, length, flags).forEach(menu -> menu.setMinWidth(USE_PREF_SIZE));
        getChildren().addAll(search, categories, source, length, flags, more);
        model.listed().subscribe(this::follow);
        model.choices().subscribe(this::follow);
    }

    TextField search() {
        return search;
    }

    Dropdown categories() {
        return categories;
    }

    MenuButton lengths() {
        return length;
    }

    NodeChooser nodes() {
        return nodes;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void dressSearch(Runnable down) {
        search.setPromptText("Search queries  /");
        search.setAccessibleText("Search queries");
        search.getStyleClass().add("query-search");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().subscribe((before, typed) -> model.search(typed));
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                down.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                if (search.getText().isEmpty()) {
                    down.run();
                }
                search.clear();
                event.consume();
            }
        });
    }

    private void follow() {
        QueryPlace list = model.listed().get();
        if (!search.getText().equals(list.search())) {
            search.setText(list.search());
        }
        fillSources(list);
        fillLengths(list);
        fillFlags(list);
        mark(categories.getStyleClass(), !list.nodes().isEmpty() || list.tagged() != QueryPlace.Tagged.ANY);
        mark(source.getStyleClass(), list.source().isPresent());
        mark(length.getStyleClass(), !new LengthRange(list.shortest(), list.longest()).isAny());
        mark(flags.getStyleClass(), !(list.quality() instanceof Any));
    }

    /** A button whose filter holds looks so; what it is stands in the chips. */
    private static void mark(List<String> classes, boolean holds) {
        classes.remove("holds");
        if (holds) {
            classes.add("holds");
        }
    }

    private void fillSources(QueryPlace list) {
        Map<String, Integer> all = new TreeMap<>(model.choices().get().map(QueriesModel.Choices::sources).orElse(Map.of()));
        List<MenuItem> items = new ArrayList<>();
        items.add(radio("All sources", list.source().isEmpty(), () -> model.ask(each -> each.withSource(Optional.empty()))));
        items.add(new SeparatorMenuItem());
        all.forEach((name, queries) -> items.add(radio(
                "%s  (%,d)".formatted(name.isEmpty() ? "No source" : name, queries),
                list.source().equals(Optional.of(name)),
                () -> model.ask(each -> each.withSource(Optional.of(name))))));
        source.getItems().setAll(items);
    }

    private void fillLengths(QueryPlace list) {
        LengthRange now = new LengthRange(list.shortest(), list.longest());
        List<MenuItem> items = new ArrayList<>();
        items.add(radio("Any length", now.isAny(), () -> model.ask(each -> each.withLength(LengthRange.any()))));
        items.add(new SeparatorMenuItem());
        LENGTHS.forEach(range -> items.add(radio(inWords(range), now.equals(range), () -> model.ask(each -> each.withLength(range)))));
        items.add(new SeparatorMenuItem());
        items.add(radio("From … to …", !now.isAny() && !LENGTHS.contains(now), this::askLength));
        length.getItems().setAll(items);
    }

    private void askLength() {
        QueryPlace list = model.listed().get();
        LengthRange now = new LengthRange(list.shortest(), list.longest());
        dialogs.askText("Length of queries", "Characters, from–to (100-2000, 500-, -80)", now.isAny() ? "" : now.toString(), text -> {
            Optional<LengthRange> range = LengthRange.parse(text);
            range.ifPresentOrElse(
                    wanted -> model.ask(each -> each.withLength(wanted)),
                    () -> dialogs.error("Length of queries", "“" + text + "” is no range of lengths: write it as 100-2000, 500- or -80."));
        });
    }

    private void fillFlags(QueryPlace list) {
        List<MenuItem> items = new ArrayList<>();
        items.add(quality("With or without flags", list, new Any()));
        items.add(quality("Without any flag", list, new Unflagged()));
        items.add(new SeparatorMenuItem());
        for (QueryFlag flag : QueryFlag.values()) {
            items.add(quality(QueryFlags.name(flag), list, new Flagged(flag)));
        }
        flags.getItems().setAll(items);
    }

    private MenuItem quality(String name, QueryPlace list, Quality wanted) {
        return radio(name, list.quality().equals(wanted), () -> model.ask(each -> each.withQuality(wanted)));
    }

    private static RadioMenuItem radio(String name, boolean holds, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(holds);
        item.setOnAction(event -> choose.run());
        return item;
    }

    private void fillMore(RememberedColumns columns, List<Action> orders, List<Action> exports) {
        more.getStyleClass().addAll("icon-button", "more-menu");
        more.setAccessibleText("Columns, order, export");
        more.setTooltip(new Tooltip("Columns, order, export"));
        Menu choice = new Menu("Columns");
        for (QueryColumn kind : QueryColumn.values()) {
            if (!kind.grows()) {
                CheckMenuItem item = new CheckMenuItem(kind.title());
                item.setOnAction(event -> columns.setShown(kind, item.isSelected()));
                columns.hidden().subscribe(() -> item.setSelected(!columns.hidden().contains(kind)));
                item.setSelected(!columns.hidden().contains(kind));
                choice.getItems().add(item);
            }
        }
        MenuItem usual = new MenuItem("Usual columns");
        usual.setOnAction(event -> columns.reset());
        choice.getItems().addAll(new SeparatorMenuItem(), usual);
        Menu order = new Menu("Order");
        orders.forEach(action -> order.getItems().add(item(action)));
        more.getItems().addAll(choice, order, new SeparatorMenuItem());
        exports.forEach(action -> more.getItems().add(item(action)));
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.name());
        action.icon().ifPresent(icon -> item.setGraphic(new FontIcon(icon)));
        action.enabled().subscribe(isEnabled -> item.setDisable(!isEnabled));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** "100–500 characters", "over 2,000 characters". */
    static String inWords(LengthRange range) {
        if (range.longest() == Integer.MAX_VALUE) {
            return "at least %,d characters".formatted(range.shortest());
        }
        return range.shortest() == 0
                ? "at most %,d characters".formatted(range.longest())
                : "%,d–%,d characters".formatted(range.shortest(), range.longest());
    }
}
