package dev.assay.app.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueriesViewTest {

    @TempDir
    Path folder;

    private static QueriesView show(Bench bench) {
        return bench.show(QueriesView::new, Place.of(ViewId.QUERIES), 980, 700);
    }

    @Test
    void aQueryIsFoundFilteredTaggedAndOpenedByKeysAlone() {
        try (Study study = SmallStudy.empty(folder)) {
            List<String> ids = SmallStudy.add(study, "python sorting", 30);
            assertThat(SmallStudy.add(study, "a haiku on rain", 30)).hasSize(30);
            assertThat(SmallStudy.judge(study, "claude-2", ids)).isNotEmpty();
            try (Bench bench = new Bench(study)) {
                QueriesView view = show(bench);
                Bench.onFx(() -> {
                    view.grid().enter();
                    return true;
                });
                bench.robot().write("/");
                bench.robot().write("sorting");
                bench.settle();
                assertThat(view.grid().getItems()).hasSize(30);
                bench.picture("queries-small-search");
                bench.robot().type(KeyCode.DOWN).type(KeyCode.DOWN);
                bench.settle();
                bench.picture("queries-small");
                bench.robot().type(KeyCode.ENTER);
                bench.settle();
                assertThat(bench.visited()).last().satisfies(place -> {
                    assertThat(place.view()).isEqualTo(ViewId.RESPONSES);
                    assertThat(place.parameter(Place.QUERY)).contains(ids.get(1));
                    assertThat(place.parameter(Place.SEARCH)).contains("sorting");
                });
            }
        }
    }
}
