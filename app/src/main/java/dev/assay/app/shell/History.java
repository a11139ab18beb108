package dev.assay.app.shell;

import dev.assay.app.workbench.Navigator;
import dev.assay.app.workbench.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Places visited, back and forward, as in a browser. */
final class History implements Navigator {

    private static final int KEPT = 200;

    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Place> here;
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

    History(Place start) {
        here = new ReadOnlyObjectWrapper<>(start);
    }

    @Override
    public void go(Place place) {
        if (place.equals(here.get())) {
            return;
        }
        back.push(here.get());
        if (back.size() > KEPT) {
            back.removeLast();
        }
        forward.clear();
        moveTo(place);
    }

    @Override
    public void settle(Place place) {
        if (place.view() == here.get().view()) {
            here.set(place);
        }
    }

    void back() {
        if (!back.isEmpty()) {
            forward.push(here.get());
            moveTo(back.pop());
        }
    }

    void forward() {
        if (!forward.isEmpty()) {
            back.push(here.get());
            moveTo(forward.pop());
        }
    }

    private void moveTo(Place place) {
        canGoBack.set(!back.isEmpty());
        canGoForward.set(!forward.isEmpty());
        here.set(place);
    }

    @Override
    public ReadOnlyObjectProperty<Place> here() {
        return here.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }
}
