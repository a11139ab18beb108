package dev.assay.app.profiles;

import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import dev.assay.app.controls.Inks;
import dev.assay.app.controls.IntervalMark;
import dev.assay.app.controls.Standing;
import dev.assay.app.controls.TextWidth;
import dev.assay.app.profiles.FoldedTree.Row;
import dev.assay.app.profiles.ScoreSheet.SheetNode;
import dev.assay.judges.profiles.Profiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws rows of the table. One for all rows, made anew when colours, sizes or columns change. */
final class ScoreRowPainter {

    private static final double DOT = 3;
    private static final double INDENT = 14;
    private static final double CHEVRON = 3.2;

    /**
     * What is drawn of a table.
     *
     * @param scrolled pixels by which the subjects are moved to the left
     * @param chosen subject of the chosen cell, where it is in this row
     */
    record Look(ScoreSheet sheet, List<String> subjects, Mode mode, Scale axis, double scrolled, Optional<String> chosen, boolean isTreeChosen) {}

    private final Inks inks;
    private final Columns columns;
    private final Font body;
    private final Font strong;
    private final Font small;
    private final Font smaller;
    private final Map<String, String> fitted = new HashMap<>();

    ScoreRowPainter(Inks inks, Columns columns) {
        this.inks = inks;
        this.columns = columns;
        this.body = inks.font(1);
        this.strong = inks.strong(1);
        this.small = inks.font(0.92);
        this.smaller = inks.font(0.85);
    }

    void row(GraphicsContext g, Row row, Look look, double width) {
        double height = columns.rowHeight();
        g.clearRect(0, 0, width, height);
        g.setTextBaseline(VPos.CENTER);
        SheetNode node = look.sheet().nodes().get(row.node());
        g.save();
        g.beginPath();
        g.rect(columns.tree(), 0, width - columns.tree(), height);
        g.clip();
        int first = (int) Math.max(0, look.scrolled() / columns.subject());
        for (int i = first; i < look.subjects().size(); i++) {
            double x = columns.tree() + i * columns.subject() - look.scrolled();
            if (x > width) {
                break;
            }
            g.save();
            g.translate(x, 0);
            subject(g, row, look, look.subjects().get(i), height);
            g.restore();
        }
        g.restore();
        tree(g, row, node, height);
        g.setStroke(inks.line());
        g.setLineWidth(1);
        g.strokeLine(0, height - 0.5, width, height - 0.5);
        if (look.isTreeChosen()) {
            frame(g, 0, columns.tree(), height);
        }
    }

    private void tree(GraphicsContext g, Row row, SheetNode node, double height) {
        double s = columns.scale();
        double x = (8 + INDENT * node.level()) * s;
        double middle = height / 2;
        if (row.isBranch()) {
            chevron(g, x + 6 * s, middle, row.isOpen());
        }
        boolean isTop = node.path().depth() <= 1;
        Font font = isTop ? strong : body;
        double from = x + 16 * s;
        double end = columns.tree() - 8 * s;
        if (isThin(node)) {
            end -= thinChip(g, end, middle) + 4 * s;
        }
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(row.isHit() ? inks.text() : inks.muted());
        double room = end - from;
        g.fillText(fitted.computeIfAbsent(node.path() + "|" + isTop, any -> TextWidth.fitting(node.name(), font, room)), from, middle);
    }

    static boolean isThin(SheetNode node) {
        return node.n() > 0 && node.n() < Profiler.FEWEST_TESTED;
    }

    private double thinChip(GraphicsContext g, double end, double middle) {
        double width = TextWidth.of("thin", smaller) + 10 * columns.scale();
        double height = 16 * columns.scale();
        g.setFill(inks.ground(Standing.WORSE));
        g.fillRoundRect(end - width, middle - height / 2, width, height, height, height);
        g.setFont(smaller);
        g.setFill(inks.number(Standing.WORSE));
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText("thin", end - width / 2, middle);
        return width;
    }

    private void chevron(GraphicsContext g, double x, double y, boolean isOpen) {
        double r = CHEVRON * columns.scale();
        g.setStroke(inks.subtle());
        g.setLineWidth(1.2 * columns.scale());
        if (isOpen) {
            g.strokePolyline(new double[] {x - r, x, x + r}, new double[] {y - r / 2, y + r / 2, y - r / 2}, 3);
        } else {
            g.strokePolyline(new double[] {x - r / 2, x + r / 2, x - r / 2}, new double[] {y - r, y, y + r}, 3);
        }
    }

    private void subject(GraphicsContext g, Row row, Look look, String subject, double height) {
        g.setStroke(inks.border());
        g.setLineWidth(1);
        g.strokeLine(0.5, 0, 0.5, height);
        IntervalMark.Area area = new IntervalMark.Area(columns.intervalAt(), columns.interval(), 0, height);
        g.setStroke(inks.line());
        look.axis().ticks().forEach(tick -> {
            double x = IntervalMark.crisp(area.x() + area.width() * look.axis().share(tick));
            g.strokeLine(x, 0, x, height);
        });
        look.sheet().cell(row.node(), subject).ifPresent(cell -> cell(g, cell, look, area, height / 2));
        if (look.chosen().filter(subject::equals).isPresent()) {
            frame(g, 0, columns.subject(), height);
        }
    }

    private void cell(GraphicsContext g, ScoreCell cell, Look look, IntervalMark.Area area, double middle) {
        look.mode().mark(cell).ifPresent(mark -> {
            g.save();
            g.beginPath();
            g.rect(area.x() - 4, 0, area.width() + 8, 2 * middle);
            g.clip();
            mark.draw(g, inks, look.axis(), area, DOT);
            g.restore();
        });
        g.setFont(cell.standing().isFilled() ? strong : body);
        g.setFill(inks.number(cell.standing()));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(look.mode().number(cell), columns.meanAt() + columns.mean(), middle);
        g.setFont(small);
        if (cell.score().failures() > 0) {
            g.setFill(inks.number(Standing.WORSE));
            String failures = Columns.failures(cell);
            g.fillText(failures, columns.nEnd(), middle);
            g.setFill(inks.muted());
            g.fillText(cell.n(), columns.nEnd() - TextWidth.of(failures, small), middle);
        } else {
            g.setFill(inks.muted());
            g.fillText(cell.n(), columns.nEnd(), middle);
        }
        g.setFont(body);
        g.setFill(inks.text());
        g.fillText(cell.rank().best(), columns.rankEnd(), middle);
        g.setFont(smaller);
        g.setFill(inks.muted());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(cell.rank().interval(), columns.rankIntervalAt(), middle);
    }

    private void frame(GraphicsContext g, double x, double width, double height) {
        g.setStroke(inks.accent());
        g.setLineWidth(1.5);
        g.strokeRoundRect(x + 1.25, 0.75, width - 2, height - 2, 4, 4);
    }

    /** The line of column names, with the numbers of the scale. */
    void header(GraphicsContext g, List<String> subjects, Mode mode, Scale axis, double scrolled, double width, double height) {
        g.clearRect(0, 0, width, height);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(small);
        double middle = height / 2;
        for (int i = 0; i < subjects.size(); i++) {
            double x = columns.tree() + i * columns.subject() - scrolled;
            if (x > width || x + columns.subject() < columns.tree()) {
                continue;
            }
            g.setStroke(inks.border());
            g.setLineWidth(1);
            g.strokeLine(x + 0.5, 0, x + 0.5, height);
            g.setFill(inks.muted());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(mode == Mode.SCORES ? "Mean" : "Diff.", x + columns.meanAt(), middle);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText("n", x + columns.nEnd(), middle);
            g.fillText("Rank", x + columns.rankIntervalAt() + columns.rankInterval(), middle);
            ticks(g, axis, x + columns.intervalAt(), middle);
        }
        g.clearRect(0, 0, columns.tree(), height);
        g.setFill(inks.muted());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("Category", 12 * columns.scale(), middle);
    }

    private void ticks(GraphicsContext g, Scale axis, double x, double middle) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(inks.subtle());
        g.setFont(smaller);
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            String text = Numerals.plain(tick, axis.decimals());
            double at = x + columns.interval() * axis.share(tick);
            double half = TextWidth.of(text, smaller) / 2;
            if (at - half > free) {
                g.fillText(text, at, middle);
                free = at + half + 4;
            }
        }
        g.setFont(small);
    }
}
