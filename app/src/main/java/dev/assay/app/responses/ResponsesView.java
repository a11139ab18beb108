package dev.assay.app.responses;

import dev.assay.app.controls.EmptyState;
import dev.assay.app.text.DocumentView;
import dev.assay.app.text.LinkOpening;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** One query, and all answers to it side by side. */
public final class ResponsesView implements View {

    private static final String GROUP = ViewId.RESPONSES.title();
    private static final int KEYS = 9;

    /** The pieces of an answer are small. */
    private static final Duration PER_FRAME = Duration.ofMillis(1);

    private final ResponsesModel model;
    private final ResponsesHeader header;
    private final QueryPane query;
    private final ColumnsArea columns;
    private final ReasonPane reason;
    private final EmptyState empty;
    private final ResponsesLayout node;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final List<Action> actions = new ArrayList<>();

    public ResponsesView(Workbench workbench) {
        model = new ResponsesModel(workbench.study(), workbench.background(), workbench.settings());
        Executor later = new OneAtATime(workbench.background(), PER_FRAME);
        LinkOpening links = new LinkOpening(workbench.dialogs());
        header = new ResponsesHeader(model);
        query = new QueryPane(later, links::ask);
        columns = new ColumnsArea(model, workbench.background(), workbench.settings(), later, links::ask);
        reason = new ReasonPane(model, later, links::ask, columns::scrollTo);
        empty = new EmptyState("", "Show the queries", () -> workbench.navigator().go(Place.of(ViewId.QUERIES)));
        Region busy = new Region();
        busy.getStyleClass().add("loading-line");
        node = new ResponsesLayout(header, busy, query, new StackPane(columns, empty), reason);
        node.getStylesheets().setAll(
                DocumentView.stylesheet(), Objects.requireNonNull(ResponsesView.class.getResource("responses.css")).toExternalForm());
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.cell().get().isPresent()) {
                model.cell().set(Optional.empty());
                event.consume();
            }
        });
        node.em().subscribe(columns::setEm);
        model.busy().subscribe(loading -> {
            busy.getStyleClass().remove("busy");
            if (loading) {
                busy.getStyleClass().add("busy");
            }
        });
        model.message().subscribe(text -> {
            empty.say(text);
            empty.setVisible(!text.isEmpty());
            columns.setVisible(text.isEmpty());
        });
        model.sheet().subscribe(this::showQuery);
        model.concealed().subscribe(this::showQuery);
        model.place().subscribe(workbench.navigator()::settle);
        showQuery();
        addActions();
    }

    private void showQuery() {
        Optional<Sheet> sheet = model.sheet().get();
        subtitle.set(sheet.map(shown -> "Query " + shown.number()).orElse(""));
        query.setVisible(sheet.isPresent());
        sheet.ifPresent(shown -> query.show(shown, model.concealed().get()));
    }

    private void addActions() {
        actions.add(Action.of("responses.next", "Next query", GROUP, () -> model.step(1)).key("J").icon(Feather.CHEVRON_DOWN));
        actions.add(Action.of("responses.previous", "Previous query", GROUP, () -> model.step(-1)).key("K").icon(Feather.CHEVRON_UP));
        actions.add(Action.of("responses.blind", "Hide or show names", GROUP, () -> model.blind().set(!model.blind().get()))
                .key("B")
                .icon(Feather.EYE_OFF));
        actions.add(Action.of("responses.reveal", "Reveal the names of this query", GROUP, model::reveal).enabledWhen(model.concealed()));
        actions.add(Action.of("responses.redraw", "Draw a new order of hidden names", GROUP, model::redraw));
        actions.add(Action.of("responses.step", "Scroll the answers in step or alone", GROUP, () -> model.inStep().set(!model.inStep().get())));
        actions.add(Action.of("responses.criteria", "Go to the criteria", GROUP, () -> columns.criteria().requestFocus()).key("C"));
        actions.add(Action.of("responses.close", "Close the reason", GROUP, () -> model.cell().set(Optional.empty()))
                .enabledWhen(model.cell().map(Optional::isPresent)));
        actions.addAll(columns.actions(GROUP));
        for (int i = 0; i < KEYS; i++) {
            int place = i;
            actions.add(Action.of("responses.answer" + (i + 1), "Go to answer " + (i + 1), GROUP, () -> columns.jumpTo(place))
                    .key(String.valueOf(i + 1)));
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Place place) {
        model.show(place);
    }

    @Override
    public List<Action> actions() {
        return List.copyOf(actions);
    }

    @Override
    public Optional<ObservableValue<String>> subtitle() {
        return Optional.of(subtitle.getReadOnlyProperty());
    }

    @Override
    public List<Node> regions() {
        return List.of(header, query, columns, columns.criteria(), reason);
    }

    /** For tests. */
    ResponsesModel model() {
        return model;
    }
}
