package dev.assay.app.queries;

import dev.assay.app.controls.EmptyState;
import dev.assay.app.controls.LoadingLine;
import dev.assay.app.controls.Unrolling;
import dev.assay.app.listing.Order;
import dev.assay.app.queries.QueriesModel.Shown;
import dev.assay.app.text.LinkOpening;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.taxonomy.tree.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The view of all queries: found, filtered, read and tagged. */
public final class QueriesView implements View {

    static final String STYLESHEET =
            Objects.requireNonNull(QueriesView.class.getResource("/dev/assay/app/queries/queries.css")).toExternalForm();

    private static final String GROUP = ViewId.QUERIES.title();
    private static final String DETAILS = "queries.details";
    private static final String CLOSED = "closed";

    private final Workbench workbench;
    private final QueriesModel model;
    private final TagEdits edits;
    private final LinkOpening links;
    private final QueryGrid grid;
    private final Executor later;
    private final Unrolling unrolling;
    private final QueriesHeader header;
    private final FilterChips chips;
    private final QueryDetailsPane details;
    private final EmptyState noQueries;
    private final EmptyState nothingFound;
    private final BorderPane root = new BorderPane();
    private final StackPane list;
    private final Action open;
    private final List<Action> actions;

    public QueriesView(Workbench workbench) {
        this.workbench = workbench;
        model = new QueriesModel(workbench.study(), workbench.background(), workbench.navigator());
        links = new LinkOpening(workbench.dialogs());
        edits = new TagEdits(workbench.study(), workbench.background(), failure ->
                workbench.dialogs().error("Categories", String.valueOf(failure.getMessage())));
        grid = new QueryGrid(model, workbench.settings(), new RowUses());
        later = new OneAtATime(workbench.background());
        unrolling = new Unrolling(grid, later);
        details = new QueryDetailsPane(model, workbench.background(), new DetailsUses());
        BooleanBinding hasChoice = model.chosen().greaterThanOrEqualTo(0);
        open = Action.of("queries.open", "Open answers", GROUP, () -> openAnswers(Optional.empty()))
                .key("Shortcut+Enter")
                .icon(Feather.COLUMNS)
                .enabledWhen(hasChoice);
        List<Action> orders = Arrays.stream(Order.By.values()).map(this::order).toList();
        List<Action> exports = new QueryExport(workbench, model).actions(GROUP);
        header = new QueriesHeader(model, workbench.dialogs(), grid.remembered(), grid::enter, orders, exports);
        chips = new FilterChips(model);
        actions = Stream.of(actions(hasChoice), orders, exports).flatMap(List::stream).toList();
        noQueries = new EmptyState("There are no queries in this study yet.", "Import…", () -> workbench.actions().run("study.import"));
        nothingFound = new EmptyState("No query meets all of these filters.", "Clear filters", model::clearFilters);
        list = new StackPane(unrolling, noQueries, nothingFound);
        layOut();
        follow();
    }

    private List<Action> actions(BooleanBinding hasChoice) {
        BooleanBinding canTag = hasChoice.and(Bindings.createBooleanBinding(model::writable));
        return List.of(
                open,
                Action.of("queries.search", "Search queries", GROUP, this::search).key("Shortcut+F").icon(Feather.SEARCH),
                Action.of("queries.categories", "Filter by category…", GROUP, () -> header.categories().show()).key("C"),
                Action.of("queries.clear", "Clear filters", GROUP, model::clearFilters)
                        .key("Shortcut+Shift+F")
                        .enabledWhen(Bindings.createBooleanBinding(() -> model.listed().get().filters(), model.listed())),
                Action.of("queries.tag", "Add a category to the query", GROUP, this::tag).key("T").icon(Feather.TAG).enabledWhen(canTag),
                Action.of("queries.details", "Show or hide details of the query", GROUP, this::toggleDetails).enabledWhen(hasChoice));
    }

    /** Orders by something; done again, the other way round. */
    private Action order(Order.By by) {
        String word = by.name().toLowerCase(Locale.ROOT);
        Action action = Action.of("queries.order." + word, "Order by " + word, GROUP, () -> model.ask(
                list -> list.withOrder(new Order(by, list.order().by() == by && !list.order().descending()))));
        return by == Order.By.SCORE
                ? action.enabledWhen(Bindings.createBooleanBinding(() -> model.listed().get().judged().isPresent(), model.listed()))
                : action;
    }

    private void layOut() {
        root.getStyleClass().add("queries");
        root.getStylesheets().add(STYLESHEET);
        root.setTop(new VBox(header, new LoadingLine(model.busy()), chips));
        root.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("/") && !(event.getTarget() instanceof TextInputControl)) {
                event.consume();
                search();
            }
        });
    }

    private void follow() {
        model.shown().subscribe(shown -> {
            boolean none = shown.filter(list -> list.total() == 0).isPresent();
            noQueries.setVisible(none);
            nothingFound.setVisible(!none && shown.map(Shown::rows).filter(List::isEmpty).isPresent());
            grid.setVisible(!noQueries.isVisible() && !nothingFound.isVisible());
            chips.setVisible(!none);
            header.setDisable(none);
            shown.ifPresent(list -> unrolling.begin());
        });
        model.details().subscribe(query -> {
            if (query.isPresent() && isDetailsWanted() && isFront()) {
                workbench.details().show(details);
            } else if (model.chosen().get() < 0 && isDetailsShown()) {
                workbench.details().hide();
            }
        });
        // Who closes the pane while a query is chosen does not want it with the next one either, until it is asked for.
        workbench.details().content().subscribe((before, now) -> {
            boolean closedByHand = now.isEmpty() && before.filter(details::equals).isPresent() && model.chosen().get() >= 0 && isFront();
            if (closedByHand) {
                workbench.settings().remember(DETAILS, CLOSED);
                grid.requestFocus();
            }
        });
    }

    private void search() {
        header.focusSearch();
    }

    private void tag() {
        showDetails();
        details.tagField().field().requestFocus();
    }

    private void showDetails() {
        workbench.settings().remember(DETAILS, "open");
        workbench.details().show(details);
    }

    private void toggleDetails() {
        if (isDetailsShown()) {
            workbench.details().hide();
        } else if (model.details().get().isPresent()) {
            showDetails();
        }
    }

    private boolean isDetailsWanted() {
        Settings settings = workbench.settings();
        return settings.recall(DETAILS).filter(CLOSED::equals).isEmpty();
    }

    private boolean isDetailsShown() {
        return workbench.details().content().get().filter(details::equals).isPresent();
    }

    private boolean isFront() {
        return workbench.navigator().here().getValue().view() == ViewId.QUERIES;
    }

    private void openAnswers(Optional<String> subject) {
        model.answers().ifPresent(place ->
                workbench.navigator().go(subject.map(name -> place.with(Place.SUBJECT, name)).orElse(place)));
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
        model.show(place);
        if (model.details().get().isPresent() && isDetailsWanted()) {
            workbench.details().show(details);
        }
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(open);
    }

    @Override
    public void close() {
        grid.close();
    }

    @Override
    public List<javafx.scene.Node> regions() {
        return List.of(header, chips, grid);
    }

    QueriesModel model() {
        return model;
    }

    QueryGrid grid() {
        return grid;
    }

    QueriesHeader header() {
        return header;
    }

    QueryDetailsPane details() {
        return details;
    }

    private final class RowUses implements QueryGrid.Uses {
        @Override
        public void open() {
            openAnswers(Optional.empty());
        }

        @Override
        public void toggleDetails() {
            QueriesView.this.toggleDetails();
        }
    }

    private final class DetailsUses implements QueryDetailsPane.Uses {
        @Override
        public void addTag(Node node) {
            model.chosenId().ifPresent(id -> edits.add(id, node.id()));
        }

        @Override
        public void removeTag(Node node) {
            model.chosenId().ifPresent(id -> edits.remove(id, node.id()));
        }

        @Override
        public void openAnswers(Optional<String> subject) {
            QueriesView.this.openAnswers(subject);
        }

        @Override
        public void openLink(String address) {
            links.ask(address);
        }

        @Override
        public void leave() {
            grid.enter();
        }
    }
}
