package dev.assay.app.queries;

import dev.assay.app.listing.ListedQueries;
import dev.assay.app.listing.Order;
import dev.assay.app.listing.QueryPlace;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Navigator;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.records.QueryRow;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tagging.NodeCounts;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TaggedListing;
import dev.assay.taxonomy.tagging.TaggedRow;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which queries are shown, which of them is chosen, and what is known of it. The place in the window is its only input and output. */
final class QueriesModel {

    /** While somebody types on, nothing is searched. */
    static final Duration TYPING = Duration.ofMillis(120);

    /** While somebody runs through the rows, no details are read. */
    private static final Duration RUNNING_THROUGH = Duration.ofMillis(50);

    /** What there is to choose from in the filters. */
    record Choices(NodeCounts nodes, Map<String, Integer> sources) {}

    /**
     * What the table shows.
     *
     * @param rows the list; its rows come as they are looked at
     * @param total all queries of the study
     * @param about the subject and run whose scores the list shows
     */
    record Shown(QueryRows rows, int total, Optional<About> about) {}

    private record Found(
            ListedQueries listed, int total, Taxonomy taxonomy, OptionalInt chosen, List<ListedRow> firstPage, Optional<About> about) {}

    private final OpenStudy study;
    private final Background background;
    private final Navigator navigator;
    private final Background.Latest typing;
    private final Background.Latest finding;
    private final Background.Latest choosing;
    private final Background.Latest detailing;
    private final ReadOnlyObjectWrapper<QueryPlace> listed = new ReadOnlyObjectWrapper<>(QueryPlace.all());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Choices>> choices = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<QueryDetails>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final BooleanBinding busy;
    private Optional<String> chosenId = Optional.empty();
    private Taxonomy taxonomy = new Taxonomy(List.of());
    private long version = -1;

    QueriesModel(OpenStudy study, Background background, Navigator navigator) {
        this.study = study;
        this.background = background;
        this.navigator = navigator;
        typing = background.latest(TYPING);
        finding = background.latest(Duration.ZERO);
        choosing = background.latest(Duration.ZERO);
        detailing = background.latest(RUNNING_THROUGH);
        busy = Bindings.or(typing.busy(), finding.busy());
    }

    /** What is asked for; the list follows. */
    ReadOnlyObjectProperty<QueryPlace> listed() {
        return listed.getReadOnlyProperty();
    }

    /** The list; empty until the first one is there. */
    ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Choices>> choices() {
        return choices.getReadOnlyProperty();
    }

    /** Place of the chosen query in the list, from 0; −1 if none is. */
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** The chosen query; empty while it is read, if another one was shown before. */
    ReadOnlyObjectProperty<Optional<QueryDetails>> details() {
        return details.getReadOnlyProperty();
    }

    BooleanBinding busy() {
        return busy;
    }

    boolean writable() {
        return study.writable();
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    /** Shows what a place names; one that names nothing leaves things as they are. Reads anew if the study has changed. */
    void show(Place place) {
        boolean names = !place.parameters().isEmpty();
        QueryPlace wanted = names ? QueryPlace.of(place) : listed.get();
        Optional<String> query = names ? place.parameter(Place.QUERY) : chosenId;
        boolean changed = version != study.version().get();
        if (!changed && wanted.equals(listed.get()) && query.equals(chosenId)) {
            settle();
            return;
        }
        version = study.version().get();
        chosenId = query;
        listed.set(wanted);
        find(finding);
        if (changed) {
            choosing.run(() -> study.read(QueriesModel::readChoices), found -> choices.set(Optional.of(found)));
        }
    }

    /** Asks for other queries at once. */
    void ask(UnaryOperator<QueryPlace> change) {
        ask(change.apply(listed.get()), finding);
    }

    /** Asks for queries with these words when no more is typed. */
    void search(String words) {
        ask(listed.get().withSearch(words), typing);
    }

    void clearFilters() {
        ask(before -> QueryPlace.all().withOrder(before.order().by() == Order.By.SCORE ? Order.usual() : before.order()));
    }

    private void ask(QueryPlace wanted, Background.Latest slot) {
        if (!wanted.equals(listed.get())) {
            listed.set(wanted);
            find(slot);
        }
    }

    /** Chooses the query at a place of the list; −1 chooses none. */
    void choose(int place) {
        if (place == chosen.get()) {
            return;
        }
        chosen.set(place);
        chosenId = shown.get()
                .filter(list -> place >= 0)
                .flatMap(list -> list.rows().at(place).query())
                .map(QueryRow::id);
        readDetails();
        if (place < 0 || chosenId.isPresent()) {
            settle();
        }
    }

    /** Id of the chosen query; empty if none is, or if it is not known yet. */
    Optional<String> chosenId() {
        return chosenId;
    }

    /** The place where the answers to the chosen query are shown, within this list. */
    Optional<Place> answers() {
        return chosenId.map(id -> listed.get().at(ViewId.RESPONSES, id));
    }

    // ---- reading ----

    private void find(Background.Latest slot) {
        typing.cancel();
        finding.cancel();
        QueryPlace wanted = listed.get();
        Optional<String> keep = chosenId;
        slot.run(() -> study.read(reading -> read(reading, wanted, keep)), this::take);
    }

    private static Found read(Reading reading, QueryPlace wanted, Optional<String> keep) {
        ListedQueries listed = wanted.find(reading);
        Taxonomy taxonomy = new TaxonomyTable().load(reading);
        FoundQueries found = listed.found();
        OptionalInt chosen = keep.map(id -> new QueryListing().position(reading, found, id)).orElse(OptionalInt.empty());
        int page = chosen.orElse(0) / QueryRows.PAGE;
        Optional<About> about = wanted.judged().map(judged -> About.of(reading, judged));
        return new Found(
                listed,
                new QueryTable().count(reading),
                taxonomy,
                chosen,
                page(reading, taxonomy, listed, about, page * QueryRows.PAGE, QueryRows.PAGE),
                about);
    }

    private static List<ListedRow> page(
            Reading reading, Taxonomy taxonomy, ListedQueries listed, Optional<About> about, int from, int limit) {
        return new TaggedListing().page(reading, listed.found(), from, limit).stream()
                .map(row -> toRow(row, taxonomy, listed.scores(), about))
                .toList();
    }

    private static ListedRow toRow(TaggedRow row, Taxonomy taxonomy, Map<String, Double> scores, Optional<About> about) {
        return new ListedRow(
                row.query().number(),
                Optional.of(row.query()),
                row.tags().stream()
                        .filter(tag -> taxonomy.contains(tag.nodeId()))
                        .sorted(Comparator.comparingDouble(Tag::score).reversed())
                        .map(tag -> taxonomy.byId(tag.nodeId()))
                        .toList(),
                about.flatMap(list -> Optional.ofNullable(scores.get(row.query().id())).map(list::score)));
    }

    private void take(Found found) {
        taxonomy = found.taxonomy();
        QueryRows.Pages pages = (queries, from, limit) ->
                study.read(reading -> page(reading, found.taxonomy(), found.listed(), found.about(), from, limit));
        int page = found.chosen().orElse(0) / QueryRows.PAGE;
        Optional<QueryRows> same = shown.get().map(Shown::rows).filter(rows -> rows.found().sameAs(found.listed().found()));
        QueryRows rows = same.orElseGet(() -> new QueryRows(found.listed().found(), pages, background::run));
        same.ifPresentOrElse(list -> list.refresh(pages, page, found.firstPage()), () -> rows.put(page, found.firstPage()));
        if (found.chosen().isEmpty()) {
            chosenId = Optional.empty();
        }
        if (same.isEmpty()) {
            // Places in the old list mean nothing in the new one.
            chosen.set(-1);
        }
        shown.set(Optional.of(new Shown(rows, found.total(), found.about())));
        chosen.set(found.chosen().orElse(-1));
        readDetails();
        settle();
    }

    private void readDetails() {
        int place = chosen.get();
        if (place < 0 || shown.get().isEmpty()) {
            detailing.cancel();
            details.set(Optional.empty());
            return;
        }
        FoundQueries found = shown.get().get().rows().found();
        Taxonomy tree = taxonomy;
        Optional<About> about = shown.get().get().about();
        detailing.run(() -> study.read(reading -> QueryDetails.read(reading, found, place, tree, about)), read -> {
            details.set(read);
            chosenId = read.map(query -> query.row().id());
            settle();
        });
    }

    private static Choices readChoices(Reading reading) {
        return new Choices(NodeCounts.of(reading), new QueryListing().sources(reading));
    }

    /** Coming back here later shows what is shown now. */
    private void settle() {
        if (navigator.here().getValue().view() == ViewId.QUERIES && shown.get().isPresent()) {
            QueryPlace list = listed.get();
            navigator.settle(chosenId.map(id -> list.at(ViewId.QUERIES, id)).orElseGet(() -> list.on(ViewId.QUERIES)));
        }
    }
}
