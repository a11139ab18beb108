package dev.assay.app.profiles;

import dev.assay.app.charts.Scale;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.profiles.FoldedTree.Filter;
import dev.assay.app.profiles.FoldedTree.Row;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.ViewId;
import dev.assay.taxonomy.tree.NodePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the view Profiles shows and what is chosen in it. Everything that takes time is done in the background; what was shown stays until
 * the new is there. To be used on the JavaFX thread.
 */
final class ProfilesModel {

    /** Parameters of its places, besides those that all views know. */
    static final String SUBJECTS = "subjects";

    /** A subject; "" for the mean of the others. */
    static final String REFERENCE = "reference";

    static final String MODE = "mode";

    private static final int SHOWN_AT_FIRST = 3;
    private static final int USUAL_MINIMUM = 5;
    private static final int OPEN_DOWN_TO = 1;
    private static final Duration DETAILS_DELAY = Duration.ofMillis(40);

    /**
     * A cell of the table.
     *
     * @param subject empty for the column of the tree
     */
    record Cell(NodePath node, Optional<String> subject) {}

    private final OpenStudy study;
    private final LoadedProfiles profiles;
    private final RememberedSubjects remembered;
    private final Background.Latest loading;
    private final Background.Latest detailing;

    private final ObservableList<RunChoice> runs = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunChoice>> run = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<String> subjects = FXCollections.observableArrayList();
    private final ObjectProperty<Reference> reference = new SimpleObjectProperty<>(new Reference.Others());
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SCORES);
    private final ObjectProperty<SiblingOrder> order = new SimpleObjectProperty<>(SiblingOrder.TREE);
    private final StringProperty filter = new SimpleStringProperty("");
    private final IntegerProperty minimum = new SimpleIntegerProperty(USUAL_MINIMUM);
    private final BooleanProperty weaknessesOnly = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<ScoreSheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Integer> nodeCount = new ReadOnlyObjectWrapper<>(0);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Scale> axis = new ReadOnlyObjectWrapper<>(Scale.over(0, 1, 3));
    private final ReadOnlyObjectWrapper<Optional<Cell>> cell = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CellDetails>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.of(ViewId.PROFILES));
    private final Set<NodePath> folded = new HashSet<>();
    private final Set<NodePath> foldedWhileNarrow = new HashSet<>();
    private long shownVersion = -1;
    private boolean isTaking;

    ProfilesModel(OpenStudy study, LoadedProfiles profiles, Background background, Settings settings) {
        this.remembered = new RememberedSubjects(settings);
        this.study = study;
        this.profiles = profiles;
        this.loading = background.latest(Duration.ZERO);
        this.detailing = background.latest(DETAILS_DELAY);
        run.subscribe((before, now) -> reloadIfChosen(before, now));
        reference.subscribe((before, now) -> reloadIfChosen(before, now));
        filter.subscribe(foldedWhileNarrow::clear);
        Stream.of(mode, order, filter, minimum, weaknessesOnly).forEach(property -> property.subscribe(this::refold));
        subjects.subscribe(this::refold);
        subjects.subscribe(() -> cell.set(cell.get().map(chosen -> new Cell(chosen.node(), chosen.subject().filter(subjects::contains)))));
        cell.subscribe((before, now) -> detail());
        Stream.of(run, reference, mode, cell).forEach(property -> property.subscribe(this::placeAnew));
        subjects.subscribe(this::placeAnew);
        subjects.subscribe(() -> {
            if (!isTaking) {
                remembered.keep(subjects);
            }
        });
    }

    /** Goes to a place of this view; loads if the study or the run is another. What is chosen stays where one is there already. */
    void show(Place wanted) {
        boolean isHere = wanted.equals(place.get());
        Optional<String> wantedRun = wanted.parameter(Place.RUN).or(() -> run.get().map(RunChoice::id));
        Reference against = wanted.parameter(REFERENCE).map(ProfilesModel::referenceOf).orElse(reference.get());
        boolean isOther = shownVersion != study.version().get()
                || !wantedRun.equals(run.get().map(RunChoice::id))
                || sheet.get().isEmpty()
                || (loading.busy().get() && !isHere);
        if (isOther) {
            load(wantedRun, against, Optional.of(wanted).filter(place -> !isHere));
        } else if (!isHere) {
            reference.set(against);
            goTo(wanted);
        }
    }

    private static Reference referenceOf(String name) {
        return name.isEmpty() ? new Reference.Others() : new Reference.Chosen(name);
    }

    private void reloadIfChosen(Object before, Object now) {
        if (!isTaking && !before.equals(now)) {
            load(run.get().map(RunChoice::id), reference.get(), Optional.empty());
        }
    }

    private void load(Optional<String> runId, Reference against, Optional<Place> then) {
        long version = study.version().get();
        loading.run(() -> SheetAnswer.of(profiles, runId, against, version), answer -> take(answer, version, then));
    }

    private void take(SheetAnswer answer, long version, Optional<Place> then) {
        isTaking = true;
        shownVersion = version;
        runs.setAll(answer.runs());
        answer.sheet().ifPresent(made -> {
            run.set(answer.run());
            reference.set(made.reference());
            List<String> kept = subjects.stream().filter(made.ranked()::contains).toList();
            subjects.setAll(kept.isEmpty() ? remembered.of(made.ranked()) : kept);
        });
        sheet.set(answer.sheet());
        problem.set(answer.problem());
        isTaking = false;
        refold();
        then.ifPresent(this::goTo);
        cell.set(cell.get().filter(this::isThere));
        detail();
        placeAnew();
    }

    private void goTo(Place place) {
        place.parameter(MODE).ifPresent(name -> mode.set(Mode.valueOf(name)));
        sheet.get().ifPresent(made -> {
            place.parameter(SUBJECTS)
                    .map(names -> Arrays.stream(names.split("\n")).filter(made.ranked()::contains).toList())
                    .filter(names -> !names.isEmpty())
                    .ifPresent(subjects::setAll);
            Optional<String> subject = place.parameter(Place.SUBJECT).filter(made.ranked()::contains);
            subject.filter(name -> !subjects.contains(name)).ifPresent(this::showFirst);
            Optional<NodePath> node = place.parameter(Place.NODE).flatMap(ProfilesModel::parsed).filter(path -> made.number(path).isPresent());
            if (subject.isPresent() || node.isPresent()) {
                // A place that names all columns and none of them as chosen is in the column of the tree.
                Optional<String> first = place.parameter(SUBJECTS).isPresent() ? Optional.empty() : subjects.stream().findFirst();
                reveal(new Cell(node.orElse(NodePath.ROOT), subject.or(() -> first)));
            }
        });
    }

    private static Optional<NodePath> parsed(String text) {
        try {
            return Optional.of(NodePath.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void showFirst(String subject) {
        List<String> shown = new ArrayList<>(List.of(subject));
        subjects.stream().limit(Math.max(0, Math.max(subjects.size(), SHOWN_AT_FIRST) - 1)).forEach(shown::add);
        subjects.setAll(shown);
    }

    private void placeAnew() {
        if (!isTaking) {
            place.set(here());
        }
    }

    private Place here() {
        Place here = Place.of(ViewId.PROFILES);
        if (run.get().isPresent()) {
            here = here.with(Place.RUN, run.get().get().id()).with(REFERENCE, reference.get() instanceof Reference.Chosen(String name) ? name : "");
            here = here.with(MODE, mode.get().name()).with(SUBJECTS, String.join("\n", subjects));
        }
        if (cell.get().isPresent()) {
            here = here.with(Place.NODE, cell.get().get().node().toString());
            here = cell.get().get().subject().isPresent() ? here.with(Place.SUBJECT, cell.get().get().subject().get()) : here;
        }
        return here;
    }

    private void refold() {
        if (isTaking) {
            return;
        }
        FoldedTree.Shown shown = sheet.get()
                .map(made -> FoldedTree.of(made, currentOrder().walk(made, mode.get()), subjects, currentFilter(), foldings(), OPEN_DOWN_TO))
                .orElse(new FoldedTree.Shown(List.of(), 0));
        nodeCount.set(shown.nodes());
        sheet.get().ifPresent(made -> axis.set(made.axis(shown.rows().stream().map(Row::node).toList(), subjects, mode.get())));
        if (!rows.equals(shown.rows())) {
            rows.setAll(shown.rows());
        }
    }

    /** By the numbers of a subject only while they are seen. */
    SiblingOrder currentOrder() {
        return subjects.contains(order.get().subject()) ? order.get() : SiblingOrder.TREE;
    }

    /** Orders siblings by something, the best first; asked for again, the other way round, and then as the taxonomy does. */
    void sortBy(SiblingOrder.By by, String subject) {
        SiblingOrder now = currentOrder();
        boolean isAgain = now.by() == by && now.subject().equals(subject);
        order.set(isAgain ? now.next() : SiblingOrder.bestFirst(by, subject));
    }

    private Filter currentFilter() {
        return new Filter(filter.get(), minimum.get(), weaknessesOnly.get());
    }

    private Set<NodePath> foldings() {
        return currentFilter().isNarrow() ? foldedWhileNarrow : folded;
    }

    /** Folds a node, or opens it. */
    void fold(Row row) {
        if (row.isBranch()) {
            NodePath path = sheet.get().orElseThrow().nodes().get(row.node()).path();
            if (!foldings().remove(path)) {
                foldings().add(path);
            }
            refold();
        }
    }

    void select(Cell chosen) {
        cell.set(Optional.of(chosen).filter(this::isThere));
    }

    /** Chooses a cell, and opens what is above it; filters that hide it are taken away. */
    void reveal(Cell wanted) {
        ScoreSheet made = sheet.get().orElseThrow();
        int node = made.number(wanted.node()).orElseThrow();
        minimum.set(Math.min(minimum.get(), made.nodes().get(node).n()));
        if (!FoldedTree.everything(made, subjects, currentFilter()).contains(node)) {
            filter.set("");
            weaknessesOnly.set(false);
        }
        for (int depth = 0; depth < wanted.node().depth(); depth++) {
            NodePath at = new NodePath(wanted.node().names().subList(0, depth));
            rows.stream().filter(row -> path(row).equals(at) && row.isBranch() && !row.isOpen()).findFirst().ifPresent(this::fold);
        }
        select(wanted);
    }

    private boolean isThere(Cell wanted) {
        return sheet.get().filter(made -> made.number(wanted.node()).isPresent()).isPresent()
                && wanted.subject().map(subjects::contains).orElse(true);
    }

    NodePath path(Row row) {
        return sheet.get().orElseThrow().nodes().get(row.node()).path();
    }

    /** The row of the chosen cell; −1 if it is folded away or filtered out. */
    int chosenRow() {
        return cell.get()
                .flatMap(chosen -> rows.stream().filter(row -> path(row).equals(chosen.node())).findFirst())
                .map(rows::indexOf)
                .orElse(-1);
    }

    private void detail() {
        Optional<Cell> chosen = cell.get().filter(one -> one.subject().isPresent());
        if (chosen.isEmpty() || sheet.get().isEmpty()) {
            detailing.cancel();
            details.set(Optional.empty());
            return;
        }
        ScoreSheet made = sheet.get().get();
        String subject = Objects.requireNonNull(chosen.get().subject().orElse(null));
        detailing.run(() -> study.read(reading -> CellDetails.of(reading, made, chosen.get().node(), subject)), details::set);
    }

    /** Where one is, so that coming back shows the same. */
    ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    ObservableList<RunChoice> runs() {
        return runs;
    }

    ObjectProperty<Optional<RunChoice>> run() {
        return run;
    }

    /** Subjects side by side, in this order. */
    ObservableList<String> subjects() {
        return subjects;
    }

    ObjectProperty<Reference> reference() {
        return reference;
    }

    ObjectProperty<Mode> mode() {
        return mode;
    }

    /** How siblings are ordered, as long as its subject is shown; kept while the study is open. */
    ObjectProperty<SiblingOrder> order() {
        return order;
    }

    StringProperty filter() {
        return filter;
    }

    /** Fewest queries of a node that is shown. */
    IntegerProperty minimum() {
        return minimum;
    }

    BooleanProperty weaknessesOnly() {
        return weaknessesOnly;
    }

    /** Empty before the first one is there, and where there is nothing to show. */
    ReadOnlyObjectProperty<Optional<ScoreSheet>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Why there is nothing to show; empty if there is. */
    ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Nodes that pass the filters, folded away or not. */
    ReadOnlyObjectProperty<Integer> nodeCount() {
        return nodeCount.getReadOnlyProperty();
    }

    ObservableList<Row> rows() {
        return rows;
    }

    /** The scale that all intervals share. */
    ReadOnlyObjectProperty<Scale> axis() {
        return axis.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Cell>> cell() {
        return cell.getReadOnlyProperty();
    }

    /** Of the chosen cell; those of the one before until they are there. */
    ReadOnlyObjectProperty<Optional<CellDetails>> details() {
        return details.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return loading.busy();
    }

    /** What is shown, to be written to a file; with what is folded away. */
    ShownExport export() {
        ScoreSheet made = sheet.get().orElseThrow();
        Set<Integer> passing = Set.copyOf(FoldedTree.everything(made, subjects, currentFilter()));
        List<Integer> nodes = currentOrder().walk(made, mode.get()).stream().filter(passing::contains).toList();
        return new ShownExport(made, nodes, List.copyOf(subjects));
    }
}
