package dev.assay.app.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.testing.RealStudies;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view with much, long, foreign and large text; its pictures are to be looked at. */
class ProfilesScreensTest {

    private static final int WIDTH = 976;

    @TempDir
    Path folder;

    private ProfilesView show(Bench bench, Place place) {
        return bench.show(workbench -> new ProfilesView(workbench, new LoadedProfiles(workbench.study())), place, WIDTH, 800);
    }

    @Test
    void seventeenModelsScrollSidewaysUnderLongAndForeignNames() {
        try (Study study = JudgedStudy.seventeen(folder.resolve("17.assay"));
                Bench bench = new Bench(study)) {
            ProfilesView view = show(bench, Place.of(ViewId.PROFILES));
            Bench.onFx(() -> {
                view.model().subjects().setAll(view.model().sheet().get().orElseThrow().ranked());
                view.model().minimum().set(0);
                view.model().rows().stream().filter(row -> !row.isOpen()).toList().forEach(view.model()::fold);
                return true;
            });
            bench.pictures("profiles-17");
            assertThat(view.table().columns().groups()).isGreaterThan(WIDTH);
            assertThat(Bench.onFx(() -> view.table().sideways().isVisible())).isTrue();
            Bench.onFx(() -> {
                view.model().select(new ProfilesModel.Cell(view.model().path(view.model().rows().get(1)), view.model().subjects().stream()
                        .reduce((first, second) -> second)));
                return true;
            });
            bench.settle();
            assertThat(Bench.onFx(() -> view.table().sideways().getValue())).isEqualTo(Bench.onFx(() -> view.table().sideways().getMax()));
            bench.pictures("profiles-17-last");
        }
    }

    @Test
    void nothingIsCutOffWithTextOfTwiceTheSize() {
        try (Study study = JudgedStudy.seventeen(folder.resolve("17.assay"));
                Bench bench = new Bench(study)) {
            bench.textSize(200);
            ProfilesView view = show(bench, Place.of(ViewId.PROFILES));
            bench.pictures("profiles-200");
            assertThat(cutOff(view)).isEmpty();
        }
    }

    @Test
    void tenModelsOnRealQueries() {
        try (Study study = RealStudies.alpacaEval(folder.resolve("alpaca.assay"));
                Bench bench = new Bench(study)) {
            ProfilesView view = show(bench, Place.of(ViewId.PROFILES).with(Place.NODE, "/coding").with(Place.SUBJECT, "claude-2"));
            bench.pictures("profiles-alpaca");
            assertThat(view.model().sheet().get().orElseThrow().ranked()).hasSize(10);
            Bench.onFx(() -> {
                view.model().mode().set(Mode.DIFFERENCES);
                return true;
            });
            bench.pictures("profiles-alpaca-differences");
            assertThat(cutOff(view)).isEmpty();
        }
    }

    /** Controls of the header that do not lie wholly in the window. */
    private static List<Node> cutOff(ProfilesView view) {
        return Bench.onFx(() -> view.regions().getFirst().lookupAll("*").stream()
                .filter(node -> node instanceof Control && node.isVisible())
                .filter(node -> {
                    Bounds bounds = node.localToScene(node.getLayoutBounds());
                    return bounds.getMinX() < 0 || bounds.getMaxX() > WIDTH + 1;
                })
                .toList());
    }
}
