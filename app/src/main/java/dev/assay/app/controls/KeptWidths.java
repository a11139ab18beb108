package dev.assay.app.controls;

import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/** Widths of a table's columns as the person has dragged them, in em, so that they grow with the text; and the height of its rows. */
public final class KeptWidths {

    private static final double ROW_EM = 28.0 / Appearance.TEXT_SIZE;

    private final TableView<?> table;
    private final String name;
    private final Settings settings;
    private final Map<TableColumn<?, ?>, Double> ems = new HashMap<>();
    private boolean isArranging;

    private KeptWidths(TableView<?> table, String name, Settings settings) {
        this.table = table;
        this.name = name;
        this.settings = settings;
    }

    /**
     * Follows a table whose columns have their usual width in em as user data, until the subscription ends.
     *
     * @param name under which the widths are remembered, by the columns' titles
     */
    public static Subscription of(TableView<?> table, String name, Settings settings) {
        KeptWidths widths = new KeptWidths(table, name, settings);
        widths.restore();
        Subscription following = settings.textSize().subscribe(percent -> widths.arrange());
        for (TableColumn<?, ?> column : table.getColumns()) {
            following = following.and(column.widthProperty().subscribe((before, now) -> widths.dragged(column)));
        }
        return following;
    }

    private void restore() {
        table.getColumns().forEach(column -> ems.put(column, (double) column.getUserData()));
        settings.recall(name).ifPresent(lines -> lines.lines().forEach(line -> {
            int end = line.lastIndexOf(' ');
            if (end > 0 && line.substring(end + 1).matches("[1-9]\\d{0,2}\\.\\d\\d")) {
                table.getColumns().stream()
                        .filter(column -> column.getText().equals(line.substring(0, end)))
                        .forEach(column -> ems.put(column, Double.valueOf(line.substring(end + 1))));
            }
        }));
    }

    private void arrange() {
        isArranging = true;
        table.setFixedCellSize(ROW_EM * em());
        ems.forEach((column, width) -> {
            // Of two equal widths the table would take no notice, though it was dragged between them.
            column.setPrefWidth(column.getMinWidth());
            column.setPrefWidth(width * em());
        });
        isArranging = false;
    }

    private void dragged(TableColumn<?, ?> column) {
        if (!isArranging) {
            ems.put(column, column.getWidth() / em());
            settings.remember(name, table.getColumns().stream()
                    .map(each -> each.getText() + String.format(Locale.ROOT, " %.2f", ems.get(each)))
                    .collect(Collectors.joining("\n")));
        }
    }

    private double em() {
        return Appearance.TEXT_SIZE * settings.textSize().get() / 100;
    }
}
