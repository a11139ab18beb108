package dev.assay.app.categories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.testing.RealStudies;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view with much, long, foreign and large text; its pictures are to be looked at. */
class CategoriesScreensTest {

    @TempDir
    Path folder;

    private static CategoriesView show(Bench bench, Place place) {
        return bench.show(workbench -> new CategoriesView(workbench, new LoadedProfiles(workbench.study())), place, 976, 760);
    }

    @Test
    void seventeenModelsUnderLongAndForeignNamesAreAllThere() {
        try (Study study = JudgedStudy.seventeen(folder.resolve("17.assay"));
                Bench bench = new Bench(study)) {
            CategoriesView view = show(bench, Place.of(ViewId.CATEGORIES));
            bench.pictures("categories-17");
            assertThat(view.grid().columns()).hasSize(6).allMatch(column -> column.ranking().rows().size() == 17);
        }
    }

    @Test
    void columnsScrollSidewaysRatherThanBecomeUnreadableWithTextOfTwiceTheSize() {
        try (Study study = JudgedStudy.seventeen(folder.resolve("17.assay"));
                Bench bench = new Bench(study)) {
            bench.textSize(200);
            CategoriesView view = show(bench, Place.of(ViewId.CATEGORIES));
            bench.pictures("categories-200");
            assertThat(Bench.onFx(() -> view.grid().columns().getFirst().getWidth()))
                    .isGreaterThanOrEqualTo(Bench.onFx(() -> view.grid().painter().leastWidth()));
        }
    }

    @Test
    void aKeywordOnRealQueries() {
        try (Study study = RealStudies.alpacaEval(folder.resolve("alpaca.assay"));
                Bench bench = new Bench(study)) {
            CategoriesView view = show(
                    bench, Place.of(ViewId.CATEGORIES).with(Place.SEARCH, "writ").with(Place.NODE, "/coding\n/writing/Styles"));
            bench.pictures("categories-alpaca");
            assertThat(view.model().rankings().get()).hasSize(4);
            assertThat(view.model().rankings().get().getFirst().nodes()).hasSizeGreaterThan(10);
        }
    }
}
