package dev.assay.app.jobs;

import dev.assay.app.controls.EmptyState;
import dev.assay.app.controls.LoadingLine;
import dev.assay.app.controls.Segments;
import dev.assay.app.controls.Unrolling;
import dev.assay.app.steps.Money;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.models.ledger.Spending;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The view Jobs: every run of the study and what runs now, with what failed and why, and the way to try it again. */
public final class JobsView implements View {

    static final String STYLESHEET = Objects.requireNonNull(JobsView.class.getResource("/dev/assay/app/jobs/jobs.css")).toExternalForm();

    private static final String GROUP = ViewId.JOBS.title();

    private final Workbench workbench;
    private final JobsModel model;
    private final BorderPane root = new BorderPane();
    private final HBox header = new HBox();
    private final JobGrid grid;
    private final JobDetailsPane details;
    private final EmptyState empty;
    private final Executor later;
    private final Unrolling table;
    private final StackPane list;
    private final Action goOn;
    private final List<Action> actions;

    /** @param steps shared by all views of the study */
    public JobsView(Workbench workbench, StudySteps steps) {
        this.workbench = workbench;
        model = new JobsModel(workbench.study(), workbench.background(), workbench.jobs(), steps, workbench.costs());
        grid = new JobGrid(model, workbench.settings(), this::openDetails);
        details = new JobDetailsPane(model, uses());
        empty = new EmptyState("", "Go to the overview", () -> workbench.navigator().go(Place.of(ViewId.OVERVIEW)));
        later = new OneAtATime(workbench.background());
        table = new Unrolling(grid, later);
        list = new StackPane(table, empty);
        goOn = Action.of("jobs.go-on", "Go on or retry", GROUP, model::goOn)
                .key("G")
                .icon(Feather.ROTATE_CW)
                .enabledWhen(model.chosen().map(row -> row.filter(each -> each.canGoOn(model.writable())).isPresent()));
        Action studyBudget = Action.of("jobs.study-budget", "Budget of the study…", GROUP, this::askStudyBudget)
                .icon(Feather.EDIT_2)
                .enabledWhen(new ReadOnlyBooleanWrapper(model.writable()).getReadOnlyProperty());
        actions = List.of(
                goOn,
                studyBudget,
                Action.of("jobs.pause", "Pause the chosen job", GROUP, model::pause)
                        .key("P")
                        .icon(Feather.PAUSE)
                        .enabledWhen(model.chosen().map(row -> row.filter(JobRow::canPause).isPresent())),
                Action.of("jobs.cancel", "Cancel the chosen job", GROUP, model::cancel)
                        .icon(Feather.X)
                        .enabledWhen(model.chosen().map(row -> row.filter(JobRow::canCancel).isPresent())),
                Action.of("jobs.give-up-batches", "Give up the batches of the chosen job", GROUP, this::giveUpBatches)
                        .icon(Feather.X)
                        .enabledWhen(model.details().map(known -> model.writable() && known.filter(JobDetails::hasOpenBatches).isPresent())));
        layOut(studyBudget);
        model.chosen().map(row -> row.map(JobRow::key)).subscribe(key -> key.ifPresent(chosen -> openDetails()));
        model.items().addListener((InvalidationListener) changed -> explain());
        model.read().subscribe(known -> {
            explain();
            if (known) {
                table.begin();
            }
        });
    }

    private void layOut(Action studyBudget) {
        Segments<JobsModel.Shown> filter = new Segments<>(List.of(JobsModel.Shown.values()), JobsModel.Shown::title, model.shown()::set);
        model.shown().subscribe(filter::choose);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label spent = new Label();
        spent.getStyleClass().add("muted");
        model.spent().subscribe(now -> {
            spent.setText(soFar(now.study()));
            spent.setTooltip(new Tooltip("This study so far: " + soFar(now.study())));
        });
        header.getStyleClass().add("view-header");
        Button budget = new Button("", new FontIcon(Feather.EDIT_2));
        budget.textProperty().bind(model.spent().map(now -> "Study budget: " + now.budget().map(Money::of).orElse("none")));
        budget.setTooltip(new Tooltip("The most that all runs of the study together may cost"));
        budget.setMinWidth(Region.USE_PREF_SIZE);
        budget.disableProperty().bind(studyBudget.enabled().map(isEnabled -> !isEnabled));
        budget.setOnAction(event -> studyBudget.run());
        model.problem().subscribe(problem -> {
            if (!problem.isEmpty()) {
                workbench.dialogs().error("Budget", problem);
            }
        });
        header.getChildren().addAll(filter, space, spent, budget);
        root.getStyleClass().add("jobs-view");
        root.getStylesheets().add(STYLESHEET);
        root.setTop(new VBox(header, new LoadingLine(model.loading())));
    }

    private static String soFar(Spending spent) {
        return spent.calls() == 0
                ? "No calls yet"
                : String.format(Locale.ROOT, "%,d %s, %s", spent.calls(), spent.calls() == 1 ? "call" : "calls", Money.inWords(spent));
    }

    private void askStudyBudget() {
        String now = model.spent().get().budget().map(amount -> Double.toString(amount)).orElse("");
        workbench.dialogs().askText("Budget of the study", "The most that all runs together may cost; empty for no limit", now, model::studyBudget);
    }

    private void explain() {
        boolean isEmpty = model.read().get() && model.items().isEmpty();
        empty.setVisible(isEmpty);
        grid.setVisible(!isEmpty);
        empty.say(switch (model.shown().get()) {
            case ALL -> "Nothing was done in this study yet. Import data, or have models answer, from the overview.";
            case UNFINISHED -> "Everything that was begun is done.";
            case FAILURES -> "Nothing has failed.";
        });
    }

    private void openDetails() {
        if (model.chosen().get().isPresent()) {
            workbench.details().show(details);
        }
    }

    private JobDetailsPane.Uses uses() {
        return new JobDetailsPane.Uses() {
            @Override
            public void goOn() {
                model.goOn();
            }

            @Override
            public void pause() {
                model.pause();
            }

            @Override
            public void cancel() {
                model.cancel();
            }

            @Override
            public void giveUpBatches() {
                JobsView.this.giveUpBatches();
            }

            @Override
            public void changeBudget(String now) {
                workbench.dialogs().askText("Budget", "The most that the run may cost; empty for no limit", now, model::budget);
            }

            @Override
            public void openQuery(String id) {
                workbench.navigator().go(Place.of(ViewId.QUERIES).with(Place.QUERY, id));
            }
        };
    }

    private void giveUpBatches() {
        workbench.dialogs().confirm(
                "Give up batches",
                "The service is asked to stop; what it has made by then is paid and taken in. What is missing is asked again when the job goes on.",
                "Give up the batches",
                model::giveUpBatches);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Place place) {
        if (root.getCenter() == null) {
            // In a frame of its own: header and table together take longer than the window may stand still.
            later.execute(() -> root.setCenter(list));
        }
        place.parameter(Place.RUN).ifPresent(run -> model.choose(Optional.of(run)));
        model.show();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(goOn);
    }

    @Override
    public List<Node> regions() {
        return List.of(header, grid);
    }

    @Override
    public void close() {
        model.close();
        grid.close();
    }

    JobsModel model() {
        return model;
    }

    JobGrid grid() {
        return grid;
    }
}
