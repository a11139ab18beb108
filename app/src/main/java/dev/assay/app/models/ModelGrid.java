package dev.assay.app.models;

import dev.assay.app.controls.KeptWidths;
import dev.assay.app.text.TextTip;
import dev.assay.app.workbench.Settings;
import dev.assay.datasets.models.registry.CheckedModel;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of the person's models. */
final class ModelGrid extends TableView<ModelRow> {

    private final Subscription widths;
    private Optional<String> chosen = Optional.empty();
    private boolean following;

    /**
     * @param choose told of the row that is chosen
     * @param open what Enter or a click does on the row that is chosen already
     */
    ModelGrid(ModelsModel model, Settings settings, Consumer<ModelRow> choose, Runnable open) {
        getStyleClass().add("models-grid");
        setAccessibleText("Models");
        setPlaceholder(new Label());
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        getColumns().add(text("Name", 15, ModelRow::name));
        getColumns().add(nodes("Last test", 15, ModelGrid::test));
        getColumns().add(nodes("Key", 9, ModelGrid::key));
        getColumns().add(text("Provider", 6.5, row -> row.definition().provider().id()));
        getColumns().add(text("Model", 13, row -> row.definition().model()));
        getColumns().add(text("Where", 14, ModelRow::where));
        getColumns().add(text("Price in / out", 9, ModelRow::price));
        getColumns().add(text("Limits", 13, ModelRow::limits));
        widths = KeptWidths.of(this, getColumns().getLast(), "models.columns", settings);
        setItems(model.rows());
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!following && row != null && chosen.filter(row.name()::equals).isEmpty()) {
                // What is written down may not be given up: the model says what is chosen.
                Platform.runLater(() -> {
                    choose(chosen);
                    choose.accept(row);
                });
            }
        });
        setOnMouseClicked(event -> open.run());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
        model.form().subscribe(form -> choose(form.flatMap(ModelForm::before).map(before -> before.name())));
        model.rows().addListener((ListChangeListener<ModelRow>) change -> choose(chosen));
    }

    /** The view is closed. */
    void close() {
        widths.unsubscribe();
    }

    /** Gives the focus to the table, at its chosen row or else the first. */
    void enter() {
        requestFocus();
        if (getSelectionModel().getSelectedIndex() < 0 && !getItems().isEmpty()) {
            getSelectionModel().select(0);
        }
    }

    private void choose(Optional<String> name) {
        following = true;
        chosen = name;
        int place = name.map(wanted -> getItems().stream().map(ModelRow::name).toList().indexOf(wanted)).orElse(-1);
        if (place < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(place);
        }
        following = false;
    }

    private static Node test(ModelRow row) {
        Label chip = row.isChecking()
                ? chip("testing", Feather.PLAY, "running")
                : row.checked()
                        .map(found -> found.ok() ? chip("works", Feather.CHECK, "") : chip("fails", Feather.ALERT_TRIANGLE, "failed"))
                        .orElseGet(() -> chip("not tested", Feather.CIRCLE, ""));
        String facts = row.checked().filter(CheckedModel::ok).isPresent() ? row.found() : row.problems().stream().findFirst().orElse("");
        Label more = new Label(row.isChecking() ? "" : facts);
        more.getStyleClass().add("secondary");
        more.setMinWidth(0);
        if (!row.problems().isEmpty()) {
            more.setTooltip(TextTip.of(String.join("\n", row.problems())));
        }
        HBox line = new HBox(chip, more);
        line.getStyleClass().add("models-test");
        return line;
    }

    private static Node key(ModelRow row) {
        if (row.isKeyMissing()) {
            return chip("missing", Feather.ALERT_TRIANGLE, "failed");
        }
        return new Label(row.key());
    }

    private static Label chip(String words, Feather icon, String style) {
        Label chip = new Label(words, new FontIcon(icon));
        chip.getStyleClass().add("chip");
        if (!style.isEmpty()) {
            chip.getStyleClass().add(style);
        }
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private static TableColumn<ModelRow, ModelRow> text(String title, double em, Function<ModelRow, String> words) {
        return column(title, em, (cell, row) -> {
            cell.setText(words.apply(row));
            cell.setTooltip(TextTip.of(words.apply(row)));
        });
    }

    private static TableColumn<ModelRow, ModelRow> nodes(String title, double em, Function<ModelRow, Node> node) {
        return column(title, em, (cell, row) -> cell.setGraphic(node.apply(row)));
    }

    /** How a cell shows a row. */
    private interface Shows {
        void show(TableCell<ModelRow, ModelRow> cell, ModelRow row);
    }

    private static TableColumn<ModelRow, ModelRow> column(String title, double em, Shows shows) {
        TableColumn<ModelRow, ModelRow> column = new TableColumn<>(title);
        column.setUserData(em);
        column.setSortable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()).getReadOnlyProperty());
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable ModelRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                if (row != null && !empty) {
                    shows.show(this, row);
                }
            }
        });
        return column;
    }
}
