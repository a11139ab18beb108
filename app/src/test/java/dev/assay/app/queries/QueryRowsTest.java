package dev.assay.app.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.workbench.Background;
import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.records.QuerySort;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryRowsTest {

    private static final int ALL = 6_000;

    @TempDir
    Path folder;

    private FoundQueries found;
    private final List<Integer> read = new ArrayList<>();

    @BeforeEach
    void makeStudy() {
        try (Study study = SmallStudy.empty(folder)) {
            assertThat(SmallStudy.add(study, "query", ALL)).hasSize(ALL);
            found = study.read(reading -> new QueryListing().find(reading, QueryFilter.all(), QuerySort.byNumber()));
        }
    }

    private List<ListedRow> page(FoundQueries queries, int from, int limit) {
        read.add(from / QueryRows.PAGE);
        List<ListedRow> rows = new ArrayList<>();
        for (int place = from; place < Math.min(queries.size(), from + limit); place++) {
            rows.add(new ListedRow(queries.numberAt(place), Optional.empty(), List.of(), Optional.of("score " + place)));
        }
        return rows;
    }

    @Test
    void aRowIsReadWhenItIsLookedAtAndNoOtherPageButTheNext() {
        QueryRows rows = new QueryRows(found, this::page, Background.immediate()::run);
        assertThat(read).isEmpty();
        assertThat(rows.get(450).score()).contains("score 450");
        assertThat(read).containsExactly(2);
        assertThat(rows.get(590).score()).contains("score 590");
        assertThat(read).containsExactly(2, 3);
    }

    @Test
    void onlySoManyPagesStayInMemory() {
        QueryRows rows = new QueryRows(found, this::page, Background.immediate()::run);
        for (int place = 0; place < ALL; place += 10) {
            assertThat(rows.get(place).score()).isPresent();
        }
        assertThat(rows.pagesInMemory()).isEqualTo(QueryRows.KEPT);
    }

    @Test
    void aRowIsLookedForByItsNumberWithoutReadingOthers() {
        QueryRows rows = new QueryRows(found, this::page, Background.immediate()::run);
        assertThat(rows.indexOf(ListedRow.loading(found.numberAt(5_000)))).isEqualTo(5_000);
        assertThat(rows.contains(ListedRow.loading(ALL + 1))).isFalse();
        assertThat(read).isEmpty();
    }

    @Test
    void whatOneScrolledPastIsNotRead() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        QueryRows rows = new QueryRows(found, this::page, queued(waiting));
        for (int place = 0; place < ALL; place += QueryRows.PAGE) {
            assertThat(rows.get(place).score()).isEmpty();
        }
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(rows.at(ALL - QueryRows.PAGE).score()).isPresent();
        assertThat(read).hasSizeLessThan(10);
    }

    @Test
    void theListSaysWhichRowsHaveCome() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        QueryRows rows = new QueryRows(found, this::page, queued(waiting));
        List<Integer> updated = new ArrayList<>();
        rows.addListener((ListChangeListener<ListedRow>) change -> {
            while (change.next()) {
                assertThat(change.wasUpdated()).isTrue();
                updated.add(change.getFrom());
                updated.add(change.getTo());
            }
        });
        assertThat(rows.get(300).score()).isEmpty();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(updated).containsExactly(200, 400);
        assertThat(rows.get(300).score()).contains("score 300");
    }

    @Test
    void rowsStayWhileTheyAreReadAnew() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        QueryRows rows = new QueryRows(found, this::page, queued(waiting));
        rows.put(0, page(found, 0, QueryRows.PAGE));
        rows.put(1, page(found, QueryRows.PAGE, QueryRows.PAGE));
        rows.refresh((queries, from, limit) -> List.of(new ListedRow(queries.numberAt(from), Optional.empty(), List.of(), Optional.of("new"))), 1, List.of());
        assertThat(rows.get(0).score()).contains("score 0");
        waiting.remove().run();
        assertThat(rows.get(0).score()).contains("new");
    }

    private static QueryRows.Elsewhere queued(Deque<Runnable> waiting) {
        return (work, show) -> waiting.add(() -> {
            try {
                show.accept(work.call());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
