package dev.assay.app.charts;

import dev.assay.app.charts.HeatMapData.Cell;
import dev.assay.app.charts.Page.Align;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Subjects × nodes: each cell has its difference as a number, and a colour if it is distinguishable from zero. Above each
 * column its number of queries and the usual half-width of its intervals.
 */
final class HeatMapPanel implements Panel {

    private static final double LINE = 1.16;
    private static final double HEADER_GAP = 0.25;

    private final HeatMapData data;

    HeatMapPanel(HeatMapData data) {
        this.data = data;
    }

    @Override
    public double namesWidth(Ruler ruler) {
        return Math.max(ruler.widest(data.names()), ruler.width(data.axis().interval()));
    }

    @Override
    public double height(Ruler ruler, double width, double names) {
        return fixedHeight(ruler, width, names) + data.rows().size() * ruler.theme().measures().row() * 0.975;
    }

    @Override
    public void draw(Page page, Rectangle2D area, double names) {
        Ruler ruler = page.ruler();
        double em = ruler.em();
        double left = area.getMinX() + names + PanelText.GAP * em;
        Headers headers = headers(ruler, area.getWidth(), names);
        double top = area.getMinY() + headerHeight(headers, ruler);
        double rows = area.getHeight() - fixedHeight(ruler, area.getWidth(), names);
        Checks.that(rows / data.rows().size() >= 1.2 * em, "%d subjects need a height of %.0f mm at this text size",
                data.rows().size(), Units.mm(page.height() - rows + 1.2 * em * data.rows().size()) + 0.5);
        Rectangle2D cells = new Rectangle2D.Double(left, top, area.getMaxX() - left, rows);
        checkWidth(page, cells);
        drawHeaders(page, headers, area.getMinY(), cells);
        new HeatGrid(data).draw(page, cells);
        PanelText.drawNames(page, cells, data.names(), names);
        drawNote(page, area, cells.getMaxY() + 0.25 * em);
    }

    private double fixedHeight(Ruler ruler, double width, double names) {
        double note = (PanelText.TITLE_LINE * noteLines(ruler, width).size() + 0.25) * ruler.em();
        return headerHeight(headers(ruler, width, names), ruler) + note;
    }

    private double headerHeight(Headers headers, Ruler ruler) {
        double line = LINE * ruler.em();
        return headers.height(ruler, line) + 2 * line + HEADER_GAP * ruler.em();
    }

    private Headers headers(Ruler ruler, double width, double names) {
        double column = (width - names - PanelText.GAP * ruler.em()) / data.columns().size();
        List<String> labels = PathLabels.of(data.columns().stream().map(HeatMapData.Column::path).toList());
        return Headers.of(labels, column - 0.2 * ruler.em(), ruler);
    }

    private void checkWidth(Page page, Rectangle2D cells) {
        Ruler ruler = page.ruler();
        double widest = Math.max(HeatGrid.widestNumber(data, ruler), widestHeader(ruler)) + 0.3 * ruler.em();
        double missing = widest * data.columns().size() - cells.getWidth();
        Checks.that(missing <= 0.01, "%d nodes need a width of %.0f mm at this text size; choose fewer nodes or more width",
                data.columns().size(), Units.mm(page.width() + missing / 0.655) + 0.5);
    }

    private double widestHeader(Ruler ruler) {
        double widest = 0;
        for (int i = 0; i < data.columns().size(); i++) {
            widest = Math.max(widest, Math.max(ruler.width(queries(i)), ruler.width(half(i))));
        }
        return widest;
    }

    private String queries(int column) {
        return Numerals.count(data.columns().get(column).queries());
    }

    private String half(int column) {
        OptionalDouble half = data.halfWidth(column);
        if (data.columns().get(column).thin()) {
            return "thin";
        }
        return half.isPresent() ? "\u00b1" + Numerals.plain(half.getAsDouble(), data.axis().decimals()) : "\u2013";
    }

    private void drawHeaders(Page page, Headers headers, double top, Rectangle2D cells) {
        Ruler ruler = page.ruler();
        double line = LINE * ruler.em();
        double bottom = top + headers.height(ruler, line);
        double column = cells.getWidth() / data.columns().size();
        for (int i = 0; i < data.columns().size(); i++) {
            double middle = cells.getMinX() + (i + 0.5) * column;
            List<String> lines = headers.lines().get(i);
            if (headers.upright()) {
                page.textUp(lines.getFirst(), middle, bottom - 0.25 * ruler.em(), ruler.text());
            } else {
                for (int j = 0; j < lines.size(); j++) {
                    page.textAt(lines.get(j), middle, bottom - (lines.size() - j - 0.5) * line, Align.CENTRE, ruler.text());
                }
            }
            page.textAt(queries(i), middle, bottom + 0.5 * line, Align.CENTRE, ruler.muted());
            page.textAt(half(i), middle, bottom + 1.5 * line, Align.CENTRE, ruler.muted());
        }
        double names = cells.getMinX() - PanelText.GAP * ruler.em();
        page.textAt("queries", names, bottom + 0.5 * line, Align.RIGHT, ruler.muted());
        page.textAt(data.axis().interval(), names, bottom + 1.5 * line, Align.RIGHT, ruler.muted());
    }

    private String note() {
        boolean quiet = data.rows().stream().flatMap(row -> row.cells().stream()).flatMap(Optional::stream)
                .anyMatch(cell -> cell.q().isPresent() && !cell.distinguishable());
        boolean untested = data.rows().stream().flatMap(row -> row.cells().stream()).flatMap(Optional::stream)
                .map(Cell::q).anyMatch(OptionalDouble::isEmpty);
        return "difference from " + data.reference()
                + (quiet ? "; grey: q\u00a0>\u00a0" + Significance.LEVEL : "")
                + (untested ? "; framed: not\u00a0tested" + (data.anyThin() ? " (under\u00a0" + Significance.FEWEST_QUERIES + "\u00a0queries)" : "") : "")
                + (data.anyMissing() ? "; \u2013: too\u00a0few queries or\u00a0scores" : "");
    }

    private List<String> noteLines(Ruler ruler, double width) {
        return ruler.wrap(note(), width, ruler.title());
    }

    private void drawNote(Page page, Rectangle2D area, double top) {
        Ruler ruler = page.ruler();
        double middle = top + PanelText.TITLE_LINE / 2 * ruler.em();
        for (String line : noteLines(ruler, area.getWidth())) {
            page.textAt(line, area.getMaxX(), middle, Align.RIGHT, ruler.title());
            middle += PanelText.TITLE_LINE * ruler.em();
        }
    }
}
