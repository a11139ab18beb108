package dev.assay.app.controls;

import static dev.assay.app.testing.Bench.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.app.testing.Bench;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dividers and widths of columns are where the person left them. */
class KeptLayoutTest {

    private static final String DIVIDER = "test.side";
    private static final String COLUMNS = "test.columns";

    /** A view of one node. */
    private record Only(Region node) implements View {
        @Override
        public void show(Place place) {
            // There is nothing to go to.
        }

        @Override
        public List<Action> actions() {
            return List.of();
        }

        @Override
        public List<Node> regions() {
            return List.of(node);
        }
    }

    private Study study;
    private Bench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        bench = new Bench(study);
    }

    @AfterEach
    void close() {
        bench.close();
        study.close();
    }

    private StackPane show(String remembered) {
        if (!remembered.isEmpty()) {
            onFx(() -> {
                bench.settings().remember(DIVIDER, remembered);
                return true;
            });
        }
        StackPane side = onFx(StackPane::new);
        bench.show(workbench -> {
            SplitPane split = new SplitPane(new StackPane(), side);
            KeptDivider divider = new KeptDivider(split, side, workbench.settings(), DIVIDER, () -> 250);
            divider.place();
            return new Only(split);
        }, Place.of(ViewId.OVERVIEW), 900, 300);
        return side;
    }

    @Test
    void aDividerIsRememberedWhenItIsLetGo() {
        StackPane side = show("");
        assertThat(onFx(side::getWidth)).isCloseTo(250, within(6.0));
        Bench.drag(onFx(() -> side.getScene().getRoot().lookup(".split-pane-divider")), -100);
        bench.settle();
        assertThat(onFx(side::getWidth)).isCloseTo(350, within(8.0));
        assertThat(Double.parseDouble(bench.settings().recall(DIVIDER).orElseThrow())).isCloseTo(onFx(side::getWidth), within(1.0));
    }

    @Test
    void itIsWhereItWasLeft() {
        assertThat(onFx(show("400")::getWidth)).isCloseTo(400, within(6.0));
    }

    @Test
    void itTakesNoMoreThanItsShare() {
        assertThat(onFx(show("4000")::getWidth)).isCloseTo(0.75 * 900, within(6.0));
    }

    @Test
    void whatIsNoWidthIsPassedOver() {
        assertThat(onFx(show("wide")::getWidth)).isCloseTo(250, within(6.0));
    }

    private TableView<String> table() {
        return onFx(() -> {
            TableView<String> table = new TableView<>();
            for (String title : List.of("Last test", "Price in / out")) {
                TableColumn<String, String> column = new TableColumn<>(title);
                column.setUserData(10.0);
                table.getColumns().add(column);
            }
            return table;
        });
    }

    private static double width(TableView<?> table, int column) {
        return onFx(() -> table.getColumns().get(column).getWidth());
    }

    @Test
    void widthsOfColumnsAreRememberedAndGrowWithTheText() {
        TableView<String> table = table();
        Subscription following = onFx(() -> KeptWidths.of(table, table.getColumns().getFirst(), COLUMNS, bench.settings()));
        assertThat(width(table, 1)).isEqualTo(130);
        onFx(() -> table.resizeColumn(table.getColumns().get(1), 39));
        assertThat(bench.settings().recall(COLUMNS)).hasValueSatisfying(lines -> assertThat(lines.lines()).containsExactly("Last test 10.00", "Price in / out 13.00"));
        bench.textSize(200);
        assertThat(width(table, 1)).isEqualTo(338);
        assertThat(onFx(table::getFixedCellSize)).isEqualTo(56);
        bench.textSize(100);
        assertThat(width(table, 1)).isEqualTo(169);

        TableView<String> later = table();
        onFx(() -> KeptWidths.of(later, later.getColumns().getFirst(), COLUMNS, bench.settings()));
        assertThat(width(later, 0)).isEqualTo(130);
        assertThat(width(later, 1)).isEqualTo(169);

        onFx(() -> {
            following.unsubscribe();
            return true;
        });
        bench.textSize(150);
        assertThat(width(table, 1)).as("nobody looks any more").isEqualTo(169);
        assertThat(width(later, 1)).isEqualTo(253.5);
    }

    @Test
    void theLongestTextsTakeTheRoomThatIsLeftUntilAColumnIsDragged() {
        TableView<String> table = table();
        onFx(() -> KeptWidths.of(table, table.getColumns().getFirst(), COLUMNS, bench.settings()));
        onFx(() -> {
            table.resize(800, 300);
            return true;
        });
        assertThat(width(table, 0)).isEqualTo(800 - 130 - 14);
        assertThat(bench.settings().recall(COLUMNS)).as("nobody dragged it").isEmpty();
        onFx(() -> table.resizeColumn(table.getColumns().get(1), 13));
        onFx(() -> {
            table.resize(1_000, 300);
            return true;
        });
        assertThat(width(table, 0)).isEqualTo(800 - 130 - 14);
        assertThat(width(table, 1)).isEqualTo(143);
    }

    @Test
    void widthsThatAreNoneArePassedOver() {
        onFx(() -> {
            bench.settings().remember(COLUMNS, String.format(Locale.ROOT, "Last test%nLast test -3.00%nPrice in / out 7.50%n%n"));
            return true;
        });
        TableView<String> table = table();
        onFx(() -> KeptWidths.of(table, table.getColumns().getFirst(), COLUMNS, bench.settings()));
        assertThat(width(table, 0)).isEqualTo(130);
        assertThat(width(table, 1)).isEqualTo(97.5);
    }
}
