package dev.assay.app.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.app.platform.Picture;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.SampleStudies;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.taxonomy.tree.NodePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the view of queries, to be looked at. */
class QueriesScreensTest {

    @TempDir
    Path folder;

    private static void on(Bench bench, Callable<?> work) {
        Object done = Bench.onFx(() -> {
            Object result = work.call();
            return result == null ? bench : result;
        });
        assertThat(done).isNotNull();
        bench.settle();
    }

    private static QueriesView show(Bench bench, Place place, int width, int height) {
        return bench.show(QueriesView::new, place, width, height);
    }

    @Test
    void emptyStudy() {
        try (Study study = SmallStudy.empty(folder); Bench bench = new Bench(study)) {
            assertThat(show(bench, Place.of(ViewId.QUERIES), 980, 700).actions()).isNotEmpty();
            bench.pictures("queries-empty");
        }
    }

    @Test
    void demoStudy() {
        try (Study study = Study.open(SampleStudies.demo(folder), Clocks.fixed()); Bench bench = new Bench(study)) {
            QueriesView view = show(bench, Place.of(ViewId.QUERIES), 980, 900);
            bench.picture("queries-demo-plain-light");
            on(bench, () -> {
                view.grid().getSelectionModel().select(3);
                return true;
            });
            bench.pictures("queries-demo");
            on(bench, () -> {
                view.details().tagField().field().requestFocus();
                view.details().tagField().field().setText("de");
                return true;
            });
            bench.picture("queries-demo-tagging-light");
            on(bench, () -> {
                view.model().ask(list -> list.withSearch("zzzz"));
                return true;
            });
            bench.pictures("queries-demo-nothing-found");
        }
    }

    @Test
    void alpacaEval() {
        try (Study study = Study.open(SampleStudies.alpacaEval(folder), Clocks.fixed()); Bench bench = new Bench(study)) {
            String run = new ProfileLoader().latestRun(study).id();
            QueriesView view = show(
                    bench, Place.of(ViewId.QUERIES).with(Place.SUBJECT, "claude-2").with(Place.RUN, run).with(Place.NODE, "/coding"), 980, 900);
            on(bench, () -> {
                view.grid().getSelectionModel().select(5);
                return true;
            });
            bench.pictures("queries-alpaca-behind-number");
            on(bench, () -> {
                view.model().clearFilters();
                view.model().search("python");
                view.model().ask(list -> list.withNodes(List.of(NodePath.of("coding"), NodePath.of("writing"))));
                return true;
            });
            bench.pictures("queries-alpaca-filtered");
            on(bench, () -> {
                view.model().clearFilters();
                bench.workbench().details().hide();
                return true;
            });
            bench.picture("queries-alpaca-wide-light");
            on(bench, () -> {
                view.header().categories().show();
                return true;
            });
            on(bench, () -> {
                view.header().nodes().field().setText("data");
                return true;
            });
            Picture.write(
                    Objects.requireNonNull(Bench.onFx(() -> Picture.of(view.header().categories().popup().getScene()))),
                    Path.of("target", "screens", "queries-alpaca-categories-light.png"));
            on(bench, () -> {
                view.header().categories().show();
                bench.textSize(200);
                view.grid().getSelectionModel().select(2);
                return true;
            });
            bench.pictures("queries-alpaca-200-percent");
        }
    }

    @Test
    void narrow() {
        try (Study study = Study.open(SampleStudies.demo(folder), Clocks.fixed()); Bench bench = new Bench(study)) {
            QueriesView view = show(bench, Place.of(ViewId.QUERIES), 980 - 48, 700 - 84);
            on(bench, () -> {
                view.grid().getSelectionModel().select(10);
                return true;
            });
            bench.pictures("queries-980x700");
        }
    }

    @Test
    void longAndForeignText() {
        try (Study study = SmallStudy.empty(folder)) {
            List<String> texts = List.of(
                    "请写一个快速排序算法，并解释它的时间复杂度。" + "这首诗的意思是什么？".repeat(30),
                    "リストをソートする方法を教えてください",
                    "한국어로 짧은 시를 써 주세요",
                    "اكتب قصيدة قصيرة عن المطر في المدينة",
                    "כתוב שיר קצר על הגשם",
                    "👩‍💻 Write code 🚀 with emoji 😀 in the comments",
                    "ตอบเป็นภาษาไทย",
                    "# A heading\n\n- one\n- two\n\n```python\nprint('hi')\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n**bold** and a [link](https://example.org)",
                    "word ".repeat(20_000),
                    "W".repeat(5_000),
                    "12 + 7 = ?",
                    "hi");
            study.change(writing -> {
                String run = new RunTable(Clocks.fixed()).begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0).id();
                texts.forEach(text -> {
                    boolean isNew = new QueryTable().insert(
                            writing, Query.of(text, text.startsWith("#") ? List.of("And shorter, please.", "And in French.") : List.of(), "made up"), run);
                    assert isNew;
                });
            });
            try (Bench bench = new Bench(study)) {
                QueriesView view = show(bench, Place.of(ViewId.QUERIES), 980, 700);
                for (int i : new int[] {0, 3, 7, 8}) {
                    on(bench, () -> {
                        view.grid().getSelectionModel().clearAndSelect(i);
                        return true;
                    });
                    bench.pictures("queries-texts-" + i);
                }
                assertThat(Files.exists(Path.of("target", "screens", "queries-texts-8-dark.png"))).isTrue();
            }
        }
    }
}
