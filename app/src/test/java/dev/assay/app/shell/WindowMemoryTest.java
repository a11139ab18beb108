package dev.assay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.shell.WindowMemory.Bounds;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowMemoryTest {

    private static final List<Rectangle2D> TWO_SCREENS = List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1280, 1024));

    @Test
    void aWindowOnTheSecondScreenComesBackThere() {
        Bounds bounds = new Bounds(2000, 100, 1000, 800, false);
        assertThat(bounds.on(TWO_SCREENS)).isEqualTo(bounds);
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToTheMiddleOfTheFirst() {
        Bounds bounds = new Bounds(2000, 100, 1000, 800, false).on(TWO_SCREENS.subList(0, 1));
        assertThat(bounds).isEqualTo(new Bounds(460, 140, 1000, 800, false));
    }

    @Test
    void aTitleBarAboveTheScreenIsOutOfReach() {
        assertThat(new Bounds(100, -300, 1000, 800, false).on(TWO_SCREENS).y()).isEqualTo(140);
    }

    @Test
    void aWindowLargerThanTheScreenIsMadeSmaller() {
        assertThat(new Bounds(-5000, 0, 3000, 2000, false).on(TWO_SCREENS)).isEqualTo(new Bounds(0, 0, 1920, 1080, false));
    }

    @Test
    void aWindowOfALargerScreenIsBroughtInWholeThoughItsTitleIsInReach() {
        assertThat(new Bounds(0, 0, 2560, 1440, false).on(TWO_SCREENS.subList(0, 1))).isEqualTo(new Bounds(0, 0, 1920, 1080, false));
        assertThat(new Bounds(300, 200, 1000, 1300, false).on(TWO_SCREENS.subList(0, 1))).isEqualTo(new Bounds(300, 0, 1000, 1080, false));
    }

    @Test
    void whatWasRememberedIsReadBackAndNonsenseIsNot() {
        Bounds bounds = new Bounds(10, 20, 1440, 900, true);
        assertThat(Bounds.parse(bounds.toString())).contains(bounds);
        assertThat(Bounds.parse("far left")).isEmpty();
        assertThat(Bounds.parse("1 2 x 4 true")).isEmpty();
    }
}
