package dev.assay.app.charts;

import dev.assay.app.charts.Page.Align;
import dev.assay.app.charts.RadarData.Series;
import java.awt.BasicStroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small star per subject on one scale, with its interval as a band and the reference as a dashed line. An empty star before them has the
 * names of the domains and the numbers of the scale: in the small ones they could not be read.
 */
final class RadarGridPanel implements Panel {

    /** Width of a cell, per text size, where there is room. */
    private static final double CELL = 16.9;
    /** What fits on a page, with a caption. */
    private static final double HIGHEST = Units.points(230);
    private static final double TITLE = 1.5;
    private static final double BREAK = 0.8;
    /** Radius of a star, of the width of its cell. */
    private static final double STAR = 0.42;
    /** Likewise, of the star with the names around it. */
    private static final double KEY = 0.24;
    private static final double KEY_LABEL = 1.2;
    private static final double LEAST_RADIUS = 2.5;

    private final RadarData data;

    RadarGridPanel(RadarData data) {
        this.data = data;
    }

    @Override
    public double namesWidth(Ruler ruler) {
        return 0;
    }

    @Override
    public double height(Ruler ruler, double width, double names) {
        return heightOf(columns(ruler, width), ruler, width);
    }

    private double heightOf(int columns, Ruler ruler, double width) {
        double cell = 2 * STAR * width / columns + (TITLE + BREAK) * ruler.em();
        return rows(columns) * cell + below(ruler, width);
    }

    @Override
    public void draw(Page page, Rectangle2D area, double names) {
        Ruler ruler = page.ruler();
        double em = ruler.em();
        int columns = columns(ruler, area.getWidth());
        double width = area.getWidth() / columns;
        double height = (area.getHeight() - below(ruler, area.getWidth())) / rows(columns);
        double radius = Math.min(STAR * width, (height - (TITLE + BREAK) * em) / 2);
        Checks.that(radius >= LEAST_RADIUS * em, "the radars are too small at this text size; choose fewer subjects or more height");
        List<String> titles = Names.fit(
                data.series().stream().map(Series::name).toList(), width - em, text -> ruler.width(text, title(ruler)));
        Scale scale = RadarPanel.scale(data, radius, em);
        drawKey(page, new Rectangle2D.Double(area.getMinX(), area.getMinY(), width * keyCells(columns), height), radius, scale);
        for (int i = 0; i < data.series().size(); i++) {
            int place = i + keyCells(columns);
            int row = place / columns;
            Point2D top = new Point2D.Double(area.getMinX() + (place % columns + 0.5) * width, area.getMinY() + row * height);
            page.textAt(titles.get(i), top.getX(), top.getY() + 0.6 * em, Align.CENTRE, title(ruler));
            Point2D centre = new Point2D.Double(top.getX(), top.getY() + TITLE * em + radius);
            drawStar(page, new RadarStar(centre, radius, data.domains().size(), scale), data.series().get(i));
        }
        RadarPanel.drawNote(page, area, note());
    }

    private static TextStyle title(Ruler ruler) {
        return ruler.text().at(Weight.MEDIUM);
    }

    private String note() {
        String dashed = data.reference().map(one -> "; dashed: " + one.name()).orElse("");
        return RadarPanel.note(data) + dashed;
    }

    private double below(Ruler ruler, double width) {
        return PanelText.TITLE_LINE * ruler.em() * ruler.wrap(note(), width, ruler.title()).size();
    }

    /** As few as fit on a page, so that the stars are as large as they can be; as many as there is room for, if none do. */
    private int columns(Ruler ruler, double width) {
        int fewest = Math.clamp((long) (width / (CELL * ruler.em())), 1, data.series().size());
        int most = Math.max(fewest, (int) (width * STAR / (LEAST_RADIUS * ruler.em())));
        return IntStream.rangeClosed(fewest, most).filter(columns -> heightOf(columns, ruler, width) <= HIGHEST).findFirst().orElse(most);
    }

    private int rows(int columns) {
        return (keyCells(columns) + data.series().size() + columns - 1) / columns;
    }

    /** Names need two of the narrow cells. */
    private static int keyCells(int columns) {
        return Math.min(2, columns);
    }

    private void drawKey(Page page, Rectangle2D area, double largest, Scale scale) {
        Ruler ruler = page.ruler();
        double em = ruler.em();
        double radius = Math.min(KEY * area.getWidth(), largest - KEY_LABEL * em);
        RadarStar star = new RadarStar(
                new Point2D.Double(area.getCenterX(), area.getMinY() + TITLE * em + largest), radius, data.domains().size(), scale);
        star.drawGrid(page);
        star.drawRingLabels(page, List.of());
        star.drawSpokeLabels(page, Headers.abbreviate(data.domains(), star.labelRoom(area.getWidth(), em), ruler));
    }

    private void drawStar(Page page, RadarStar star, Series series) {
        star.drawBand(page, series, page.palette().band());
        star.drawGrid(page);
        BasicStroke line = new BasicStroke((float) page.theme().measures().interval());
        data.reference().ifPresent(one -> star.drawLine(page, one, 0, page.palette().subtle(), dashed(page)));
        star.drawLine(page, series, 0, page.palette().text(), line);
    }

    private static BasicStroke dashed(Page page) {
        float width = (float) page.theme().measures().interval();
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3 * width, 2 * width}, 0);
    }
}
