package dev.assay.app.profiles;

import dev.assay.app.charts.Numerals;
import dev.assay.app.controls.Drawing;
import dev.assay.app.profiles.SiblingOrder.By;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Two lines over the table: the names of the subjects with what can be done with them, and the names of the columns. */
final class ScoreTableHeader extends Region {

    private final ProfilesModel model;
    private final Label count = new Label();
    private final Pane titles = new Pane();
    private final Rectangle titlesClip = new Rectangle();
    private final Drawing names = new Drawing();
    private Columns columns;
    private double scrolled;

    ScoreTableHeader(ProfilesModel model, Columns columns) {
        this.model = model;
        this.columns = columns;
        setOnMouseClicked(this::press);
        getStyleClass().add("score-table-header");
        count.getStyleClass().add("secondary");
        count.setAlignment(Pos.CENTER_LEFT);
        titles.setClip(titlesClip);
        getChildren().addAll(names, titles, count);
        getChildren().forEach(child -> child.setManaged(false));
        model.nodeCount().subscribe(this::countNodes);
        model.sheet().subscribe(this::countNodes);
        model.subjects().subscribe(this::name);
        name();
    }

    private void countNodes() {
        int all = model.sheet().get().map(sheet -> sheet.nodes().size() - 1).orElse(0);
        int shown = model.nodeCount().get();
        count.setText(
                shown == all
                        ? Numerals.count(all) + (all == 1 ? " node" : " nodes")
                        : Numerals.count(shown) + " of " + Numerals.count(all) + " nodes");
    }

    private void name() {
        titles.getChildren().setAll(model.subjects().stream().map(this::title).toList());
        requestLayout();
    }

    private MenuButton title(String subject) {
        MenuButton title = new MenuButton(subject);
        title.getStyleClass().addAll("subject-title", "flat");
        title.setMnemonicParsing(false);
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(subject));
        title.setAccessibleText("Column " + subject);
        MenuItem against = new MenuItem("Compare with this one");
        against.setOnAction(event -> model.reference().set(new Reference.Chosen(subject)));
        List<MenuItem> sorts = Stream.of(By.NUMBER, By.QUERIES, By.RANK).map(by -> sort(by, subject)).toList();
        MenuItem left = new MenuItem("Move left");
        left.setOnAction(event -> move(subject, -1));
        MenuItem right = new MenuItem("Move right");
        right.setOnAction(event -> move(subject, 1));
        MenuItem hide = new MenuItem("Hide");
        hide.setOnAction(event -> model.subjects().remove(subject));
        MenuItem unsorted = new MenuItem("Order of the taxonomy");
        unsorted.setOnAction(event -> model.order().set(SiblingOrder.TREE));
        title.setOnShowing(event -> {
            sorts.getFirst().setText(model.mode().get() == Mode.SCORES ? "Sort by mean" : "Sort by difference");
            int at = model.subjects().indexOf(subject);
            left.setDisable(at <= 0);
            right.setDisable(at == model.subjects().size() - 1);
            hide.setDisable(model.subjects().size() == 1);
        });
        title.getItems().add(against);
        title.getItems().addAll(sorts);
        title.getItems().addAll(unsorted, left, right, hide);
        return title;
    }

    private MenuItem sort(By by, String subject) {
        MenuItem item = new MenuItem(by == By.QUERIES ? "Sort by number of queries" : "Sort by rank");
        item.setOnAction(event -> model.sortBy(by, subject));
        return item;
    }

    private void move(String subject, int by) {
        List<String> order = new ArrayList<>(model.subjects());
        int at = order.indexOf(subject);
        order.remove(at);
        order.add(Math.clamp((long) at + by, 0, order.size()), subject);
        model.subjects().setAll(order);
    }

    /** The name of a column was pressed: rows are sorted by it. */
    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.getY() < names.getLayoutY()) {
            return;
        }
        double x = event.getX() - columns.tree() + scrolled;
        int at = (int) Math.floor(x / columns.subject());
        if (event.getX() < columns.tree()) {
            model.order().set(SiblingOrder.TREE);
        } else if (at < model.subjects().size()) {
            model.sortBy(columns.sortedBy(x - at * columns.subject()), model.subjects().get(at));
        }
    }

    void paint(Columns columns, ScoreRowPainter painter, double scrolled) {
        this.columns = columns;
        this.scrolled = scrolled;
        double height = Math.floor(getHeight() / 2);
        count.resizeRelocate(12 * columns.scale(), 0, columns.tree() - 16 * columns.scale(), height);
        titles.resizeRelocate(columns.tree(), 0, Math.max(0, getWidth() - columns.tree()), height);
        titlesClip.setWidth(titles.getWidth());
        titlesClip.setHeight(height);
        for (int i = 0; i < titles.getChildren().size(); i++) {
            MenuButton title = (MenuButton) titles.getChildren().get(i);
            title.setPrefSize(columns.subject(), height);
            title.relocate(i * columns.subject() - scrolled, 0);
        }
        names.relocate(0, height);
        names.begin(getWidth(), height);
        painter.header(names, model.subjects(), model.mode().get(), model.currentOrder(), model.axis().get(), scrolled, getWidth(), height);
        names.end();
    }

    /** The title of a subject's column. */
    Optional<MenuButton> titleOf(String subject) {
        return titles.getChildren().stream().map(MenuButton.class::cast).filter(title -> title.getText().equals(subject)).findFirst();
    }
}
