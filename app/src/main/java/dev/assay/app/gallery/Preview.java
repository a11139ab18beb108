package dev.assay.app.gallery;

import dev.assay.app.charts.Figure;
import dev.assay.app.charts.Legibility;
import dev.assay.app.charts.PageSetup;

/** What is to be seen of a figure. */
sealed interface Preview {

    /** Not drawn yet. */
    record Pending() implements Preview {}

    /**
     * The figure as its file shows it.
     *
     * @param setup at the resolution of the pixels
     */
    record Drawn(Figure figure, PageSetup setup, double heightMm, Pixels pixels, String caption, Legibility legibility) implements Preview {

        double widthMm() {
            return setup.widthMm();
        }
    }

    /** The data do not give this figure, or not at this size. */
    record Impossible(String reason) implements Preview {}
}
