package dev.assay.app.categories;

import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import dev.assay.app.controls.Drawing;
import dev.assay.app.controls.Inks;
import dev.assay.app.controls.IntervalMark;
import dev.assay.app.controls.Standing;
import dev.assay.app.controls.TextWidth;
import dev.assay.app.profiles.ScoreCell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/** Draws rankings, a line for each subject: its place, name, mean with interval, and the ranks that the data do not exclude. */
final class RankingPainter {

    private static final double ROW = 28;
    private static final double GAP = 8;
    private static final double BADGE = 18;
    private static final double HEADER = 22;
    private static final double INTERVAL_LEAST = 112;
    private static final double INTERVAL_MOST = 260;
    /** Wide enough for most names: cut at their end, models of one family look the same. */
    private static final double NAME_LEAST = 220;
    private static final double DOT = 3.5;
    private static final String MEAN = "Mean";
    private static final String HALF = "95\u00a0%";
    private static final String RANKS = "Rank";

    private final Inks inks;
    private final double scale;
    private final double mean;
    private final double half;
    private final double ranks;
    private final double failures;
    private final double names;
    private final Map<Fitted, String> fitted = new HashMap<>();

    private record Fitted(String name, Font font, double room) {}

    /** For numbers and names as wide as those of these rankings. */
    RankingPainter(Inks inks, List<Ranking> rankings) {
        this.inks = inks;
        this.scale = inks.scale();
        Font head = inks.font(0.85);
        this.mean = Math.max(widest(rankings, ScoreCell::mean, inks.strong(1)), TextWidth.of(MEAN, head));
        this.half = Math.max(widest(rankings, ScoreCell::halfWidth, inks.font(0.92)), TextWidth.of(HALF, head));
        double widestRanks = widest(rankings, cell -> cell.rank().interval(), head);
        this.ranks = widestRanks == 0 ? 0 : Math.max(widestRanks, TextWidth.of(RANKS, head));
        this.failures = widest(rankings, RankingPainter::failures, inks.font(0.92));
        this.names = widest(rankings, cell -> cell.score().subject(), inks.strong(1));
    }

    private static double widest(List<Ranking> rankings, Function<ScoreCell, String> text, Font font) {
        return rankings.stream()
                .flatMap(ranking -> ranking.rows().stream())
                .map(text)
                .distinct()
                .mapToDouble(written -> TextWidth.of(written, font))
                .max()
                .orElse(0);
    }

    private static String failures(ScoreCell cell) {
        return cell.score().failures() == 0 ? "" : "▲" + cell.score().failures();
    }

    double rowHeight() {
        return Math.round(ROW * scale);
    }

    /** Height of the line with the names of the columns and the numbers of the scale. */
    double headerHeight() {
        return Math.round(HEADER * scale);
    }

    /** Below this width names could not be told apart, and dots would hide what the intervals say. */
    double leastWidth() {
        return Math.ceil(fixed() + INTERVAL_LEAST * scale + Math.min(names, NAME_LEAST * scale));
    }

    /** So wide every name is whole and every interval as wide as it needs to be. */
    double mostWidth() {
        return Math.ceil(fixed() + INTERVAL_MOST * scale + names);
    }

    private double fixed() {
        return (BADGE + 6 * GAP) * scale + mean + half + (ranks > 0 ? ranks + GAP * scale : 0) + (failures > 0 ? failures + GAP * scale : 0);
    }

    /** What names do not need goes to the intervals, but not more than they need. */
    private double interval(double width) {
        return Math.clamp(width - fixed() - names, INTERVAL_LEAST * scale, INTERVAL_MOST * scale);
    }

    private double ranksEnd(double width) {
        return width - GAP * scale;
    }

    private double halfEnd(double width) {
        return ranks > 0 ? ranksEnd(width) - ranks - GAP * scale : ranksEnd(width);
    }

    private double meanEnd(double width) {
        return halfEnd(width) - half - GAP * scale;
    }

    private double intervalEnd(double width) {
        return meanEnd(width) - mean - GAP * scale;
    }

    void header(Drawing drawing, Scale axis, double width) {
        double middle = headerHeight() / 2;
        Font font = inks.font(0.85);
        drawing.text(MEAN, font, inks.muted(), meanEnd(width), middle, HPos.RIGHT);
        drawing.text(HALF, font, inks.muted(), halfEnd(width), middle, HPos.RIGHT);
        if (ranks > 0) {
            drawing.text(RANKS, font, inks.muted(), ranksEnd(width), middle, HPos.RIGHT);
        }
        double from = intervalEnd(width) - interval(width);
        double free = Double.NEGATIVE_INFINITY;
        double end = meanEnd(width) - TextWidth.of(MEAN, font) - GAP * scale;
        for (double tick : axis.ticks()) {
            String text = Numerals.plain(tick, axis.decimals());
            double reach = TextWidth.of(text, font) / 2;
            double at = from + interval(width) * axis.share(tick);
            if (at - reach >= free && at + reach <= end) {
                drawing.text(text, font, inks.subtle(), at, middle, HPos.CENTER);
                free = at + reach + GAP * scale;
            }
        }
        GraphicsContext g = drawing.shapes();
        g.setStroke(inks.border());
        g.setLineWidth(1);
        g.strokeLine(0, headerHeight() - 0.5, width, headerHeight() - 0.5);
    }

    /** @param current subject that is marked in every column */
    void row(Drawing drawing, ScoreCell cell, Scale axis, double y, double width, Optional<String> current, boolean isChosen) {
        double height = rowHeight();
        double middle = y + height / 2;
        GraphicsContext g = drawing.shapes();
        if (current.filter(cell.score().subject()::equals).isPresent()) {
            g.setFill(inks.selected());
            g.fillRect(0, y, width, height);
        }
        g.setStroke(inks.line());
        g.setLineWidth(1);
        g.strokeLine(0, y + height - 0.5, width, y + height - 0.5);
        badge(drawing, cell, middle);
        mean(drawing, cell, meanEnd(width), middle);
        drawing.text(cell.halfWidth(), inks.font(0.92), inks.muted(), halfEnd(width), middle, HPos.RIGHT);
        drawing.text(cell.rank().interval(), inks.font(0.85), inks.muted(), ranksEnd(width), middle, HPos.RIGHT);
        double from = intervalEnd(width) - interval(width);
        interval(g, cell, axis, new IntervalMark.Area(from, interval(width), y, y + height - 1));
        double end = from - GAP * scale;
        drawing.text(failures(cell), inks.font(0.92), inks.number(Standing.WORSE), end, middle, HPos.RIGHT);
        end -= failures > 0 ? failures + GAP * scale : 0;
        name(drawing, cell, end, middle);
        if (isChosen) {
            g.setStroke(inks.accent());
            g.setLineWidth(1.5);
            g.strokeRoundRect(1, y + 0.75, width - 2, height - 2, 4, 4);
        }
    }

    private void badge(Drawing drawing, ScoreCell cell, double middle) {
        double r = BADGE * scale / 2;
        double x = GAP * scale + r;
        boolean isTop = Ranking.isTop(cell);
        if (isTop) {
            GraphicsContext g = drawing.shapes();
            g.setFill(inks.text());
            g.fillOval(x - r, middle - r, 2 * r, 2 * r);
        }
        Font font = isTop ? inks.strong(0.85) : inks.font(0.85);
        drawing.text(cell.rank().best(), font, isTop ? inks.page() : inks.muted(), x, middle, HPos.CENTER);
    }

    private void name(Drawing drawing, ScoreCell cell, double end, double middle) {
        double x = (2 * GAP + BADGE) * scale;
        Font font = Ranking.isTop(cell) ? inks.strong(1) : inks.font(1);
        String subject = cell.score().subject();
        double room = Math.max(0, end - x);
        String fitting = fitted.computeIfAbsent(new Fitted(subject, font, room), any -> TextWidth.fitting(subject, font, room));
        drawing.text(fitting, font, inks.text(), x, middle, HPos.LEFT);
    }

    private void interval(GraphicsContext g, ScoreCell cell, Scale axis, IntervalMark.Area area) {
        g.setStroke(inks.line());
        g.setLineWidth(1);
        for (double tick : axis.ticks()) {
            double x = IntervalMark.crisp(area.x() + area.width() * axis.share(tick));
            g.strokeLine(x, area.top(), x, area.bottom());
        }
        cell.meanMark().ifPresent(mark -> mark.draw(g, inks, axis, area, DOT));
    }

    private void mean(Drawing drawing, ScoreCell cell, double end, double middle) {
        Font font = cell.standing().isFilled() ? inks.strong(1) : inks.font(1);
        drawing.text(cell.mean(), font, inks.number(cell.standing()), end, middle, HPos.RIGHT);
    }
}
