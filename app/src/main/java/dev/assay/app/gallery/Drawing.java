package dev.assay.app.gallery;

import dev.assay.app.charts.Figure;
import dev.assay.app.charts.FigureException;
import dev.assay.app.charts.FigureExporter;
import dev.assay.app.charts.Legibility;
import dev.assay.app.charts.Lettering;
import dev.assay.app.charts.PageSetup;
import dev.assay.datasets.AssayException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws figures for the screen with the code that writes them into files. Not on the JavaFX thread. */
final class Drawing {

    private static final double MM_PER_INCH = 25.4;

    /** Width of a figure on its card, about twice what it takes there: it is drawn once and scaled with the size of text. */
    private static final double SKETCH_PIXELS = 320;

    private @Nullable FigureExporter exporter;

    /** Loads the fonts when it is first used, which takes some tenths of a second. */
    synchronized FigureExporter exporter() {
        FigureExporter known = exporter;
        if (known == null) {
            known = new FigureExporter(Lettering.bundled());
            exporter = known;
        }
        return known;
    }

    Preview preview(Charted charted, FigureKind kind, Optional<String> subject, Look look, Zoom zoom, Zoom.Room room) {
        try {
            Figure figure = charted.figure(kind, subject);
            double height = exporter().heightMm(figure, look.setup());
            return drawn(charted, figure, look.setup(zoom.dpi(look.widthMm(), height, room)), height);
        } catch (AssayException e) {
            return new Preview.Impossible(reason(e));
        }
    }

    /** The figure for a card of the gallery; a page wide where a column is too narrow. */
    Preview sketch(Charted charted, FigureKind kind, Optional<String> subject, Look look) {
        try {
            Figure figure = charted.figure(kind, subject);
            try {
                return sketch(charted, figure, look.wide(Look.COLUMN_MM));
            } catch (FigureException e) {
                return sketch(charted, figure, look.wide(Look.PAGE_MM));
            }
        } catch (AssayException e) {
            return new Preview.Impossible(reason(e));
        }
    }

    private Preview sketch(Charted charted, Figure figure, Look look) {
        PageSetup setup = look.setup((int) Math.ceil(SKETCH_PIXELS / look.widthMm() * MM_PER_INCH));
        return drawn(charted, figure, setup, exporter().heightMm(figure, setup));
    }

    private Preview.Drawn drawn(Charted charted, Figure figure, PageSetup setup, double height) {
        return new Preview.Drawn(
                figure,
                setup,
                height,
                Pixels.of(exporter().image(figure, setup)),
                charted.caption(figure),
                Legibility.of(figure, setup.theme()));
    }

    private static String reason(AssayException e) {
        String message = e.getMessage().replaceFirst("^No figure: ", "");
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }
}
