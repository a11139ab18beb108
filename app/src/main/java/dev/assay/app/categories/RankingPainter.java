package dev.assay.app.categories;

import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import dev.assay.app.controls.Inks;
import dev.assay.app.controls.IntervalMark;
import dev.assay.app.controls.Standing;
import dev.assay.app.controls.TextWidth;
import dev.assay.app.profiles.ScoreCell;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws rankings, a line for each subject: its place, name, mean with interval, and the ranks that the data do not exclude. */
final class RankingPainter {

    private static final double ROW = 28;
    private static final double GAP = 8;
    private static final double BADGE = 18;
    private static final double HEADER = 22;
    private static final double INTERVAL_LEAST = 64;
    private static final double INTERVAL_MOST = 150;
    private static final double NAME_LEAST = 120;
    private static final double DOT = 3.5;

    private final Inks inks;
    private final double scale;
    private final double mean;
    private final double ranks;
    private final double failures;
    private final double names;

    /** For numbers and names as wide as those of these rankings. */
    RankingPainter(Inks inks, List<Ranking> rankings) {
        this.inks = inks;
        this.scale = inks.scale();
        this.mean = widest(rankings, ScoreCell::mean, inks.strong(1));
        this.ranks = widest(rankings, cell -> cell.rank().interval(), inks.font(0.85));
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

    /** Below this width of a column, names could not be told apart. */
    double leastWidth() {
        return Math.ceil(fixed() + INTERVAL_LEAST * scale + Math.min(names, NAME_LEAST * scale));
    }

    /** In a column so wide every name is whole and every interval as wide as it needs to be. */
    double mostWidth() {
        return Math.ceil(fixed() + INTERVAL_MOST * scale + names);
    }

    private double fixed() {
        return (BADGE + 6 * GAP) * scale + mean + ranks + (failures > 0 ? failures + GAP * scale : 0);
    }

    /** What names do not need goes to the intervals, but not more than they need. */
    private double interval(double width) {
        return Math.clamp(width - fixed() - names, INTERVAL_LEAST * scale, INTERVAL_MOST * scale);
    }

    private double intervalEnd(double width) {
        return width - 3 * GAP * scale - ranks - mean;
    }

    void header(GraphicsContext g, Scale axis, double width) {
        double middle = headerHeight() / 2;
        g.setTextBaseline(VPos.CENTER);
        g.setFont(inks.font(0.85));
        g.setFill(inks.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("Mean", width - 2 * GAP * scale - ranks, middle);
        double from = intervalEnd(width) - interval(width);
        g.setTextAlign(TextAlignment.CENTER);
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            String text = Numerals.plain(tick, axis.decimals());
            double half = TextWidth.of(text, g.getFont()) / 2;
            double at = from + interval(width) * axis.share(tick);
            if (at - half > free && at + half < intervalEnd(width) + GAP * scale / 2) {
                g.fillText(text, at, middle);
                free = at + half + 4;
            }
        }
        g.setStroke(inks.border());
        g.setLineWidth(1);
        g.strokeLine(0, headerHeight() - 0.5, width, headerHeight() - 0.5);
    }

    /** @param current subject that is marked in every column */
    void row(GraphicsContext g, ScoreCell cell, Scale axis, double y, double width, Optional<String> current, boolean isChosen) {
        double height = rowHeight();
        double middle = y + height / 2;
        g.setTextBaseline(VPos.CENTER);
        if (current.filter(cell.score().subject()::equals).isPresent()) {
            g.setFill(inks.selected());
            g.fillRect(0, y, width, height);
        }
        g.setStroke(inks.line());
        g.setLineWidth(1);
        g.strokeLine(0, y + height - 0.5, width, y + height - 0.5);
        badge(g, cell, middle);
        double end = width - GAP * scale;
        ranks(g, cell, end - ranks, middle);
        end -= ranks + GAP * scale;
        mean(g, cell, end, middle);
        end -= mean + GAP * scale;
        double from = end - interval(width);
        interval(g, cell, axis, new IntervalMark.Area(from, interval(width), y, y + height - 1));
        end = from - GAP * scale;
        g.setFont(inks.font(0.92));
        g.setFill(inks.number(Standing.WORSE));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(failures(cell), end, middle);
        end -= failures > 0 ? failures + GAP * scale : 0;
        name(g, cell, end, middle);
        if (isChosen) {
            g.setStroke(inks.accent());
            g.setLineWidth(1.5);
            g.strokeRoundRect(1, y + 0.75, width - 2, height - 2, 4, 4);
        }
    }

    private void badge(GraphicsContext g, ScoreCell cell, double middle) {
        double r = BADGE * scale / 2;
        double x = GAP * scale + r;
        boolean isTop = Ranking.isTop(cell);
        if (isTop) {
            g.setFill(inks.text());
            g.fillOval(x - r, middle - r, 2 * r, 2 * r);
        }
        g.setFont(isTop ? inks.strong(0.85) : inks.font(0.85));
        g.setFill(isTop ? inks.page() : inks.muted());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(cell.rank().best(), x, middle);
    }

    private void name(GraphicsContext g, ScoreCell cell, double end, double middle) {
        double x = (2 * GAP + BADGE) * scale;
        Font font = Ranking.isTop(cell) ? inks.strong(1) : inks.font(1);
        g.setFont(font);
        g.setFill(inks.text());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(TextWidth.fitting(cell.score().subject(), font, Math.max(0, end - x)), x, middle);
    }

    private void interval(GraphicsContext g, ScoreCell cell, Scale axis, IntervalMark.Area area) {
        g.setStroke(inks.line());
        g.setLineWidth(1);
        for (double tick : axis.ticks()) {
            double x = IntervalMark.crisp(area.x() + area.width() * axis.share(tick));
            g.strokeLine(x, area.top(), x, area.bottom());
        }
        cell.meanMark().ifPresent(mark -> {
            g.save();
            g.beginPath();
            g.rect(area.x() - 4, area.top(), area.width() + 8, area.bottom() - area.top());
            g.clip();
            mark.draw(g, inks, axis, area, DOT);
            g.restore();
        });
    }

    private void mean(GraphicsContext g, ScoreCell cell, double end, double middle) {
        g.setFont(cell.standing().isFilled() ? inks.strong(1) : inks.font(1));
        g.setFill(inks.number(cell.standing()));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(cell.mean(), end, middle);
    }

    private void ranks(GraphicsContext g, ScoreCell cell, double from, double middle) {
        g.setFont(inks.font(0.85));
        g.setFill(inks.muted());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(cell.rank().interval(), from, middle);
    }
}
