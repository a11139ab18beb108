package dev.assay.app.charts;

import dev.assay.app.charts.StrengthsData.Node;
import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Nodes as bars to both sides of zero, with intervals and q-values; bars of nodes that were not tested are hatched. */
final class StrengthsPanel implements Panel {

    private static final double HEADER = 1.5;
    private static final double TICKS = 1.75;

    private final StrengthsData data;

    StrengthsPanel(StrengthsData data) {
        this.data = data;
    }

    @Override
    public double namesWidth(Ruler ruler) {
        return ruler.widest(data.labels());
    }

    @Override
    public double mostNames(Ruler ruler, double width) {
        return PanelText.mostNames(ruler, width, room -> columns(ruler, room));
    }

    @Override
    public double height(Ruler ruler, double width, double names) {
        double row = ruler.theme().measures().row();
        return fixedHeight(ruler, width) + row * Math.max(data.nodes().size(), 1.8);
    }

    @Override
    public void draw(Page page, Rectangle2D area, double names) {
        Ruler ruler = page.ruler();
        double em = ruler.em();
        double rows = area.getHeight() - fixedHeight(ruler, area.getWidth());
        Checks.that(rows / data.nodes().size() >= 1.2 * em, "%d nodes need a height of %.0f mm at this text size",
                data.nodes().size(), Units.mm(page.height() - rows + 1.2 * em * data.nodes().size()) + 0.5);
        double left = area.getMinX() + names + PanelText.GAP * em;
        List<NumberColumn> columns = columns(ruler, area.getMaxX() - left);
        double right = area.getMaxX() - NumberColumn.width(columns, ruler);
        Checks.that(right - left >= 6 * em, "the strengths need a width of %.0f mm at this text size",
                Units.mm(page.width() + 6 * em - (right - left)) + 0.5);
        Rectangle2D plot = Plots.snapped(
                page, new Rectangle2D.Double(left, area.getMinY() + HEADER * em, right - left, rows));
        IntervalPlot intervals = new IntervalPlot(scale(plot.getWidth(), em), false);
        drawBars(page, plot, intervals);
        intervals.draw(page, plot, marks(), Double.NaN);
        PanelText.drawNames(page, plot, data.labels(), names);
        NumberColumn.draw(columns, page, area.getMaxX(), area.getMinY() + HEADER * em * 0.45, plot);
        drawZero(page, plot, intervals);
        intervals.drawTicks(page, plot, plot.getMaxY() + 0.9 * em, true);
        PanelText.drawTitle(page, plot, area, plot.getMaxY() + TICKS * em, titleLines(ruler, area.getWidth()));
    }

    private double fixedHeight(Ruler ruler, double width) {
        return ruler.em() * (HEADER + TICKS + PanelText.TITLE_LINE * titleLines(ruler, width).size());
    }

    /** Tested intervals fit; those of thin nodes may be so wide that they run out of the plot, without a cap. */
    private Scale scale(double width, double em) {
        double low = data.nodes().stream().mapToDouble(n -> n.tested() ? n.low() : n.difference()).min().orElse(0);
        double high = data.nodes().stream().mapToDouble(n -> n.tested() ? n.high() : n.difference()).max().orElse(0);
        return Scale.over(Math.min(0, low), Math.max(0, high), IntervalPlot.ticks(width, em));
    }

    private List<IntervalPlot.Mark> marks() {
        return data.nodes().stream()
                .map(node -> new IntervalPlot.Mark(node.difference(), node.low(), node.high(), node.verdict())).toList();
    }

    /** The q-value and n always; failures where there are any; the difference where there is room for the number. */
    private List<NumberColumn> columns(Ruler ruler, double room) {
        List<NumberColumn> columns = new ArrayList<>();
        columns.add(NumberColumn.muted("n", each(node -> Numerals.count(node.n()))));
        if (data.hasFailures()) {
            columns.add(NumberColumn.muted("failed", each(node -> Numerals.count(node.failures()))));
        }
        columns.add(NumberColumn.plain("q", each(node -> node.tested() ? Numerals.q(node.q().orElseThrow()) : "thin")));
        int decimals = data.axis().decimals();
        List<NumberColumn> full = new ArrayList<>(columns);
        full.addFirst(NumberColumn.plain("diff.", each(node -> Numerals.signed(node.difference(), decimals))));
        return room - NumberColumn.width(full, ruler) >= 16 * ruler.em() ? full : columns;
    }

    private List<String> each(Function<Node, String> number) {
        return data.nodes().stream().map(number).toList();
    }

    private void drawBars(Page page, Rectangle2D plot, IntervalPlot intervals) {
        double row = plot.getHeight() / data.nodes().size();
        double thickness = Math.min(0.72 * row, 1.0 * page.ruler().em());
        for (int i = 0; i < data.nodes().size(); i++) {
            Node node = data.nodes().get(i);
            double zero = intervals.x(plot, 0);
            double end = intervals.x(plot, node.difference());
            Rectangle2D bar = new Rectangle2D.Double(
                    Math.min(zero, end), plot.getMinY() + (i + 0.5) * row - thickness / 2, Math.abs(end - zero), thickness);
            if (node.tested()) {
                page.fill(bar, page.palette().fill(node.verdict()));
            } else {
                Hatching.draw(page, bar);
            }
        }
    }

    private static void drawZero(Page page, Rectangle2D plot, IntervalPlot intervals) {
        double x = intervals.x(plot, 0);
        page.line(x, plot.getMinY(), x, plot.getMaxY(), page.palette().subtle(),
                new BasicStroke((float) page.theme().measures().grid()));
    }

    private List<String> titleLines(Ruler ruler, double width) {
        String title = data.subject() + ": difference from " + data.reference() + "; " + data.axis().label()
                + " (" + data.axis().interval() + ")";
        return ruler.wrap(title, width, ruler.title());
    }
}
