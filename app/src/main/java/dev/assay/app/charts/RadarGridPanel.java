package dev.assay.app.charts;

import dev.assay.app.charts.Page.Align;
import dev.assay.app.charts.RadarData.Series;
import java.awt.BasicStroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A small star per subject on one scale, with its interval as a band and the reference as a dashed line. */
final class RadarGridPanel implements Panel {

    private static final double CELL = 16.9;
    private static final double TITLE = 1.5;
    private static final double LABELS = 2;
    private static final double BREAK = 0.8;
    private static final double STAR = 0.28;

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
        double column = width / columns(ruler, width);
        double cell = 2 * STAR * column + (TITLE + 2 * LABELS + BREAK) * ruler.em();
        return rows(ruler, width) * cell + below(ruler, width);
    }

    @Override
    public void draw(Page page, Rectangle2D area, double names) {
        Ruler ruler = page.ruler();
        int columns = columns(ruler, area.getWidth());
        double width = area.getWidth() / columns;
        double height = (area.getHeight() - below(ruler, area.getWidth())) / rows(ruler, area.getWidth());
        List<String> titles = Names.fit(
                data.series().stream().map(Series::name).toList(), width - ruler.em(), text -> ruler.width(text, title(ruler)));
        for (int i = 0; i < data.series().size(); i++) {
            int row = i / columns;
            int column = i % columns;
            Rectangle2D cell = new Rectangle2D.Double(
                    area.getMinX() + column * width, area.getMinY() + row * height, width, height);
            drawStar(page, cell, data.series().get(i), titles.get(i), i == 0);
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

    private int columns(Ruler ruler, double width) {
        return Math.clamp((long) (width / (CELL * ruler.em())), 1, Math.max(1, data.series().size()));
    }

    private int rows(Ruler ruler, double width) {
        int columns = columns(ruler, width);
        return (data.series().size() + columns - 1) / columns;
    }

    private void drawStar(Page page, Rectangle2D cell, Series series, String title, boolean labelled) {
        Ruler ruler = page.ruler();
        double em = ruler.em();
        page.textAt(title, cell.getCenterX(), cell.getMinY() + 0.6 * em, Align.CENTRE, title(ruler));
        double radius = Math.min(STAR * cell.getWidth(), (cell.getHeight() - (TITLE + 2 * LABELS + BREAK) * em) / 2);
        Checks.that(radius >= 2.5 * em, "the radars are too small at this text size; choose fewer subjects or more height");
        Point2D centre = new Point2D.Double(cell.getCenterX(), cell.getMinY() + (TITLE + LABELS) * em + radius);
        RadarStar star = new RadarStar(centre, radius, data.domains().size(), RadarPanel.scale(data, radius, em));
        star.drawBand(page, series, page.palette().band());
        star.drawGrid(page);
        BasicStroke line = new BasicStroke((float) page.theme().measures().interval());
        data.reference().ifPresent(one -> star.drawLine(page, one, 0, page.palette().subtle(), dashed(page)));
        star.drawLine(page, series, 0, page.palette().text(), line);
        if (labelled) {
            star.drawRingLabels(page);
        }
        star.drawSpokeLabels(page, Headers.abbreviate(data.domains(), star.labelRoom(cell.getWidth(), em), ruler));
    }

    private static BasicStroke dashed(Page page) {
        float width = (float) page.theme().measures().interval();
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3 * width, 2 * width}, 0);
    }
}
