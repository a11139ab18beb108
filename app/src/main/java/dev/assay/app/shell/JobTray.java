package dev.assay.app.shell;

import dev.assay.app.controls.SteadyLabel;
import dev.assay.app.steps.Money;
import dev.assay.app.workbench.Costs;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.Jobs;
import dev.assay.datasets.jobs.RunState;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** At the bottom of the window: the job that runs, and, opened, all jobs of this window with what became of them. */
final class JobTray extends VBox {

    /** Narrower than so many em, only the job that runs says what it costs, the view Jobs has the sum; and the way there is an icon. */
    private static final double ROOMY = 60;

    private final Jobs jobs;
    private final Costs costs;
    private final StackPane line = new StackPane();
    private final ListView<Job> list = new ListView<>();
    private final Button opener = new Button("", new FontIcon(Feather.CHEVRON_UP));
    private Subscription shown = Subscription.EMPTY;
    private boolean open;

    /** @param showAll leads to the view with all runs of the study */
    JobTray(Jobs jobs, Costs costs, Runnable showAll) {
        this.jobs = jobs;
        this.costs = costs;
        getStyleClass().add("job-tray");
        opener.getStyleClass().add("icon-button");
        opener.setOnAction(event -> toggle());
        Button all = new Button("All jobs", new FontIcon(Feather.LIST));
        all.setAccessibleText(all.getText());
        all.setTooltip(new Tooltip(all.getText()));
        all.contentDisplayProperty().bind(Bindings.when(roomy(all)).then(ContentDisplay.TEXT_ONLY).otherwise(ContentDisplay.GRAPHIC_ONLY));
        all.getStyleClass().add("tray-button");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(event -> showAll.run());
        HBox collapsed = new HBox(8, opener, line, spent(), all);
        collapsed.setAlignment(Pos.CENTER_LEFT);
        collapsed.getStyleClass().add("tray-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        list.getStyleClass().add("job-list");
        list.setItems(jobs.all());
        list.setAccessibleText("Jobs");
        list.setCellFactory(view -> new JobCell());
        Label none = new Label("No step has run since the study was opened. What ran before stands in Jobs.");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        getChildren().add(collapsed);
        jobs.all().addListener((InvalidationListener) change -> follow());
        follow();
        say();
    }

    /** Opens or closes the list of jobs. */
    void toggle() {
        open = !open;
        if (open) {
            getChildren().add(list);
        } else {
            getChildren().remove(list);
        }
        say();
    }

    Node first() {
        return opener;
    }

    /** What the study has cost so far, whatever runs. */
    private Label spent() {
        Label spent = new SteadyLabel();
        spent.getStyleClass().add("muted");
        costs.spent().subscribe(now -> {
            boolean isAny = now.study().calls() > 0;
            spent.setText(isAny ? "Study: " + Money.inWords(now.study(), now.budget()) : "");
        });
        spent.visibleProperty().bind(spent.textProperty().isNotEmpty().and(roomy(spent)));
        spent.managedProperty().bind(spent.visibleProperty());
        costs.look();
        return spent;
    }

    private BooleanBinding roomy(Labeled labelled) {
        return Bindings.createBooleanBinding(
                () -> getWidth() == 0 || getWidth() >= ROOMY * labelled.getFont().getSize(), widthProperty(), labelled.fontProperty());
    }

    private void say() {
        opener.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
        opener.setAccessibleText(open ? "Hide jobs" : "Show jobs");
        opener.setTooltip(new Tooltip(opener.getAccessibleText()));
    }

    /** The collapsed line shows the job that runs, else the newest. */
    private void follow() {
        shown.unsubscribe();
        Optional<Job> job = jobs.all().stream()
                .filter(each -> each.status().get().state() == RunState.RUNNING)
                .min(Comparator.comparing(Job::isAside))
                .or(() -> jobs.all().stream().findFirst());
        if (job.isEmpty()) {
            Label quiet = new Label("No jobs");
            quiet.getStyleClass().add("muted");
            StackPane.setAlignment(quiet, Pos.CENTER_LEFT);
            line.getChildren().setAll(quiet);
            shown = Subscription.EMPTY;
            return;
        }
        JobLine now = new JobLine(jobs, costs, job.get());
        line.getChildren().setAll(now);
        Subscription others = jobs.all().stream()
                .map(each -> each.status().map(Job.Status::state).subscribe((before, after) -> follow()))
                .reduce(Subscription.EMPTY, Subscription::and);
        shown = others.and(now::close);
    }

    private final class JobCell extends ListCell<Job> {

        private @Nullable JobLine content;

        @Override
        protected void updateItem(@Nullable Job job, boolean empty) {
            super.updateItem(job, empty);
            if (content != null) {
                content.close();
            }
            content = job == null || empty ? null : new JobLine(jobs, costs, job);
            setGraphic(content);
            setText(null);
            setMinHeight(Region.USE_PREF_SIZE);
            // As wide as the list: a long message is cut, not scrolled to.
            setPrefWidth(0);
            if (content != null) {
                content.setMinWidth(0);
                content.prefWidthProperty().bind(Bindings.createDoubleBinding(
                        () -> getWidth() - snappedLeftInset() - snappedRightInset(), widthProperty(), insetsProperty()));
            }
        }
    }
}
