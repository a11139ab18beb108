package dev.assay.app.shell;

import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.Counted;
import dev.assay.datasets.importing.ImportLook;
import dev.assay.datasets.importing.ImportLook.Recognised;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.ItemKind;
import dev.assay.datasets.importing.Rejection;
import dev.assay.datasets.jobs.Cancellation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A look at files before they are imported: what they are, what is new in them, which rows would be rejected and why. */
final class ImportPreview {

    private static final int REJECTIONS_SHOWN = 100;

    /** Of a list that scrolls, in pixels. */
    private static final double HIGHEST = 160;

    private final Workbench workbench;
    private final Overlay overlay;
    private final Cancellation cancellation = new Cancellation();
    private final VBox content = new VBox(12);

    ImportPreview(Workbench workbench, Overlay overlay) {
        this.workbench = workbench;
        this.overlay = overlay;
    }

    /** Looks at the files in the background and shows what was found, with a button that imports them. */
    void open(List<Path> files) {
        if (!workbench.study().writable()) {
            workbench.dialogs().error("Nothing can be imported here", workbench.study().file() + " is open for reading only: close the other"
                    + " program that writes it, and open it again.");
            return;
        }
        Button start = new Button("Import");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.setDisable(true);
        Button cancel = new Button("Cancel");
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText("Looking at the files");
        content.getChildren().setAll(new Label("Looking at the files …"), bar);
        HBox buttons = new HBox(8, cancel, start);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        WindowDialogs.Box box = new WindowDialogs.Box("Import", content);
        box.getStyleClass().add("import-preview");
        box.getChildren().add(buttons);
        Runnable close = overlay.show(box, cancel, Pos.CENTER, cancellation::request);
        cancel.setOnAction(event -> close.run());
        workbench.background().run(
                () -> ImportLook.at(workbench.study().study(), workbench.study().clock(), files, cancellation),
                look -> {
                    show(look);
                    start.setDisable(look.recognised().isEmpty());
                    start.setOnAction(event -> {
                        close.run();
                        workbench.jobs().start("Import", new ImportJob(workbench.study(), look));
                    });
                    if (!look.recognised().isEmpty()) {
                        start.requestFocus();
                    }
                },
                failure -> {
                    close.run();
                    workbench.dialogs().error("Import", String.valueOf(failure.getMessage()));
                });
    }

    private void show(ImportLook look) {
        content.getChildren().clear();
        look.recognised().forEach(each -> content.getChildren().add(recognised(each)));
        if (!look.unknown().isEmpty()) {
            VBox unknown = new VBox(4);
            look.unknown().stream().limit(REJECTIONS_SHOWN).forEach(each -> unknown.getChildren().add(line(each.path().getFileName() + ": " + each.reason())));
            Label title = title(Counted.of(look.unknown().size(), "file") + " cannot be imported");
            content.getChildren().add(new VBox(4, title, scrolled(unknown)));
        }
        if (look.recognised().isEmpty()) {
            content.getChildren().addFirst(new Label("There is nothing in it that Assay can import."));
        }
    }

    private static Node recognised(Recognised each) {
        ImportResult trial = each.trial();
        String files = each.paths().size() == 1 ? String.valueOf(each.paths().getFirst().getFileName()) : each.paths().size() + " files";
        VBox box = new VBox(4, title(files + " – " + each.format().cliName()), line(each.format().description()), line(found(trial)));
        box.getStyleClass().add("callout");
        if (trial.rejectedTotal() > 0) {
            VBox rows = new VBox(2);
            trial.rejected().stream().limit(REJECTIONS_SHOWN).forEach(rejection -> rows.getChildren().add(line(row(rejection))));
            TitledPane pane = new TitledPane(
                    String.format(Locale.ROOT, "%,d %s would be rejected; the others are imported", trial.rejectedTotal(),
                            trial.rejectedTotal() == 1 ? "row" : "rows"), scrolled(rows));
            pane.setExpanded(trial.rejectedTotal() <= 5);
            pane.setAnimated(false);
            box.getChildren().add(pane);
        }
        return box;
    }

    private static String found(ImportResult trial) {
        String counts = Arrays.stream(ItemKind.values())
                .filter(kind -> trial.count(kind) > 0)
                .map(kind -> counted(trial.count(kind), kind))
                .collect(Collectors.joining(", "));
        String known = trial.unchanged() > 0 ? "; " + Counted.of(trial.unchanged(), "row is", "rows are") + " in the study already" : "";
        return "In the first " + ImportLook.ROWS + " rows of each file: " + (counts.isEmpty() ? "nothing new" : counts + ", all new") + known + ".";
    }

    private static String counted(long count, ItemKind kind) {
        String one = switch (kind) {
            case QUERIES -> "query";
            case RESPONSES -> "response";
            case PREFERENCES -> "preference";
            case JUDGMENTS -> "judgment";
            case TAGS -> "tag";
            case TAXONOMY_NODES -> "taxonomy node";
            case FEEDBACK -> "feedback";
            case TRAJECTORIES -> "trajectory";
        };
        String many = kind == ItemKind.FEEDBACK ? one : one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return Counted.of(count, one, many);
    }

    private static String row(Rejection rejection) {
        return Path.of(rejection.file()).getFileName() + ", line " + rejection.line() + ": " + rejection.reason();
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Label line(String text) {
        Label label = new Label(text);
        Wrapping.on(label);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static ScrollPane scrolled(VBox rows) {
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        // A pane that scrolls does not ask how high its content becomes at its width, and would cut off lines that wrap.
        rows.heightProperty().subscribe(height -> scroll.setMinHeight(Math.min(HIGHEST, Math.ceil(height.doubleValue()))));
        scroll.setMaxHeight(HIGHEST);
        return scroll;
    }
}
