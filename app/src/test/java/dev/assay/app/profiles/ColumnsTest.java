package dev.assay.app.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.controls.Inks;
import dev.assay.app.profiles.ScoreSheet.Widest;
import dev.assay.app.testing.Bench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final Widest WIDEST = new Widest("422.6", "+46.8", "805", "10", "[8–10]");

    @Test
    void aTableWhoseColumnsFitFillsItsWidthAndDoesNotScroll() {
        List<String> wrong = Bench.onFx(() -> {
            Inks inks = new Inks(() -> {});
            List<String> found = new ArrayList<>();
            for (int subjects = 1; subjects <= 4; subjects++) {
                double least = 160 * inks.scale() + Columns.fit(0, inks, WIDEST, subjects, Mode.SCORES).groups();
                for (double width = Math.ceil(least); width < least + 800; width++) {
                    Columns columns = Columns.fit(width, inks, WIDEST, subjects, Mode.SCORES);
                    if (columns.tree() + columns.groups() != width) {
                        found.add(subjects + " subjects in " + width);
                    }
                }
            }
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void theNumberOfQueriesAndTheRankAreNotReadAsOneNumber() {
        Columns columns = Bench.onFx(() -> Columns.fit(900, new Inks(() -> {}), WIDEST, 3, Mode.SCORES));
        assertThat(columns.rankEnd() - columns.rank() - columns.nEnd()).isGreaterThanOrEqualTo(16 * columns.scale());
    }
}
