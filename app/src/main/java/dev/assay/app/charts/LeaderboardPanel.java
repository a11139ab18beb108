package dev.assay.app.charts;

import dev.assay.app.charts.Page.Align;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Subjects as dots with intervals: names at the left, ranks at the right, the reference as a dashed line. */
final class LeaderboardPanel implements Panel {

    private static final double HEADER = 1.5;
    private static final double TICKS = 1.75;

    private final LeaderboardData data;

    LeaderboardPanel(LeaderboardData data) {
        this.data = data;
    }

    @Override
    public double namesWidth(Ruler ruler) {
        return ruler.widest(data.names());
    }

    @Override
    public double mostNames(Ruler ruler, double width) {
        return PanelText.mostNames(ruler, width, room -> columns(ruler, room));
    }

    @Override
    public double height(Ruler ruler, double width, double names) {
        double row = ruler.theme().measures().row();
        return fixedHeight(ruler, width) + row * Math.max(data.rows().size(), 1.8);
    }

    @Override
    public void draw(Page page, Rectangle2D area, double names) {
        Ruler ruler = page.ruler();
        double em = ruler.em();
        double rows = area.getHeight() - fixedHeight(ruler, area.getWidth());
        Checks.that(
                rows / data.rows().size() >= 1.2 * em,
                "%d subjects need a height of %.0f mm at this text size",
                data.rows().size(), Units.mm(page.height() - rows + 1.2 * em * data.rows().size()) + 0.5);
        double left = area.getMinX() + names + PanelText.GAP * em;
        List<NumberColumn> columns = columns(ruler, area.getMaxX() - left);
        double right = area.getMaxX() - NumberColumn.width(columns, ruler);
        Checks.that(
                right - left >= 6 * em,
                "the leaderboard needs a width of %.0f mm at this text size", Units.mm(page.width() + 6 * em - (right - left)) + 0.5);
        Rectangle2D plot = Plots.snapped(
                page, new Rectangle2D.Double(left, area.getMinY() + HEADER * em, right - left, rows));
        Scale scale = scale(plot.getWidth(), em);
        IntervalPlot intervals = new IntervalPlot(scale, true);
        intervals.draw(page, plot, marks(), data.reference().map(LeaderboardData.Reference::value).orElse(Double.NaN));
        PanelText.drawNames(page, plot, data.names(), names);
        double header = area.getMinY() + HEADER * em * 0.45;
        NumberColumn.draw(columns, page, area.getMaxX(), header, plot);
        drawReference(page, plot, intervals, header, area.getMinX() + em, right);
        intervals.drawTicks(page, plot, plot.getMaxY() + 0.9 * em, false);
        PanelText.drawTitle(page, plot, area, plot.getMaxY() + TICKS * em, titleLines(ruler, area.getWidth()));
    }

    private double fixedHeight(Ruler ruler, double width) {
        return ruler.em() * (HEADER + TICKS + PanelText.TITLE_LINE * titleLines(ruler, width).size());
    }

    private Scale scale(double width, double em) {
        double low = data.rows().stream().mapToDouble(LeaderboardData.Row::low).min().orElseThrow();
        double high = data.rows().stream().mapToDouble(LeaderboardData.Row::high).max().orElseThrow();
        double reference = data.reference().map(LeaderboardData.Reference::value).orElse(low);
        return Scale.over(Math.min(low, reference), Math.max(high, reference), IntervalPlot.ticks(width, em));
    }

    private List<IntervalPlot.Mark> marks() {
        return data.rows().stream().map(r -> new IntervalPlot.Mark(r.mean(), r.low(), r.high(), r.verdict())).toList();
    }

    /** Ranks always; failures and n where they differ; means where there is room; intervals where a dot hides them. */
    private List<NumberColumn> columns(Ruler ruler, double room) {
        List<NumberColumn> columns = new ArrayList<>();
        if (!data.sameN()) {
            columns.add(NumberColumn.muted("n", each(row -> Numerals.count(row.n()))));
        }
        if (data.hasFailures()) {
            columns.add(NumberColumn.muted("failed", each(row -> Numerals.count(row.failures()))));
        }
        columns.add(NumberColumn.plain("rank", each(row -> Numerals.range(row.rankLow(), row.rankHigh()))));
        int decimals = data.axis().decimals();
        NumberColumn mean = NumberColumn.plain("mean", each(row -> Numerals.plain(row.mean(), decimals)));
        NumberColumn interval =
                NumberColumn.muted(data.axis().interval(), each(row -> Numerals.interval(row.low(), row.high(), decimals)));
        List<NumberColumn> full = new ArrayList<>(List.of(mean, interval));
        full.addAll(columns);
        double plot = room - NumberColumn.width(full, ruler);
        double em = ruler.em();
        boolean hidden = hidden(ruler, room - NumberColumn.width(columns, ruler));
        if (plot >= (hidden ? 9 : 18) * em) {
            return full;
        }
        NumberColumn half = NumberColumn.muted(
                Numerals.percent(data.axis().confidence()), each(row -> "\u00b1" + Numerals.plain((row.high() - row.low()) / 2, decimals)));
        List<NumberColumn> withHalf = new ArrayList<>(List.of(half));
        withHalf.addAll(columns);
        return hidden && room - NumberColumn.width(withHalf, ruler) >= 9 * em ? withHalf : columns;
    }

    private boolean hidden(Ruler ruler, double width) {
        Scale scale = scale(width, ruler.em());
        double narrowest =
                data.rows().stream().mapToDouble(row -> scale.share(row.high()) - scale.share(row.low())).min().orElse(1);
        return narrowest * width / 2 <= ruler.theme().measures().dot();
    }

    private List<String> each(Function<LeaderboardData.Row, String> number) {
        return data.rows().stream().map(number).toList();
    }

    private void drawReference(Page page, Rectangle2D plot, IntervalPlot intervals, double middle, double from, double to) {
        if (data.reference().isEmpty()) {
            return;
        }
        LeaderboardData.Reference reference = data.reference().get();
        Ruler ruler = page.ruler();
        String value = ": " + Numerals.plain(reference.value(), data.axis().decimals());
        double room = to - from - ruler.width(value);
        String label = Names.fit(reference.name(), room, ruler::width) + value;
        double x = PanelText.within(intervals.x(plot, reference.value()), ruler.width(label), from, to);
        page.textAt(label, x, middle, Align.CENTRE, ruler.muted());
    }

    private String title() {
        String n = data.sameN() ? "n\u00a0=\u00a0" + Numerals.count(data.rows().getFirst().n()) + ", " : "";
        return data.axis().label() + " (" + n + data.axis().interval() + ")";
    }

    private List<String> titleLines(Ruler ruler, double width) {
        return ruler.wrap(title(), width, ruler.title());
    }
}
