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

/**
 * Widths of a table's columns as the person has dragged them, in em, so that they grow with the text; and the height of its rows. Until they have
 * dragged one, the column whose text is longest takes the room that is left.
 */
public final class KeptWidths {

    /** For the scroll bar, in pixels. */
    private static final double BESIDE = 14;

    private static final double ROW_EM = 28.0 / Appearance.TEXT_SIZE;

    private final TableView<?> table;
    private final String name;
    private final Settings settings;
    private final TableColumn<?, ?> longest;
    private final Map<TableColumn<?, ?>, Double> ems = new HashMap<>();
    private boolean isArranging;
    private boolean isDragged;

    private KeptWidths(TableView<?> table, TableColumn<?, ?> longest, String name, Settings settings) {
        this.table = table;
        this.longest = longest;
        this.name = name;
        this.settings = settings;
    }

    /**
     * Follows a table whose columns have their usual width in em as user data, until the subscription ends.
     *
     * @param longest has the longest texts
     * @param name under which the widths are remembered, by the columns' titles
     */
    public static Subscription of(TableView<?> table, TableColumn<?, ?> longest, String name, Settings settings) {
        KeptWidths widths = new KeptWidths(table, longest, name, settings);
        widths.restore();
        Subscription following = settings.textSize().subscribe(percent -> widths.arrange()).and(table.widthProperty().subscribe(widths::grow));
        for (TableColumn<?, ?> column : table.getColumns()) {
            following = following.and(column.widthProperty().subscribe((before, now) -> widths.dragged()));
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
                        .forEach(column -> {
                            ems.put(column, Double.valueOf(line.substring(end + 1)));
                            isDragged = true;
                        });
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
        grow();
    }

    private void grow() {
        if (!isDragged) {
            isArranging = true;
            double usual = ems.getOrDefault(longest, 0.0) * em();
            double all = ems.values().stream().mapToDouble(em -> em).sum() * em();
            longest.setPrefWidth(usual + Math.max(0, Math.floor(table.getWidth() - all - BESIDE)));
            isArranging = false;
        }
    }

    private void dragged() {
        if (!isArranging) {
            isDragged = true;
            table.getColumns().forEach(each -> ems.put(each, each.getWidth() / em()));
            settings.remember(name, table.getColumns().stream()
                    .map(each -> each.getText() + String.format(Locale.ROOT, " %.2f", ems.get(each)))
                    .collect(Collectors.joining("\n")));
        }
    }

    private double em() {
        return Appearance.TEXT_SIZE * settings.textSize().get() / 100;
    }
}
