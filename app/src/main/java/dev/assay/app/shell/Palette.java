package dev.assay.app.shell;

import dev.assay.app.shell.PaletteModel.Entry;
import dev.assay.app.shell.PaletteModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything by name: a box over the window with a field, what is found, and how to choose. The keyboard stays in the field. */
final class Palette extends VBox {

    private static final double TOP = 72;
    private static final double ROW_EMS = 2.77;
    private static final int MOST_ROWS = 13;

    private final PaletteModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteRow> list = new ListView<>();
    private final Label count = new Label();
    private Runnable close = () -> {};

    private Palette(PaletteModel model) {
        this.model = model;
        getStyleClass().add("palette");
        setAccessibleText("Search or run a command");
        field.setPromptText("Search or run a command");
        field.setAccessibleText("Search or run a command");
        field.getStyleClass().add("palette-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().bindBidirectional(model.typed());
        HBox top = new HBox(8, new FontIcon(Feather.SEARCH), field, kinds());
        top.getStyleClass().add("palette-top");
        list.getStyleClass().add("palette-list");
        list.setAccessibleText("Found");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell(row -> run(row, false)));
        getChildren().addAll(top, list, foot());
        model.result().subscribe(this::show);
        count.fontProperty().subscribe(font -> fit());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Opens the palette over a window. */
    static Palette open(PaletteModel model, Overlay overlay) {
        Palette palette = new Palette(model);
        palette.close = overlay.show(palette, palette.field, Pos.TOP_CENTER, () -> {});
        StackPane.setMargin(palette, new Insets(TOP, 16, 16, 16));
        return palette;
    }

    private HBox kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        List<ToggleButton> buttons = new ArrayList<>();
        buttons.add(toggle("All", Optional.empty(), group));
        for (Kind kind : model.kinds()) {
            buttons.add(toggle(kind == Kind.NODE ? "Nodes" : kind.title(), Optional.of(kind), group));
        }
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).getStyleClass().add(i == 0 ? "left-pill" : i == buttons.size() - 1 ? "right-pill" : "center-pill");
        }
        buttons.getFirst().setSelected(true);
        row.getChildren().addAll(buttons);
        row.setVisible(buttons.size() > 2);
        row.setManaged(buttons.size() > 2);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private ToggleButton toggle(String name, Optional<Kind> kind, ToggleGroup group) {
        ToggleButton button = new ToggleButton(name);
        button.setToggleGroup(group);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.only().set(kind);
            field.requestFocus();
        });
        return button;
    }

    private HBox foot() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(6, KeyCaps.cap("↑"), KeyCaps.cap("↓"), hint("choose"), KeyCaps.cap("Enter"), hint("run"), KeyCaps.cap("Ctrl Enter"), hint("run and keep open"), space, count);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("palette-foot");
        count.getStyleClass().add("secondary");
        return foot;
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().add("secondary");
        return hint;
    }

    private void show(PaletteModel.Result result) {
        List<PaletteRow> rows = new ArrayList<>();
        Optional<Kind> last = Optional.empty();
        for (Entry entry : result.entries()) {
            if (last.isEmpty() || last.get() != entry.kind()) {
                rows.add(new PaletteRow.Heading(entry.kind().title()));
                last = Optional.of(entry.kind());
            }
            rows.add(new PaletteRow.Choice(entry));
        }
        list.getItems().setAll(rows);
        fit();
        list.setMinHeight(0);
        count.setText(result.total() == 0 ? "nothing found" : result.entries().size() + " of " + result.total());
        if (rows.size() > 1) {
            list.getSelectionModel().select(1);
            list.scrollTo(0);
        }
    }

    private void fit() {
        double row = Math.rint(ROW_EMS * count.getFont().getSize());
        list.setFixedCellSize(row);
        list.setPrefHeight(Math.min(list.getItems().size(), MOST_ROWS) * row + 8);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1, event);
            case UP -> move(-1, event);
            case PAGE_DOWN -> move(8, event);
            case PAGE_UP -> move(-8, event);
            case ENTER -> {
                event.consume();
                if (list.getSelectionModel().getSelectedItem() != null) {
                    run(list.getSelectionModel().getSelectedItem(), event.isShortcutDown());
                }
            }
            default -> {}
        }
    }

    private void move(int step, KeyEvent event) {
        event.consume();
        int direction = Integer.signum(step);
        int target = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, Math.max(0, list.getItems().size() - 1));
        while (target >= 0 && target < list.getItems().size() && list.getItems().get(target) instanceof PaletteRow.Heading) {
            target += direction;
        }
        if (target >= 0 && target < list.getItems().size()) {
            list.getSelectionModel().select(target);
            list.scrollTo(Math.max(0, target - MOST_ROWS + 2));
        }
    }

    private void run(PaletteRow row, boolean keepOpen) {
        if (row instanceof PaletteRow.Choice(var entry)) {
            if (!keepOpen) {
                close.run();
            }
            entry.run().run();
        }
    }
}
