package dev.assay.app.overview;

import dev.assay.app.controls.LoadingLine;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.jobs.RespondPane;
import dev.assay.app.jobs.StudySteps;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.taxonomy.tree.NodePath;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The view Overview: the study at a glance, how far its steps are, and what to do next with a button that does it. */
public final class OverviewView implements View {

    private static final String GROUP = ViewId.OVERVIEW.title();
    private static final String STYLE = "/dev/assay/app/overview/overview.css";

    /** Action of the shell that asks for files and imports them. */
    private static final String IMPORT = "study.import";

    /** Under this width, in ems, everything stands in one column. */
    private static final double WIDE_ENOUGH = 84;

    /** Between the parts. */
    private static final double GAP = 16;

    private static final double LEFT_SHARE = 624;
    private static final double RIGHT_SHARE = 592;

    private final Workbench workbench;
    private final OverviewModel model;
    private final NextPane next;
    private final PipelinePane pipeline;
    private final LeaderboardPane leaderboard;
    private final CoveragePane coverage;
    private final RunsPane runs;
    private final CountsPane counts;
    private final StackPane top = new StackPane();
    private final StackPane main = new StackPane();
    private final VBox side = new VBox();
    private Pane columns = new HBox();
    private final Label em = new Label();
    private final BorderPane root;
    /** Kept here, since what it looks at holds it but weakly. */
    private final ObservableValue<Boolean> isWide;
    private final Executor later;
    private final List<Action> actions;

    public OverviewView(Workbench workbench, LoadedProfiles profiles, StudySteps steps) {
        this.workbench = workbench;
        later = new OneAtATime(workbench.background());
        model = new OverviewModel(workbench.study(), profiles, workbench.background(), workbench.jobs(), steps);
        counts = new CountsPane(model, view -> go(Place.of(view)));
        pipeline = new PipelinePane(model, view -> go(Place.of(view)));
        next = new NextPane(model, this::perform);
        leaderboard = new LeaderboardPane(
                model,
                (standings, subject) -> go(Place.of(ViewId.PROFILES).with(Place.RUN, standings.run().id()).with(Place.SUBJECT, subject)),
                () -> go(Place.of(ViewId.FIGURES).with("figure", "leaderboard")),
                later);
        coverage = new CoveragePane(model, this::goToQueries, this::showThinLeaves);
        runs = new RunsPane(
                model, line -> go(Place.of(line.isJudging() ? ViewId.PROFILES : ViewId.JOBS).with(Place.RUN, line.run().id())), model::goOn);
        top.getStyleClass().addAll("panel", "overview-top");
        side.getStyleClass().add("overview-columns");
        share(leaderboard, LEFT_SHARE);
        share(side, RIGHT_SHARE);
        main.visibleProperty().bind(model.glance().map(glance -> glance.filter(now -> !now.runs().isEmpty()).isPresent()));
        // In this order, for Tab: what to do next comes first, wherever it stands.
        BorderPane content = new BorderPane(top);
        content.setTop(counts);
        content.setBottom(main);
        BorderPane.setMargin(top, new Insets(GAP, 0, GAP, 0));
        content.getStyleClass().add("overview-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("overview-scroll");
        em.setManaged(false);
        root = new BorderPane(scroll);
        root.setTop(new LoadingLine(model.loading()));
        root.getChildren().add(em);
        root.getStyleClass().add("overview-view");
        root.getStylesheets().add(stylesheet());
        isWide = Bindings.createBooleanBinding(
                () -> root.getWidth() >= WIDE_ENOUGH * em.getFont().getSize(), root.widthProperty(), em.fontProperty());
        isWide.subscribe(this::arrange);
        actions = allActions();
    }

    /** For what of the view is shown elsewhere. */
    static String stylesheet() {
        return Objects.requireNonNull(OverviewView.class.getResource(STYLE), STYLE).toExternalForm();
    }

    /** One part in each frame: styling all of them takes longer than the window may stand still. */
    private void arrange(boolean wide) {
        top.getChildren().clear();
        // A node has one parent: the old columns let go of theirs before the new ones take them.
        side.getChildren().clear();
        columns.getChildren().clear();
        columns = wide ? new HBox() : new VBox();
        columns.getStyleClass().add("overview-columns");
        main.getChildren().setAll(columns);
        Pane now = columns;
        top.getChildren().setAll(nextFirst(wide));
        if (wide) {
            attach(leaderboard, now, now);
            attach(side, now, now);
            List.of(coverage, runs).forEach(part -> attach(part, side, now));
        } else {
            List.of(leaderboard, coverage, runs).forEach(part -> attach(part, now, now));
        }
        next.getStyleClass().removeAll("beside", "below");
        next.getStyleClass().add(wide ? "beside" : "below");
    }

    /** The steps and, beside or below them, what to do next; Tab comes to that first. */
    private GridPane nextFirst(boolean wide) {
        GridPane both = new GridPane();
        both.add(next, wide ? 1 : 0, wide ? 0 : 1);
        both.add(pipeline, 0, 0);
        GridPane.setHgrow(pipeline, Priority.ALWAYS);
        GridPane.setVgrow(pipeline, Priority.ALWAYS);
        return both;
    }

    /** Unless the parts have been arranged anew by then. */
    private void attach(Region part, Pane parent, Pane arranged) {
        later.execute(() -> {
            if (columns.equals(arranged)) {
                parent.getChildren().add(part);
            }
        });
    }

    /** Beside each other, columns grow in proportion to what they would like. */
    private static void share(Region pane, double width) {
        pane.setPrefWidth(width);
        pane.setMinWidth(0);
        pane.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(pane, Priority.ALWAYS);
    }

    private void go(Place place) {
        workbench.navigator().go(place);
    }

    private void goToQueries(NodePath node) {
        go(Place.of(ViewId.QUERIES).with(Place.NODE, node.toString()));
    }

    private void showThinLeaves(Coverage found) {
        workbench.details().show(new ThinLeavesPane(found.thinLeaves(), this::goToQueries));
    }

    private void perform(StepWork work) {
        switch (work) {
            case IMPORT -> workbench.actions().run(IMPORT);
            case RESPOND -> setUpAnswering();
            case GO_ON_ANSWERING -> model.goOnAnswering();
            case TAG -> model.tag();
            case JUDGE -> setUpJudging();
            case GO_ON -> model.goOn();
            case READ_ANSWERS -> go(Place.of(ViewId.RESPONSES));
            case SEE_PROFILE -> go(Place.of(ViewId.PROFILES));
            case SEE_FIGURES -> go(Place.of(ViewId.FIGURES));
        }
    }

    private void setUpJudging() {
        model.answered(answered -> workbench.details().show(new JudgeSetupPane(answered, setup -> {
            workbench.details().hide();
            model.judge(setup);
        })));
    }

    private void setUpAnswering() {
        RespondPane.open(workbench, setup -> {
            workbench.details().hide();
            model.start(setup);
        });
    }

    private void rename() {
        String now = model.glance().get().map(Glance::title).orElse("");
        workbench.dialogs().askText("Title of the study", "Title; empty: the name of the file", now, model::rename);
    }

    private List<Action> allActions() {
        return List.of(
                Action.of("overview.next", "Do the next step", GROUP, () -> model.next().get().ifPresent(step -> perform(step.work())))
                        .icon(Feather.PLAY),
                step("overview.respond", StepWork.RESPOND),
                step("overview.go-on-answering", StepWork.GO_ON_ANSWERING),
                step("overview.tag", StepWork.TAG),
                step("overview.judge", StepWork.JUDGE),
                step("overview.go-on", StepWork.GO_ON),
                Action.of("overview.rename", "Title of the study…", GROUP, this::rename)
                        .enabledWhen(model.glance().map(glance -> glance.filter(Glance::writable).isPresent())));
    }

    /** Can be done where it is the next step or one of the others. */
    private Action step(String id, StepWork work) {
        return Action.of(id, work.title(), GROUP, () -> perform(work)).enabledWhen(model.next().map(found -> found
                .filter(step -> step.work() == work || step.others().contains(work))
                .isPresent()));
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Place place) {
        model.show();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public List<Node> regions() {
        return List.of(next, pipeline, leaderboard, coverage, runs);
    }

    @Override
    public void close() {
        model.close();
    }
}
