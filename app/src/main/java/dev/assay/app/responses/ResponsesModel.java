package dev.assay.app.responses;

import dev.assay.app.listing.QueryPlace;
import dev.assay.app.responses.Answer.Replicate;
import dev.assay.app.responses.Judged.Failed;
import dev.assay.app.responses.Judged.Scored;
import dev.assay.app.responses.Judged.Unjudged;
import dev.assay.app.text.Manuscript;
import dev.assay.app.text.Mark;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.ViewId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the view shows: one query, the columns of its answers, the cell whose reason is read. While names are hidden, {@link #columns} has
 * letters for names, and scores, tags and reasons are not to be shown: {@link #concealed}. On the JavaFX thread.
 */
final class ResponsesModel {

    private record Loaded(Listing listing, Optional<Sheet> sheet) {}

    private final OpenStudy study;
    private final Settings settings;
    private final SheetReader reader;
    private final Background.Latest loading;
    private final Background.Latest comparing;
    private final Background.Latest explaining;

    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Column>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, List<List<Mark>>>> differences = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Evidence>> evidence = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.of(ViewId.RESPONSES));
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper concealed = new ReadOnlyBooleanWrapper();
    private final BooleanProperty blind = new SimpleBooleanProperty();
    private final BooleanProperty inStep = new SimpleBooleanProperty(true);
    private final ObjectProperty<Optional<String>> reference = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final ObjectProperty<Optional<Cell>> cell = new SimpleObjectProperty<>(Optional.empty());

    private final Map<String, Integer> replicates = new HashMap<>();
    private ColumnOrder order;
    private Optional<String> run = Optional.empty();
    private Optional<Loaded> loaded = Optional.empty();
    private long shownVersion = -1;
    private Optional<String> shownRun = Optional.empty();

    ResponsesModel(OpenStudy study, Background background, Settings settings) {
        this.study = study;
        this.settings = settings;
        reader = new SheetReader(study.clock());
        loading = background.latest(Duration.ZERO);
        comparing = background.latest(Duration.ZERO);
        explaining = background.latest(Duration.ZERO);
        order = RememberedColumns.read(settings);
        blind.subscribe(() -> conceal(blind.get()));
        reference.subscribe(this::compare);
        cell.subscribe(this::explain);
    }

    /** The query that is shown; empty while none is. */
    ReadOnlyObjectProperty<Optional<Sheet>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** The columns that are not hidden, in order. */
    ReadOnlyObjectProperty<List<Column>> columns() {
        return columns.getReadOnlyProperty();
    }

    /** Differences to the reference: marks for each turn of each subject's chosen answer. */
    ReadOnlyObjectProperty<Map<String, List<List<Mark>>>> differences() {
        return differences.getReadOnlyProperty();
    }

    /** The reason of the chosen cell; empty if none is chosen. */
    ReadOnlyObjectProperty<Optional<Evidence>> evidence() {
        return evidence.getReadOnlyProperty();
    }

    /** Where one is, so that one can come back. */
    ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** The subject about which one came here, if it is one of the columns and names are not hidden. */
    Optional<Integer> wantedColumn() {
        List<String> shown = columns.get().stream().map(Column::subject).toList();
        return place.get().parameter(Place.SUBJECT).filter(subject -> !concealed.get()).map(shown::indexOf).filter(at -> at >= 0);
    }

    /** Why nothing is shown; empty if something is. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return loading.busy();
    }

    /** Whether names, scores and tags are hidden now. */
    ReadOnlyBooleanProperty concealed() {
        return concealed.getReadOnlyProperty();
    }

    /** Whether they are hidden whenever a query is opened. */
    BooleanProperty blind() {
        return blind;
    }

    /** Whether scrolling one answer scrolls all. */
    BooleanProperty inStep() {
        return inStep;
    }

    /** The subject with whose answer the others are compared. */
    ObjectProperty<Optional<String>> reference() {
        return reference;
    }

    /**
     * Place of the column in which the keyboard is, or was last; −1 before it was in any. A place, not a subject: who is known when names are
     * hidden would be known behind its letter.
     */
    IntegerProperty current() {
        return current;
    }

    Optional<Column> currentColumn() {
        int place = current.get();
        return Optional.of(columns.get()).filter(shown -> place >= 0 && place < shown.size()).map(shown -> shown.get(place));
    }

    ObjectProperty<Optional<Cell>> cell() {
        return cell;
    }

    /**
     * Shows the query that a place names; if it names none, the one that is shown if that is of the same list, or the first of its list. Reads anew if
     * the study has changed.
     */
    void show(Place wanted) {
        run = wanted.parameter(Place.RUN).or(() -> run);
        QueryPlace named = QueryPlace.of(wanted);
        long version = study.version().get();
        Optional<Listing> listing = loaded.map(Loaded::listing).filter(known -> version == shownVersion && known.named().equals(named));
        Optional<String> there = sheet.get().map(shown -> shown.query().id()).filter(id -> listing.isPresent());
        Optional<String> query = wanted.parameter(Place.QUERY).or(() -> there);
        if (there.isPresent() && query.equals(there) && run.equals(shownRun) && !loading.busy().get()) {
            place.set(wanted.with(Place.QUERY, there.get()));
        } else {
            place.set(wanted);
            load(named, listing, version, query, 0);
        }
    }

    /** Goes on by so many queries in the list, or back. */
    void step(int by) {
        if (!canStep(by)) {
            return;
        }
        Loaded now = loaded.orElseThrow();
        int to = now.sheet().map(shown -> shown.place() == 0 ? 0 : shown.place() - 1 + by).orElse(0);
        load(now.listing().named(), Optional.of(now.listing()), shownVersion, Optional.empty(), to);
    }

    boolean canStep(int by) {
        return loaded.filter(now -> now.sheet().isPresent())
                .filter(now -> {
                    int shown = now.sheet().orElseThrow().place();
                    int to = shown == 0 ? 0 : shown - 1 + by;
                    return to >= 0 && to < now.listing().size();
                })
                .isPresent();
    }

    void chooseRun(String id) {
        run = Optional.of(id);
        if (place.get().parameter(Place.SUBJECT).isEmpty()) {
            // With a subject, the run names the list that one goes through, not the judgments that are shown.
            place.set(place.get().with(Place.RUN, id));
        }
        loaded.ifPresent(now -> load(
                now.listing().named(), Optional.of(now.listing()), shownVersion, sheet.get().map(shown -> shown.query().id()), 0));
    }

    private void load(QueryPlace named, Optional<Listing> known, long version, Optional<String> queryId, int index) {
        Optional<String> wantedRun = run;
        loading.run(() -> study.read(reading -> {
            Listing listing = known.orElseGet(() -> Listing.read(reading, named));
            Optional<String> id = queryId.or(() -> listing.idAt(reading, index));
            Optional<Sheet> read = id.flatMap(one -> reader.read(reading, new SheetReader.Wanted(one, wantedRun, listing)));
            return new Loaded(listing, read);
        }), now -> {
            shownVersion = version;
            shownRun = wantedRun;
            showLoaded(now);
        });
    }

    private void showLoaded(Loaded now) {
        boolean another = !now.sheet().map(Sheet::query).equals(sheet.get().map(Sheet::query));
        loaded = Optional.of(now);
        if (another) {
            replicates.clear();
            cell.set(Optional.empty());
        }
        concealed.set(another ? blind.get() : concealed.get());
        message.set(now.sheet().isPresent()
                ? now.sheet().get().answers().isEmpty() ? "Nobody has answered this query yet." : ""
                : now.listing().size() == 0 ? "There are no queries here yet: import some first." : "The study does not have this query.");
        sheet.set(now.sheet());
        now.sheet().ifPresent(shown -> place.set(place.get().with(Place.QUERY, shown.query().id())));
        arrange();
        compare();
        explain();
    }

    private void conceal(boolean hide) {
        concealed.set(hide);
        cell.set(Optional.empty());
        // Whoever was chosen while names were seen would be known by that.
        reference.set(Optional.empty());
        arrange();
    }

    /** Shows names and scores of this query; the next one is blind again. */
    void reveal() {
        concealed.set(false);
        arrange();
    }

    /** Draws other letters for all queries. */
    void redraw() {
        settings.remember(RememberedColumns.SEED, Long.toString(RememberedColumns.seed(settings) + 1));
        arrange();
    }

    /** Subjects that answered the query, hidden ones too, in the order of the columns. */
    List<String> subjects() {
        return order.arrange(answered());
    }

    private List<String> answered() {
        return sheet.get().map(shown -> shown.answers().stream().map(Answer::subject).toList()).orElse(List.of());
    }

    boolean isHidden(String subject) {
        return order.hidden().contains(subject);
    }

    void setHidden(String subject, boolean hidden) {
        change(order.withHidden(subject, hidden));
    }

    void setPinned(String subject, boolean pinned) {
        change(order.withPinned(subject, pinned));
    }

    /**
     * Moves a column before the one that is at this place among those shown; behind the last if there is none. Where the keyboard is in that column it
     * stays in it. Nothing happens while names are hidden: the order is drawn then.
     */
    void move(String subject, int toPlace) {
        if (concealed.get()) {
            return;
        }
        boolean isCurrent = currentColumn().filter(column -> column.subject().equals(subject)).isPresent();
        List<Column> shown = columns.get();
        List<String> all = subjects();
        int target = toPlace < shown.size() ? all.indexOf(shown.get(Math.max(0, toPlace)).subject()) : all.size();
        change(order.moved(answered(), subject, target));
        if (isCurrent) {
            current.set(columns.get().stream().map(Column::subject).toList().indexOf(subject));
        }
    }

    private void change(ColumnOrder changed) {
        order = changed;
        RememberedColumns.write(settings, changed);
        arrange();
        compare();
    }

    void chooseReplicate(String subject, int number) {
        replicates.put(subject, number);
        arrange();
        compare();
        explain();
    }

    /** More of a very long answer; shown in the place of the same text, if that is still there. */
    void lengthen(String subject, int turn, Manuscript longer) {
        sheet.get().flatMap(shown -> shown.answer(subject)).ifPresent(answer -> {
            Sheet before = sheet.get().orElseThrow();
            Replicate chosen = answer.replicate(replicates.getOrDefault(subject, 0));
            if (turn >= chosen.turns().size() || !chosen.turns().get(turn).source().equals(longer.source())) {
                return;
            }
            int number = chosen.number();
            sheet.set(Optional.of(Lengthening.of(before, subject, number, turn, longer)));
            loaded = loaded.map(now -> new Loaded(now.listing(), sheet.get()));
            arrange();
            compare();
            explain();
        });
    }

    private void arrange() {
        columns.set(sheet.get().map(this::columnsOf).orElse(List.of()));
    }

    private List<Column> columnsOf(Sheet shown) {
        List<String> visible = order.visible(answered());
        boolean hide = concealed.get();
        List<String> inOrder = hide ? BlindOrder.draw(visible, RememberedColumns.seed(settings), shown.query().id()) : visible;
        List<Column> all = new ArrayList<>();
        for (String subject : inOrder) {
            Answer answer = shown.answer(subject).orElseThrow();
            all.add(new Column(
                    hide ? BlindOrder.name(all.size()) : subject,
                    subject,
                    !hide && order.pinned().contains(subject),
                    answer,
                    answer.replicate(replicates.getOrDefault(subject, 0)).number()));
        }
        return List.copyOf(all);
    }

    private void compare() {
        List<Column> shown = columns.get();
        Optional<Column> base = reference.get().flatMap(subject -> shown.stream().filter(one -> one.subject().equals(subject)).findFirst());
        if (base.isEmpty()) {
            comparing.cancel();
            differences.set(Map.of());
            return;
        }
        comparing.run(() -> Differing.from(base.get(), shown), differences::set);
    }

    private void explain() {
        Optional<Cell> chosen = concealed.get() ? Optional.empty() : cell.get();
        Optional<Column> column = chosen.flatMap(
                at -> columns.get().stream().filter(one -> one.subject().equals(at.subject())).findFirst());
        if (chosen.isEmpty() || column.isEmpty()) {
            explaining.cancel();
            evidence.set(Optional.empty());
            return;
        }
        Replicate answer = column.get().chosen();
        int criteria = sheet.get().map(shown -> shown.criteria().size()).orElse(0);
        Cell at = chosen.get();
        explaining.run(() -> switch (answer.judged()) {
            case Failed(String reason) -> Evidence.of(at, reason, true, answer);
            case Unjudged() -> Evidence.of(at, "The run has not judged this answer.", true, answer);
            case Scored scored -> Evidence.of(at, reason(scored, at, criteria), false, answer);
        }, found -> evidence.set(Optional.of(found)));
    }

    private static String reason(Scored scored, Cell at, int criteria) {
        return at.criterion() < Math.min(criteria, scored.criteria().size()) ? scored.criteria().get(at.criterion()).reason() : scored.reason();
    }
}
