package dev.assay.app.categories;

import dev.assay.app.controls.EmptyState;
import dev.assay.app.controls.KeptDivider;
import dev.assay.app.controls.LoadingLine;
import dev.assay.app.controls.Segments;
import dev.assay.app.controls.Unrolling;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.profiles.RunBox;
import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Categories, by query: who is best at what, at any node and over any union of branches. */
public final class CategoriesView implements View {

    private static final String GROUP = "Categories";
    private static final double TREE_SHARE = 0.26;

    private final Workbench workbench;
    private final CategoriesModel model;
    private final BorderPane root = new BorderPane();
    private final FlowPane header = new FlowPane();
    private final TextField keyword = new TextField();
    private final Executor later;
    private final CategoryTree tree;
    private final RankingGrid grid;
    private final EmptyState empty;
    private final Action showAsFigure;
    private final List<Action> actions;

    /** @param profiles shared by all views of the study */
    public CategoriesView(Workbench workbench, LoadedProfiles profiles) {
        this.workbench = workbench;
        this.model = new CategoriesModel(workbench.study(), profiles, workbench.background());
        this.tree = new CategoryTree(model);
        this.later = new OneAtATime(workbench.background());
        this.grid = new RankingGrid(model, this::goToQueries, later);
        this.empty = new EmptyState("", "Go to the overview", () -> workbench.navigator().go(Place.of(ViewId.OVERVIEW)));
        this.showAsFigure = Action.of("categories.figure", "Show as figure", GROUP, this::goToFigures)
                .icon(Feather.BAR_CHART_2)
                .enabledWhen(Bindings.createBooleanBinding(() -> model.sheet().get().isPresent(), model.sheet()));
        this.actions = List.of(
                showAsFigure,
                Action.of("categories.none", "Take all ticks away", GROUP, model.ticked()::clear)
                        .enabledWhen(Bindings.isNotEmpty(model.ticked())),
                Action.of("categories.keyword", "Rank by a keyword", GROUP, keyword::requestFocus));
        layOut();
        follow();
    }

    private void layOut() {
        root.getStyleClass().add("categories");
        root.getStylesheets()
                .add(Objects.requireNonNull(CategoriesView.class.getResource("/dev/assay/app/categories/categories.css"))
                        .toExternalForm());
        header.getStyleClass().add("categories-header");
        Segments<String> by = new Segments<>(List.of("By model", "By category"), text -> text, choice -> {
            if (choice.equals("By model")) {
                workbench.navigator().go(profiles());
            }
        });
        by.hold("By category");
        keyword.setPromptText("Keyword in the names of nodes");
        keyword.setId("keyword");
        keyword.setAccessibleText("Keyword: filters the tree, and ranks over all nodes whose names have it");
        keyword.textProperty().bindBidirectional(model.keyword());
        header.getChildren().addAll(by, RunBox.of(model.runs(), model.run()), keyword);
        Unrolling unrolling = new Unrolling(tree, later);
        SplitPane split = new SplitPane(unrolling, grid);
        split.getStyleClass().add("categories-split");
        new KeptDivider(split, unrolling, workbench.settings(), "categories.tree.width", () -> TREE_SHARE * split.getWidth());
        StackPane middle = new StackPane(split, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.setTop(new VBox(header, new LoadingLine(model.busy())));
        root.setCenter(middle);
        root.setBottom(legend());
        model.sheet().subscribe(sheet -> {
            header.setDisable(sheet.isEmpty());
            split.setVisible(sheet.isPresent());
            root.getBottom().setVisible(sheet.isPresent());
            sheet.ifPresent(known -> unrolling.begin());
        });
    }

    private static Region legend() {
        Label words = new Label("Ranked by mean. Filled badge: the first three. Line: 95 % interval over queries, ± half its width; in brackets: ranks that the data"
                + " do not exclude. Blue and orange: better and worse than the mean of the others, q ≤ 0.05; hollow: not distinguishable."
                + " ▲: answers without a score. Double click or Enter: the queries behind a number.");
        Wrapping.on(words);
        words.setMinHeight(Region.USE_PREF_SIZE);
        StackPane legend = new StackPane(words);
        legend.setMinWidth(0);
        legend.getStyleClass().add("categories-legend");
        return legend;
    }

    private void follow() {
        model.problem().subscribe(problem -> {
            empty.say(problem.isEmpty() ? "" : "There is nothing to rank yet: " + problem + ".");
            empty.setVisible(!problem.isEmpty());
        });
        model.rankings().subscribe((before, now) -> settle());
        model.run().subscribe((before, now) -> settle());
        model.keyword().subscribe((before, now) -> settle());
    }

    private void settle() {
        workbench.navigator().settle(model.place());
    }

    private void goToQueries(Ranking ranking, String subject) {
        workbench.navigator()
                .go(ofRun(Place.of(ViewId.QUERIES)
                        .with(Place.NODE, CategoriesModel.written(ranking.nodes()))
                        .with(Place.SUBJECT, subject)));
    }

    private void goToFigures() {
        Place place = ofRun(Place.of(ViewId.FIGURES));
        workbench.navigator().go(grid.chosenSubject().map(subject -> place.with(Place.SUBJECT, subject)).orElse(place));
    }

    private Place profiles() {
        Place place = ofRun(Place.of(ViewId.PROFILES));
        return grid.chosenSubject().map(subject -> place.with(Place.SUBJECT, subject)).orElse(place);
    }

    private Place ofRun(Place place) {
        return model.run().get().map(run -> place.with(Place.RUN, run.id())).orElse(place);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Place place) {
        model.show(place);
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(showAsFigure);
    }

    @Override
    public List<Node> regions() {
        return List.of(header, tree, grid);
    }

    CategoriesModel model() {
        return model;
    }

    RankingGrid grid() {
        return grid;
    }

    CategoryTree tree() {
        return tree;
    }
}
