package dev.assay.app.profiles;

import dev.assay.app.controls.EmptyState;
import dev.assay.app.controls.LoadingLine;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.listing.JudgedPart;
import dev.assay.app.profiles.ProfilesModel.Cell;
import dev.assay.app.profiles.SiblingOrder.By;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Dialogs.FileKind;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.taxonomy.tree.NodePath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Profiles, by model: where each subject is strong and weak, down the tree of categories. */
public final class ProfilesView implements View {

    static final String STYLESHEET =
            Objects.requireNonNull(ProfilesView.class.getResource("/dev/assay/app/profiles/profiles.css")).toExternalForm();

    private static final String GROUP = "Profiles";

    private final Workbench workbench;
    private final ProfilesModel model;
    private final BorderPane root = new BorderPane();
    private final ProfilesHeader header;
    private final ScoreTable table;
    private final Legend legend = new Legend();
    private final CellDetailsPane details;
    private final EmptyState empty;
    private final Executor later;
    private final Action showAsFigure;
    private final List<Action> actions;
    private boolean isFilled;
    private boolean isLinkWanted;
    /** Where one has come to, or has settled since; empty while another view is in front. */
    private Optional<Place> here = Optional.empty();

    /** @param profiles shared by all views of the study */
    public ProfilesView(Workbench workbench, LoadedProfiles profiles) {
        this.workbench = workbench;
        this.model = new ProfilesModel(workbench.study(), profiles, workbench.background(), workbench.settings());
        this.later = new OneAtATime(workbench.background());
        this.table = new ScoreTable(model, this::openDetails, this::enterDetails, this::goToQueries, this::isDetailed);
        this.details = new CellDetailsPane(this::goToQueries, this::choose);
        this.empty = new EmptyState("", "Go to the overview", () -> workbench.navigator().go(Place.of(ViewId.OVERVIEW)));
        BooleanBinding hasSheet = Bindings.createBooleanBinding(() -> model.sheet().get().isPresent(), model.sheet());
        this.showAsFigure = Action.of("profiles.figure", "Show as figure", GROUP, this::goToFigures)
                .icon(Feather.BAR_CHART_2)
                .enabledWhen(hasSheet);
        this.actions = List.of(
                showAsFigure,
                Action.of("profiles.weaknesses", "Weaknesses only", GROUP, () -> model.weaknessesOnly().set(!model.weaknessesOnly().get()))
                        .key("Shortcut+Shift+W")
                        .enabledWhen(hasSheet),
                Action.of("profiles.differences", "Differences from the reference", GROUP, this::toggleMode).enabledWhen(hasSheet),
                Action.of("profiles.queries", "Queries behind the chosen number", GROUP, () -> goToQueries(new JudgedPart.Scored()))
                        .enabledWhen(Bindings.createBooleanBinding(() -> model.cell().get().isPresent(), model.cell())),
                Action.of("profiles.failures", "Queries with answers without a score behind the chosen number", GROUP, () -> goToQueries(new JudgedPart.Failed()))
                        .enabledWhen(model.details().map(shown -> shown.filter(now -> now.cell().score().failures() > 0).isPresent())),
                sort("number", "Sort by the mean or difference of the chosen model", By.NUMBER).enabledWhen(hasSheet),
                sort("queries", "Sort by the number of queries of the chosen model", By.QUERIES).enabledWhen(hasSheet),
                sort("rank", "Sort by the rank of the chosen model", By.RANK).enabledWhen(hasSheet),
                Action.of("profiles.sort.tree", "Order of the taxonomy", GROUP, () -> model.order().set(SiblingOrder.TREE)).enabledWhen(hasSheet),
                export(ShownExport.Format.CSV).enabledWhen(hasSheet),
                export(ShownExport.Format.JSONL).enabledWhen(hasSheet),
                export(ShownExport.Format.LATEX).enabledWhen(hasSheet));
        this.header = new ProfilesHeader(model, () -> workbench.navigator().go(categories()), actions.subList(actions.size() - ShownExport.Format.values().length, actions.size()));
        layOut();
        follow();
    }

    private void layOut() {
        root.getStyleClass().add("profiles");
        root.getStylesheets().add(STYLESHEET);
        root.setTop(new VBox(header, new LoadingLine(model.busy())));
    }

    /** In frames of their own: header and table together take longer than the window may stand still. */
    private void fillOnce() {
        if (!isFilled) {
            isFilled = true;
            later.execute(() -> root.setCenter(new StackPane(table, empty)));
            later.execute(() -> root.setBottom(legend));
        }
    }

    private void follow() {
        model.problem().subscribe(problem -> {
            empty.say(problem.isEmpty() ? "" : "There is nothing to profile yet: " + problem + ".");
            empty.setVisible(!problem.isEmpty());
        });
        model.sheet().subscribe(sheet -> {
            header.setDisable(sheet.isEmpty());
            table.setVisible(sheet.isPresent());
            legend.setVisible(sheet.isPresent());
            legend.setManaged(sheet.isPresent());
            sheet.ifPresent(made -> legend.explain(made, model.mode().get()));
        });
        model.mode().subscribe(mode -> model.sheet().get().ifPresent(made -> legend.explain(made, mode)));
        model.place().subscribe((before, now) -> settle());
        root.sceneProperty().subscribe(scene -> here = Optional.empty());
        model.details().subscribe(now -> now.ifPresent(this::fill));
    }

    /** Where one is has changed a little: nobody has gone anywhere. */
    private void settle() {
        here = Optional.of(model.place().get());
        workbench.navigator().settle(model.place().get());
    }

    private void fill(CellDetails now) {
        details.show(now);
        if (isLinkWanted) {
            isLinkWanted = false;
            details.focusLink();
        }
    }

    private void openDetails() {
        if (model.cell().get().flatMap(Cell::subject).isPresent()) {
            workbench.details().show(details);
        }
    }

    private boolean isDetailed() {
        return workbench.details().content().get().filter(details::equals).isPresent();
    }

    private void enterDetails() {
        openDetails();
        Optional<Cell> shown = model.details().get()
                .map(now -> new Cell(now.sheet().nodes().get(now.node()).path(), Optional.of(now.subject())));
        isLinkWanted = !shown.equals(model.cell().get());
        if (!isLinkWanted) {
            details.focusLink();
        }
    }

    private void choose(NodePath node) {
        model.reveal(new Cell(node, model.cell().get().flatMap(Cell::subject)));
    }

    private void toggleMode() {
        model.mode().set(model.mode().get() == Mode.SCORES ? Mode.DIFFERENCES : Mode.SCORES);
    }

    /** Of the model whose cell is chosen, or else the first; again: the other way round, and then as the taxonomy does. */
    private Action sort(String name, String title, By by) {
        return Action.of("profiles.sort." + name, title, GROUP, () -> model.cell().get()
                .flatMap(Cell::subject)
                .or(() -> model.subjects().stream().findFirst())
                .ifPresent(subject -> model.sortBy(by, subject)));
    }

    private void goToQueries(JudgedPart part) {
        model.cell().get().ifPresent(cell -> {
            Place place = at(Place.of(ViewId.QUERIES).with(Place.NODE, cell.node().toString()), cell);
            workbench.navigator().go(part.written().map(written -> place.with(Place.PART, written)).orElse(place));
        });
    }

    private void goToFigures() {
        Place place = Place.of(ViewId.FIGURES);
        workbench.navigator().go(model.cell().get()
                .map(cell -> at(place.with(Place.NODE, cell.node().toString()), cell))
                .orElseGet(() -> at(place, new Cell(NodePath.ROOT, Optional.empty()))));
    }

    private Place categories() {
        Place place = Place.of(ViewId.CATEGORIES);
        return model.run().get().map(run -> place.with(Place.RUN, run.id())).orElse(place);
    }

    private Place at(Place place, Cell cell) {
        Place ofRun = model.run().get().map(run -> place.with(Place.RUN, run.id())).orElse(place);
        return cell.subject().map(subject -> ofRun.with(Place.SUBJECT, subject)).orElse(ofRun);
    }

    private Action export(ShownExport.Format format) {
        return Action.of("profiles.export." + format.extension(), "Export as " + format.title(), GROUP, () -> {
            ShownExport shown = model.export();
            workbench.dialogs().saveFile(
                    "Export what is shown", new FileKind(format.title(), format.extension()), "profile." + format.extension(), file -> workbench
                            .background()
                            .run(
                                    () -> {
                                        shown.write(file, format);
                                        return file;
                                    },
                                    written -> workbench.dialogs().notice("Written: " + written.getFileName(), Optional.empty()),
                                    failure -> workbench.dialogs().error("Export", String.valueOf(failure.getMessage()))));
        });
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Place place) {
        boolean isArrival = here.filter(place::equals).isEmpty();
        here = Optional.of(place);
        fillOnce();
        model.show(place);
        if (isArrival && place.parameter(Place.SUBJECT).isPresent() && place.parameter(Place.NODE).isPresent()) {
            workbench.details().show(details);
        }
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
        return List.of(header, table.list());
    }

    ProfilesModel model() {
        return model;
    }

    ScoreTable table() {
        return table;
    }

    CellDetailsPane details() {
        return details;
    }
}
