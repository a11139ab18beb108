package dev.assay.app.categories;

import dev.assay.app.charts.Scale;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.profiles.FoldedTree;
import dev.assay.app.profiles.FoldedTree.Filter;
import dev.assay.app.profiles.FoldedTree.Row;
import dev.assay.app.profiles.Reference;
import dev.assay.app.profiles.RunChoice;
import dev.assay.app.profiles.ScoreSheet;
import dev.assay.app.profiles.ScoreSheet.SheetNode;
import dev.assay.app.profiles.SheetAnswer;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.taxonomy.tree.NodePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which nodes are ticked in the view Categories, and the rankings at them: computed in the background, the old ones stay until the new are
 * there. To be used on the JavaFX thread.
 */
final class CategoriesModel {

    private static final int OPEN_DOWN_TO = 0;
    private static final Duration TYPING = Duration.ofMillis(200);

    private final OpenStudy study;
    private final LoadedProfiles profiles;
    private final Background.Latest loading;
    private final Background.Latest ranking;

    private final ObservableList<RunChoice> runs = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunChoice>> run = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty keyword = new SimpleStringProperty("");
    private final ObservableList<NodePath> ticked = FXCollections.observableArrayList();
    private final ObservableList<Row> tree = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ScoreSheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<List<Ranking>> rankings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Scale> axis = new ReadOnlyObjectWrapper<>(Scale.over(0, 1, 3));
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Set<NodePath> folded = new HashSet<>();
    private long shownVersion = -1;
    private boolean isTaking;

    CategoriesModel(OpenStudy study, LoadedProfiles profiles, Background background) {
        this.study = study;
        this.profiles = profiles;
        this.loading = background.latest(Duration.ZERO);
        this.ranking = background.latest(TYPING);
        busy.bind(loading.busy().or(ranking.busy()));
        run.subscribe((before, now) -> {
            if (!isTaking && !before.equals(now)) {
                load(now.map(RunChoice::id), Optional.empty());
            }
        });
        keyword.subscribe((before, now) -> {
            folded.clear();
            refold();
            rank();
        });
        ticked.subscribe(this::rank);
    }

    /** Goes to a place of this view: ticks its nodes and types its keyword; loads if the study or the run is another. */
    void show(Place place) {
        Optional<String> wanted = place.parameter(Place.RUN).or(() -> run.get().map(RunChoice::id));
        if (shownVersion != study.version().get() || sheet.get().isEmpty() || !wanted.equals(run.get().map(RunChoice::id))) {
            load(wanted, Optional.of(place));
        } else {
            goTo(place);
        }
    }

    private void load(Optional<String> runId, Optional<Place> then) {
        long version = study.version().get();
        loading.run(() -> SheetAnswer.of(profiles, runId, new Reference.Others(), version), answer -> take(answer, version, then));
    }

    private void take(SheetAnswer answer, long version, Optional<Place> then) {
        isTaking = true;
        shownVersion = version;
        runs.setAll(answer.runs());
        sheet.set(answer.sheet());
        problem.set(answer.problem());
        answer.sheet().ifPresent(made -> {
            run.set(answer.run());
            List<NodePath> kept = ticked.stream().filter(path -> made.number(path).isPresent()).toList();
            ticked.setAll(kept.isEmpty() ? domains(made) : kept);
        });
        isTaking = false;
        refold();
        then.ifPresent(this::goTo);
        rank();
    }

    private static List<NodePath> domains(ScoreSheet sheet) {
        return sheet.nodes().stream()
                .filter(node -> node.path().depth() == 1 && node.n() > 0)
                .map(SheetNode::path)
                .toList();
    }

    private void goTo(Place place) {
        sheet.get().ifPresent(made -> {
            place.parameter(Place.SEARCH).ifPresent(keyword::set);
            List<NodePath> wanted = place.parameter(Place.NODE).map(text -> paths(made, text)).orElse(List.of());
            if (!wanted.isEmpty() && !wanted.equals(ticked)) {
                ticked.setAll(wanted);
            }
        });
    }

    /** Those of the written nodes that the sheet has, in their order. */
    private List<NodePath> paths(ScoreSheet made, String written) {
        if (written.equals(written(ticked))) {
            return List.copyOf(ticked);
        }
        Map<String, NodePath> byName = new HashMap<>();
        made.nodes().forEach(node -> byName.put(node.path().toString(), node.path()));
        return Arrays.stream(written.split("\n")).flatMap(text -> Stream.ofNullable(byName.get(text))).toList();
    }

    /** Where one is, so that coming back shows the same. */
    Place place() {
        Place place = Place.of(ViewId.CATEGORIES);
        place = run.get().isPresent() ? place.with(Place.RUN, run.get().get().id()) : place;
        place = keyword.get().isBlank() ? place : place.with(Place.SEARCH, keyword.get());
        return ticked.isEmpty() ? place : place.with(Place.NODE, written(ticked));
    }

    /** As one parameter of a place. */
    static String written(List<NodePath> nodes) {
        return nodes.stream().map(NodePath::toString).collect(Collectors.joining("\n"));
    }

    private void refold() {
        if (!isTaking) {
            List<Row> rows = sheet.get()
                    .map(made -> FoldedTree.of(made, List.of(), filter(), folded, OPEN_DOWN_TO).rows())
                    .orElse(List.of());
            if (!tree.equals(rows)) {
                tree.setAll(rows);
            }
        }
    }

    /** Nodes without a judged query have nothing to rank. */
    private Filter filter() {
        return new Filter(keyword.get(), 1, false);
    }

    private void rank() {
        if (isTaking || sheet.get().isEmpty()) {
            return;
        }
        ScoreSheet made = sheet.get().get();
        List<NodePath> nodes = List.copyOf(ticked);
        Filter filter = filter();
        ranking.run(() -> ranked(made, nodes, filter), this::takeRankings);
    }

    private static List<Ranking> ranked(ScoreSheet sheet, List<NodePath> ticked, Filter filter) {
        List<Ranking> made = new ArrayList<>();
        if (!filter.text().isBlank()) {
            List<NodePath> matching = FoldedTree.everything(sheet, List.of(), filter).stream()
                    .map(node -> sheet.nodes().get(node).path())
                    .filter(path -> path.depth() > 0)
                    .toList();
            if (!matching.isEmpty()) {
                made.add(Ranking.ofUnion(sheet, Ranking.Kind.KEYWORD, "“" + filter.text().strip() + "”", matching));
            }
        }
        if (ticked.size() > 1) {
            made.add(Ranking.ofUnion(sheet, Ranking.Kind.TICKED, "Union of the ticked", ticked));
        }
        ticked.forEach(path -> made.add(Ranking.ofNode(sheet, path)));
        return List.copyOf(made);
    }

    private void takeRankings(List<Ranking> made) {
        axis.set(ScoreSheet.axis(made.stream()
                .flatMap(one -> one.rows().stream().flatMap(cell -> cell.meanMark().stream()))
                .toList()));
        rankings.set(made);
    }

    void fold(Row row) {
        if (row.isBranch()) {
            NodePath path = path(row);
            if (!folded.remove(path)) {
                folded.add(path);
            }
            refold();
        }
    }

    /** Ticks a node, or takes its tick away. */
    void toggle(NodePath path) {
        if (!ticked.remove(path)) {
            ticked.add(path);
        }
    }

    NodePath path(Row row) {
        return sheet.get().orElseThrow().nodes().get(row.node()).path();
    }

    ObservableList<RunChoice> runs() {
        return runs;
    }

    ObjectProperty<Optional<RunChoice>> run() {
        return run;
    }

    /** Filters the tree, and asks for a ranking over all nodes whose names have it. */
    StringProperty keyword() {
        return keyword;
    }

    /** In the order in which they were ticked. */
    ObservableList<NodePath> ticked() {
        return ticked;
    }

    ObservableList<Row> tree() {
        return tree;
    }

    ReadOnlyObjectProperty<Optional<ScoreSheet>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Why there is nothing to show; empty if there is. */
    ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Of the keyword, of the union of the ticked nodes, of each ticked node. */
    ReadOnlyObjectProperty<List<Ranking>> rankings() {
        return rankings.getReadOnlyProperty();
    }

    /** The scale that all intervals share. */
    ReadOnlyObjectProperty<Scale> axis() {
        return axis.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
