package dev.assay.app.shell;

import static dev.assay.app.testing.Bench.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.testing.Nameless;
import dev.assay.app.testing.SampleStudies;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every view: nothing to show, the largest text, names for who does not see it, and an end. */
class EveryViewTest {

    private static final int WIDTH = 980;
    private static final int HEIGHT = 800;

    @TempDir
    static Path folder;

    private static Path demo;

    @BeforeAll
    static void makeDemo() {
        demo = SampleStudies.demo(folder.resolve("demo"));
    }

    private static View show(Bench bench, ViewId id) {
        return bench.show(workbench -> new Views(workbench).apply(id), Place.of(id), WIDTH, HEIGHT);
    }

    private static String name(ViewId id) {
        return id.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource(ViewId.class)
    void anEmptyStudyIsNoRiddle(ViewId id) {
        Path file = folder.resolve("empty-" + id + ".assay");
        try (Study study = Study.create(file, Clocks.fixed());
                Bench bench = new Bench(study)) {
            View view = show(bench, id);
            bench.pictures("every-empty-" + name(id));
            assertThat(onFx(() -> Nameless.in(view.node()))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ViewId.class)
    void nothingIsCutOffWithTextOfTwiceTheSize(ViewId id) {
        try (Study study = Study.openReadOnly(demo);
                Bench bench = new Bench(study)) {
            bench.textSize(200);
            View view = show(bench, id);
            bench.pictures("every-200-" + name(id));
            assertThat(onFx(() -> Nameless.in(view.node()))).isEmpty();
            assertThat(onFx(() -> beyond(view))).as("controls of the header that reach over the window's edge").isEmpty();
        }
    }

    private static List<Node> beyond(View view) {
        return view.regions().getFirst().lookupAll("*").stream()
                .filter(node -> node instanceof Control && node.isVisible())
                .filter(node -> {
                    Bounds bounds = node.localToScene(node.getLayoutBounds());
                    return bounds.getMinX() < 0 || bounds.getMaxX() > WIDTH + 1;
                })
                .toList();
    }

    /** Settings live as long as the program: a view that goes on hearing of them would live as long, with its study. */
    @Test
    void aViewThatIsClosedHearsNothingOfSettingsAnyMore() {
        try (Study study = Study.openReadOnly(demo);
                Bench bench = new Bench(study)) {
            List<View> views = onFx(() -> {
                Views made = new Views(bench.workbench());
                return List.of(ViewId.values()).stream().map(made).toList();
            });
            bench.settle();
            List<Object> before = onFx(() -> state(views));
            onFx(() -> {
                views.forEach(View::close);
                bench.settings().scheme().set(Scheme.DARK);
                bench.settings().textSize().set(200);
                return true;
            });
            bench.settle();
            assertThat(onFx(() -> state(views))).isEqualTo(before);
            assertThat(before).hasSizeGreaterThan(8);
        }
    }

    private static List<Object> state(List<View> views) {
        List<Object> state = new ArrayList<>();
        for (View view : views) {
            each(view.node(), state);
        }
        return state;
    }

    private static void each(Node node, List<Object> state) {
        switch (node) {
            case TableView<?> table -> {
                state.add(table.getFixedCellSize());
                table.getColumns().forEach(column -> state.add(column.getPrefWidth()));
            }
            case RadioButton button -> state.add(button.isSelected());
            case ScrollPane scroll -> each(scroll.getContent(), state);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> each(child, state));
            default -> {}
        }
    }
}
