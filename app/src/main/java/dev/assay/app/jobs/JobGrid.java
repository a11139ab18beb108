package dev.assay.app.jobs;

import dev.assay.app.controls.KeptWidths;
import dev.assay.app.steps.Money;
import dev.assay.app.text.TextTip;
import dev.assay.app.workbench.Settings;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The table of jobs; what runs moves in it. */
final class JobGrid extends TableView<JobItem> {

    private final Subscription widths;
    private boolean following;

    /** @param open what Enter or a click does on a row */
    JobGrid(JobsModel model, Settings settings, Runnable open) {
        getStyleClass().add("jobs-grid");
        setAccessibleText("Jobs");
        setPlaceholder(new Label());
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        getColumns().add(text("Step", 7.5, JobRow::step));
        TableColumn<JobItem, JobRow> what = text("What", 15, JobRow::what);
        getColumns().add(what);
        getColumns().add(nodes("State", 9, JobWords::chip));
        getColumns().add(nodes("Units", 11, JobGrid::units));
        getColumns().add(number("Failed", 5, row -> row.failed() == 0 ? "" : JobWords.count(row.failed())));
        getColumns().add(number("Cost", 6, row -> Money.inShort(row.spent())));
        getColumns().add(number("Calls", 5, row -> row.spent().calls() == 0 ? "" : JobWords.count(row.spent().calls())));
        getColumns().add(number("Tokens", 7, row -> JobWords.tokens(row.spent())));
        getColumns().add(number("Time", 7.5, row -> row.took().map(JobWords::duration).orElse("")));
        getColumns().add(text("Begun", 10.5, row -> row.begun().map(JobWords::begun).orElse("")));
        widths = KeptWidths.of(this, what, "jobs.columns", settings);
        setItems(model.items());
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!following) {
                model.choose(Optional.ofNullable(item).map(JobItem::key));
            }
        });
        model.chosen().subscribe(this::follow);
        setOnMouseClicked(event -> open.run());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
    }

    /** The study is closed. */
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

    private void follow(Optional<JobRow> chosen) {
        following = true;
        int place = chosen.map(row -> getItems().stream().map(JobItem::key).toList().indexOf(row.key())).orElse(-1);
        if (place < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != place) {
            getSelectionModel().clearAndSelect(place);
        }
        following = false;
    }

    private static Node units(JobRow row) {
        Label numbers = new Label(JobWords.units(row));
        if (!row.isUnderWay() || row.total() <= 0) {
            return numbers;
        }
        ProgressBar bar = new ProgressBar((double) row.done() / row.total());
        bar.getStyleClass().add("jobs-bar");
        bar.setAccessibleText("Progress");
        HBox line = new HBox(bar, numbers);
        line.getStyleClass().add("jobs-units");
        return line;
    }

    private static TableColumn<JobItem, JobRow> text(String title, double em, Function<JobRow, String> words) {
        return column(title, em, (cell, row) -> {
            String text = words.apply(row);
            cell.setText(text);
            cell.setTooltip(text.isEmpty() ? null : TextTip.of(text));
        });
    }

    private static TableColumn<JobItem, JobRow> number(String title, double em, Function<JobRow, String> words) {
        TableColumn<JobItem, JobRow> column = column(title, em, (cell, row) -> cell.setText(words.apply(row)));
        column.getStyleClass().add("jobs-number");
        return column;
    }

    private static TableColumn<JobItem, JobRow> nodes(String title, double em, Function<JobRow, Node> node) {
        return column(title, em, (cell, row) -> cell.setGraphic(node.apply(row)));
    }

    /** How a cell shows a row. */
    private interface Shows {
        void show(TableCell<JobItem, JobRow> cell, JobRow row);
    }

    private static TableColumn<JobItem, JobRow> column(String title, double em, Shows shows) {
        TableColumn<JobItem, JobRow> column = new TableColumn<>(title);
        column.setUserData(em);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> features.getValue().row());
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable JobRow row, boolean empty) {
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
