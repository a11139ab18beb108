package dev.assay.app.charts;

import dev.assay.app.charts.Page.Align;
import dev.assay.app.charts.RadarData.Estimate;
import dev.assay.app.charts.RadarData.Series;
import java.awt.BasicStroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Up to six subjects in one star, with whiskers for their intervals and their names beside it. */
final class RadarPanel implements Panel {

    private static final double KEY_LINE = 1.5;
    private static final double SAMPLE = 2.6;
    private static final double LABEL_SHARE = 0.22;

    private final RadarData data;

    RadarPanel(RadarData data) {
        this.data = data;
    }

    @Override
    public double namesWidth(Ruler ruler) {
        return 0;
    }

    @Override
    public double height(Ruler ruler, double width, double names) {
        double star = Math.min(width - keyWidth(ruler, width) - 2 * labelWidth(ruler, width), 30 * ruler.em());
        return star + 4.2 * ruler.em() + below(ruler, width);
    }

    @Override
    public void draw(Page page, Rectangle2D area, double names) {
        Ruler ruler = page.ruler();
        double em = ruler.em();
        double key = keyWidth(ruler, area.getWidth());
        double label = labelWidth(ruler, area.getWidth());
        double height = area.getHeight() - below(ruler, area.getWidth());
        double radius = Math.min(area.getWidth() - key - 2 * label, height - 4.2 * em) / 2;
        Checks.that(radius >= 4 * em, "the radar is too small at this text size; choose a greater width or height");
        double middle = area.getMinX() + (area.getWidth() - key) / 2;
        RadarStar star = new RadarStar(
                new Point2D.Double(middle, area.getMinY() + height / 2), radius, data.domains().size(), scale(data, radius, em));
        star.drawGrid(page);
        List<Series> series = sorted();
        for (int i = series.size() - 1; i >= 0; i--) {
            drawSeries(page, star, series.get(i), i, series.size());
        }
        star.drawRingLabels(page, series);
        star.drawSpokeLabels(page, Names.fit(data.domains(), label - 0.8 * em, ruler::width));
        Rectangle2D keys = key > 0
                ? new Rectangle2D.Double(Math.min(area.getMaxX() - key, middle + radius + label) + 2 * em, area.getMinY() + height / 2
                        - KEY_LINE * em * series.size() / 2, key - 2 * em, KEY_LINE * em * series.size())
                : new Rectangle2D.Double(
                        area.getMinX(), area.getMinY() + height, area.getWidth(), KEY_LINE * em * keyRows(ruler, area.getWidth()));
        drawKey(page, keys, series, key > 0 ? 1 : keyColumns(ruler, area.getWidth()));
        drawNote(page, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() - key, area.getHeight()), note(data));
    }

    /** From a little below the lowest bound: the star shows differences, so its centre is labelled and need not be zero. */
    static Scale scale(RadarData data, double radius, double em) {
        double low = data.all().stream().mapToDouble(Estimate::low).min().orElse(0);
        double high = data.all().stream().mapToDouble(Estimate::high).max().orElse(1);
        double room = Math.max(high - low, 1e-6);
        return Scale.over(low - 0.15 * room, high, (int) Math.clamp(radius / (1.8 * em), 3, 6));
    }

    static String note(RadarData data) {
        return data.axis().label() + " (" + data.axis().interval() + ")";
    }

    static void drawNote(Page page, Rectangle2D area, String note) {
        Ruler ruler = page.ruler();
        List<String> lines = ruler.wrap(note, area.getWidth(), ruler.title());
        double y = area.getMaxY() - (lines.size() - 0.5) * PanelText.TITLE_LINE * ruler.em();
        for (String line : lines) {
            page.textAt(line, area.getCenterX(), y, Align.CENTRE, ruler.title());
            y += PanelText.TITLE_LINE * ruler.em();
        }
    }

    static double noteHeight(RadarData data, Ruler ruler, double width) {
        return PanelText.TITLE_LINE * ruler.em() * ruler.wrap(note(data), width, ruler.title()).size();
    }

    private double below(Ruler ruler, double width) {
        double keys = keyWidth(ruler, width) > 0 ? 0 : KEY_LINE * keyRows(ruler, width) + 0.3;
        return keys * ruler.em() + noteHeight(data, ruler, width - keyWidth(ruler, width));
    }

    private double labelWidth(Ruler ruler, double width) {
        return Math.min(ruler.widest(data.domains()) + 0.8 * ruler.em(), LABEL_SHARE * width);
    }

    private double widestKey(Ruler ruler) {
        return ruler.widest(data.series().stream().map(Series::name).toList()) + (SAMPLE + 0.5) * ruler.em();
    }

    /** The width of a key at the right, or 0 if it stands below. */
    private double keyWidth(Ruler ruler, double width) {
        return width >= 50 * ruler.em() ? Math.min(widestKey(ruler), 0.35 * width) + 2 * ruler.em() : 0;
    }

    private int keyColumns(Ruler ruler, double width) {
        return 2 * widestKey(ruler) + ruler.em() <= width ? 2 : 1;
    }

    private int keyRows(Ruler ruler, double width) {
        int columns = keyColumns(ruler, width);
        return (data.series().size() + columns - 1) / columns;
    }

    private List<Series> sorted() {
        List<Series> sorted = new ArrayList<>(data.series());
        sorted.sort(Comparator.comparingDouble(Series::mean).reversed());
        return sorted;
    }

    private SeriesMark mark(Page page, int place) {
        return new SeriesMark(page.palette().series().get(place % page.palette().series().size()), place);
    }

    private void drawSeries(Page page, RadarStar star, Series series, int place, int count) {
        Measures measures = page.theme().measures();
        SeriesMark mark = mark(page, place);
        // Beside each other on a spoke, or the whiskers of close subjects would hide each other.
        double aside = (place - (count - 1) / 2.0) * 1.1 * measures.dot();
        star.drawLine(page, series, aside, mark.color(), mark.line(measures));
        for (int i = 0; i < data.domains().size(); i++) {
            Optional<Estimate> estimate = series.estimates().get(i);
            if (estimate.isPresent()) {
                Point2D low = star.at(i, estimate.get().low(), aside);
                Point2D high = star.at(i, estimate.get().high(), aside);
                Point2D mean = star.at(i, estimate.get().mean(), aside);
                page.line(low.getX(), low.getY(), high.getX(), high.getY(), mark.color(),
                        new BasicStroke((float) measures.interval(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
                mark.draw(page, mean.getX(), mean.getY());
            }
        }
    }

    private void drawKey(Page page, Rectangle2D area, List<Series> series, int columns) {
        Ruler ruler = page.ruler();
        double em = ruler.em();
        double column = area.getWidth() / columns;
        int rows = (series.size() + columns - 1) / columns;
        List<String> names = Names.fit(
                series.stream().map(Series::name).toList(), column - (SAMPLE + 0.5) * em, ruler::width);
        for (int i = 0; i < series.size(); i++) {
            int place = i / rows;
            double x = area.getMinX() + place * column;
            double y = area.getMinY() + (i % rows + 0.5) * KEY_LINE * em;
            SeriesMark mark = mark(page, i);
            page.line(x, y, x + SAMPLE * em, y, mark.color(), mark.line(page.theme().measures()));
            mark.draw(page, x + SAMPLE * em / 2, y);
            page.textAt(names.get(i), x + (SAMPLE + 0.5) * em, y, Align.LEFT, ruler.text());
        }
    }
}
