package dev.assay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final Place overview = Place.of(ViewId.OVERVIEW);
    private final Place queries = Place.of(ViewId.QUERIES);
    private final Place figures = Place.of(ViewId.FIGURES);
    private final History history = new History(overview);

    @Test
    void backAndForwardGoThroughThePlacesVisited() {
        history.go(queries);
        history.go(figures);
        history.back();
        history.back();
        assertThat(history.here().get()).isEqualTo(overview);
        assertThat(history.canGoBack().get()).isFalse();
        history.forward();
        assertThat(history.here().get()).isEqualTo(queries);
        assertThat(history.canGoForward().get()).isTrue();
    }

    @Test
    void whoGoesElsewhereAfterGoingBackCannotGoForward() {
        history.go(queries);
        history.back();
        history.go(figures);
        assertThat(history.canGoForward().get()).isFalse();
        history.back();
        assertThat(history.here().get()).isEqualTo(overview);
    }

    @Test
    void aPlaceIsFoundAsItWasLeft() {
        history.go(queries);
        history.settle(queries.with(Place.SEARCH, "river"));
        history.go(figures);
        history.back();
        assertThat(history.here().get().parameter(Place.SEARCH)).contains("river");
    }

    @Test
    void aViewThatIsNotShownAnyMoreSettlesNothing() {
        history.go(queries);
        history.settle(figures.with(Place.SUBJECT, "late"));
        assertThat(history.here().get()).isEqualTo(queries);
    }

    @Test
    void goingWhereOneIsIsNoStep() {
        history.go(overview);
        assertThat(history.canGoBack().get()).isFalse();
    }
}
