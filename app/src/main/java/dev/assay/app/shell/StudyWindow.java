package dev.assay.app.shell;

import dev.assay.app.controls.KeptDivider;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An open study: rail, toolbar, the view at the present place, details at the right, job tray. */
final class StudyWindow extends BorderPane {

    private static final double NARROW = 1_180;
    private static final String DETAILS_WIDTH = "details.width";
    private static final double USUAL_DETAILS = 288;
    /** Of the width of both. */
    private static final double USUALLY_MOST_FOR_DETAILS = 0.42;

    private final Session session;
    private final Actions actions;
    private final NavigationRail rail;
    private final TopBar top;
    private final JobTray tray;
    private final StackPane middle = new StackPane();
    private final SplitPane split = new SplitPane(middle);
    private final StackPane detailsPane = new StackPane();
    private final List<Action> ofView = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;
    private final Executor later;
    private boolean isOpen = true;
    private @Nullable View front;

    StudyWindow(Session session, Actions actions, Settings settings) {
        this.session = session;
        this.actions = actions;
        later = new OneAtATime(session.workbench().background());
        rail = new NavigationRail(session.history());
        top = new TopBar(actions);
        tray = new JobTray(session.jobs(), session.workbench().costs(), () -> session.history().go(Place.of(ViewId.JOBS)));
        split.getStyleClass().add("body");
        detailsPane.getStyleClass().add("details-pane");
        detailsPane.setMinWidth(200);
        new KeptDivider(split, detailsPane, settings, DETAILS_WIDTH, () -> usualDetails(settings));
        // Whatever a view would like to have, the window is no larger than it is: its bars stay in sight.
        middle.setMinSize(0, 0);
        split.setMinHeight(0);
        top.setMinHeight(Region.USE_PREF_SIZE);
        VBox centre = new VBox(top, split);
        centre.setMinHeight(0);
        VBox.setVgrow(split, Priority.ALWAYS);
        // One after the other, since styling all of them takes longer than the window may stand still; in the order of Tab.
        setCenter(centre);
        later.execute(() -> setBottom(tray));
        later.execute(() -> setLeft(rail));
        rail.narrow().bind(Bindings.createBooleanBinding(
                () -> getWidth() < NARROW * settings.textSize().get() / 100, widthProperty(), settings.textSize()));
        following = session.history().here().subscribe(this::show)
                .and(session.study().version().subscribe((before, after) -> show(session.history().here().get())))
                .and(session.workbench().details().content().subscribe(this::showDetails));
        // The other views are made while the person looks at the first: they open sooner, and the palette knows what they can do.
        for (ViewId id : ViewId.values()) {
            later.execute(() -> {
                if (isOpen) {
                    session.view(id);
                }
            });
        }
    }

    void close() {
        isOpen = false;
        following.unsubscribe();
        top.close();
        actions.removeAll(ofView);
        session.closeViews();
    }

    JobTray tray() {
        return tray;
    }

    /** What can be done, here and in the other views; what belongs to another view leads there first. */
    List<Action> allActions() {
        List<Action> all = new ArrayList<>(actions.all());
        for (ViewId id : ViewId.values()) {
            if (session.has(id) && !session.view(id).equals(front)) {
                session.view(id).actions().forEach(action -> all.add(action.instead(() -> goAndDo(id, action))));
            }
        }
        return all;
    }

    /** Done as soon as it can be, unless the person has gone elsewhere by then. */
    private void goAndDo(ViewId id, Action action) {
        session.history().go(Place.of(id));
        Subscription[] waiting = {Subscription.EMPTY};
        waiting[0] = Subscription.combine(
                action.enabled().subscribe((before, now) -> doOnce(action, waiting)),
                session.history().here().subscribe((before, now) -> {
                    if (now.view() != id) {
                        waiting[0].unsubscribe();
                    }
                }));
        later.execute(() -> doOnce(action, waiting));
    }

    private void doOnce(Action action, Subscription[] waiting) {
        if (isOpen && action.enabled().getValue() && ofView.contains(action)) {
            waiting[0].unsubscribe();
            action.run();
        }
    }

    /** A view that is not there yet is made first and shown then: between the two the window is painted. */
    private void show(Place place) {
        ViewId id = place.view();
        if (session.has(id)) {
            bring(place, session.view(id));
        } else {
            later.execute(() -> {
                if (isOpen && session.history().here().get().view() == id) {
                    View made = session.view(id);
                    later.execute(() -> {
                        if (isOpen && session.history().here().get().view() == id) {
                            bring(session.history().here().get(), made);
                        }
                    });
                }
            });
        }
    }

    private void bring(Place place, View view) {
        if (!view.equals(front)) {
            session.workbench().details().hide();
            front = view;
            actions.removeAll(ofView);
            ofView.clear();
            ofView.addAll(view.actions());
            actions.addAll(ofView);
            middle.getChildren().setAll(view.node());
            top.show(place, view.subtitle(), view.primary());
        }
        view.show(place);
    }

    private double usualDetails(Settings settings) {
        return Math.min(USUAL_DETAILS * settings.textSize().get() / 100, USUALLY_MOST_FOR_DETAILS * split.getWidth());
    }

    private void showDetails(Optional<Region> content) {
        if (content.isEmpty()) {
            split.getItems().remove(detailsPane);
            return;
        }
        ScrollPane scroll = new ScrollPane(content.get());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("details-scroll");
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Close details");
        close.setTooltip(new Tooltip("Close details (Esc)"));
        close.setOnAction(event -> session.workbench().details().hide());
        HBox corner = new HBox(close);
        corner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        corner.getStyleClass().add("details-corner");
        StackPane.setAlignment(corner, Pos.TOP_RIGHT);
        detailsPane.getChildren().setAll(scroll, corner);
        if (!split.getItems().contains(detailsPane)) {
            split.getItems().add(detailsPane);
        }
    }

    /** Moves the focus to the next part of the window (F6), or to the one before (Shift+F6). */
    void nextRegion(int step) {
        List<Node> regions = regions();
        Node focused = getScene().getFocusOwner();
        int at = -1;
        for (int i = 0; i < regions.size(); i++) {
            if (Focus.isWithin(focused, regions.get(i))) {
                at = i;
            }
        }
        for (int i = 1; i <= regions.size(); i++) {
            Node region = regions.get(Math.floorMod(at + i * step, regions.size()));
            if (Focus.moveInto(region)) {
                return;
            }
        }
    }

    private List<Node> regions() {
        List<Node> regions = new ArrayList<>();
        regions.add(top);
        if (front != null) {
            regions.addAll(front.regions());
        }
        if (split.getItems().contains(detailsPane)) {
            regions.add(detailsPane);
        }
        regions.add(tray);
        regions.add(rail);
        return regions;
    }
}
