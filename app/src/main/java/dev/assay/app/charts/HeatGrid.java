package dev.assay.app.charts;

import dev.assay.app.charts.HeatMapData.Cell;
import dev.assay.app.charts.Page.Align;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/**
 * The cells of a heat map. They are filled here and not by JFreeChart's block renderer, which rounds its area to whole
 * points and strokes every block with a point of its own colour: at 7 pt text both can be seen.
 */
final class HeatGrid {

    private static final String NOTHING = "\u2013";

    private final HeatMapData data;

    HeatGrid(HeatMapData data) {
        this.data = data;
    }

    static double widestNumber(HeatMapData data, Ruler ruler) {
        return data.rows().stream().flatMap(row -> row.cells().stream()).flatMap(Optional::stream)
                .mapToDouble(cell -> ruler.width(number(data, cell), style(ruler, cell))).max().orElse(0);
    }

    void draw(Page page, Rectangle2D area) {
        DivergingScale scale = new DivergingScale(page.palette(), largest());
        Rectangle2D cell = new Rectangle2D.Double(
                0, 0, area.getWidth() / data.columns().size(), area.getHeight() / data.rows().size());
        double gap = gap(page);
        for (int row = 0; row < data.rows().size(); row++) {
            for (int column = 0; column < data.columns().size(); column++) {
                Rectangle2D box = new Rectangle2D.Double(
                        area.getX() + column * cell.getWidth() + gap, area.getY() + row * cell.getHeight() + gap,
                        cell.getWidth() - 2 * gap, cell.getHeight() - 2 * gap);
                drawCell(page, box, data.rows().get(row).cells().get(column), scale);
            }
        }
    }

    private static double gap(Page page) {
        return 0.7 * page.theme().measures().grid();
    }

    private double largest() {
        return data.rows().stream().flatMap(row -> row.cells().stream()).flatMap(Optional::stream)
                .filter(Cell::distinguishable).mapToDouble(cell -> Math.abs(cell.difference())).max().orElse(0);
    }

    private void drawCell(Page page, Rectangle2D box, Optional<Cell> cell, DivergingScale scale) {
        Ruler ruler = page.ruler();
        if (cell.isEmpty()) {
            page.textAt(NOTHING, box.getCenterX(), box.getCenterY(), Align.CENTRE, ruler.muted());
            return;
        }
        boolean distinguishable = cell.get().distinguishable();
        Color fill = distinguishable ? scale.getPaint(cell.get().difference()) : page.palette().heatMiddle();
        Color ink = distinguishable ? page.palette().textOn(fill) : page.palette().heatQuiet();
        if (cell.get().q().isPresent()) {
            page.fill(box, fill);
        } else {
            page.stroke(inset(box, 0.25 * page.theme().measures().text() / 7), page.palette().neutral(), frame(page));
        }
        TextStyle style = style(ruler, cell.get()).in(ink);
        page.textAt(number(data, cell.get()), box.getCenterX(), box.getCenterY(), Align.CENTRE, style);
    }

    private static BasicStroke frame(Page page) {
        float width = (float) page.theme().measures().grid();
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2 * width, 2 * width}, 0);
    }

    private static Rectangle2D inset(Rectangle2D box, double by) {
        return new Rectangle2D.Double(box.getX() + by, box.getY() + by, box.getWidth() - 2 * by, box.getHeight() - 2 * by);
    }

    private static String number(HeatMapData data, Cell cell) {
        return Numerals.signed(cell.difference(), data.axis().decimals());
    }

    /** Distinguishable differences are heavier: they stay visible in grey and for colour-blind readers. */
    private static TextStyle style(Ruler ruler, Cell cell) {
        return cell.distinguishable() ? ruler.text().at(Weight.MEDIUM) : ruler.text();
    }
}
