package dev.assay.app.queries;

import dev.assay.datasets.records.FoundQueries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all queries found, of which only those near to what is looked at are in memory. A row that is not there yet is given as one
 * that is loading; when its page has come, the list says that it has changed. On the JavaFX thread.
 */
final class QueryRows extends ObservableListBase<ListedRow> {

    static final int PAGE = 200;

    /** Pages in memory: 3,200 rows, many times what fits on a screen. */
    static final int KEPT = 16;

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 4;

    /** Reads rows; not on the JavaFX thread. */
    interface Pages {
        List<ListedRow> read(FoundQueries found, int from, int limit);
    }

    /** Does work on another thread and brings its result back: {@link dev.assay.app.workbench.Background#run}. */
    interface Elsewhere {
        void run(Callable<List<ListedRow>> work, Consumer<List<ListedRow>> show);
    }

    private final FoundQueries found;
    private final Elsewhere elsewhere;
    private Pages source;
    private final LinkedHashMap<Integer, List<ListedRow>> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<ListedRow>> eldest) {
            return size() > KEPT;
        }
    };
    private final Set<Integer> outdated = new HashSet<>();
    /** The newest wish first: what one scrolled past is not needed any more. */
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final Set<Integer> loading = new HashSet<>();
    private int generation;

    QueryRows(FoundQueries found, Pages source, Elsewhere elsewhere) {
        this.found = found;
        this.source = source;
        this.elsewhere = elsewhere;
    }

    FoundQueries found() {
        return found;
    }

    @Override
    public int size() {
        return found.size();
    }

    @Override
    public ListedRow get(int place) {
        int page = Objects.checkIndex(place, size()) / PAGE;
        if (!pages.containsKey(page) || outdated.contains(page)) {
            wanted.remove(page);
            wanted.addFirst(page);
        }
        int within = place % PAGE;
        wantAhead(within < PAGE / 4 ? page - 1 : within >= PAGE * 3 / 4 ? page + 1 : page);
        while (wanted.size() > MOST_WAITING) {
            wanted.removeLast();
        }
        loadNext();
        return at(place);
    }

    /** The row as it is in memory now: nothing is loaded for it. */
    ListedRow at(int place) {
        List<ListedRow> rows = pages.get(place / PAGE);
        return rows == null ? ListedRow.loading(found.numberAt(place)) : rows.get(place % PAGE);
    }

    /** Finds a row by its number, not by looking at each one: that would load them all. */
    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof ListedRow listed ? found.indexOf(listed.number()).orElse(-1) : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    /** A list is only itself: comparing rows would load them all. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Pages in memory. */
    int pagesInMemory() {
        return pages.size();
    }

    /** Puts rows that are read already into the list. */
    void put(int page, List<ListedRow> rows) {
        pages.put(page, complete(page, rows));
        outdated.remove(page);
    }

    /** The study has changed: rows stay as they are until they are read again, but for one page that has been read already. */
    void refresh(Pages fresh, int page, List<ListedRow> rows) {
        source = fresh;
        generation++;
        loading.clear();
        outdated.addAll(pages.keySet());
        put(page, rows);
        beginChange();
        pages.keySet().forEach(this::tellUpdated);
        endChange();
    }

    private void wantAhead(int page) {
        boolean exists = page >= 0 && page * PAGE < size();
        if (exists && !wanted.contains(page) && (!pages.containsKey(page) || outdated.contains(page))) {
            wanted.addLast(page);
        }
    }

    private void loadNext() {
        wanted.removeIf(loading::contains);
        while (loading.size() < AT_ONCE && !wanted.isEmpty()) {
            int page = wanted.removeFirst();
            int asked = generation;
            loading.add(page);
            Pages from = source;
            elsewhere.run(() -> from.read(found, page * PAGE, PAGE), rows -> arrived(page, rows, asked));
        }
    }

    private void arrived(int page, List<ListedRow> rows, int asked) {
        if (asked != generation) {
            return;
        }
        loading.remove(page);
        put(page, rows);
        beginChange();
        tellUpdated(page);
        endChange();
        loadNext();
    }

    private void tellUpdated(int page) {
        for (int place = page * PAGE; place < Math.min(size(), (page + 1) * PAGE); place++) {
            nextUpdate(place);
        }
    }

    /** A query that is gone from the study has no row; its place stays. */
    private List<ListedRow> complete(int page, List<ListedRow> rows) {
        List<ListedRow> complete = new ArrayList<>();
        int next = 0;
        for (int place = page * PAGE; place < Math.min(size(), (page + 1) * PAGE); place++) {
            int number = found.numberAt(place);
            complete.add(next < rows.size() && rows.get(next).number() == number ? rows.get(next++) : ListedRow.loading(number));
        }
        return complete;
    }
}
