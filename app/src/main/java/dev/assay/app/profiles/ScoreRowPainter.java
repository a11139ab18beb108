package dev.assay.app.profiles;

import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import dev.assay.app.controls.Drawing;
import dev.assay.app.controls.Inks;
import dev.assay.app.controls.IntervalMark;
import dev.assay.app.controls.Standing;
import dev.assay.app.controls.TextWidth;
import dev.assay.app.profiles.FoldedTree.Row;
import dev.assay.app.profiles.ScoreSheet.SheetNode;
import dev.assay.app.profiles.SiblingOrder.By;
import dev.assay.judges.profiles.Profiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws rows of the table. One for all rows, made anew when colours, sizes or columns change. */
final class ScoreRowPainter {

    /** Name of the column of the ranks. */
    static final String RANK = "Rank";

    private static final double DOT = 3;
    private static final double MARGIN = 8;
    private static final double INDENT = 14;
    private static final double CHEVRON = 3.2;
    private static final double CHEVRON_ROOM = 16;

    /**
     * What is drawn of a table.
     *
     * @param scrolled pixels by which the subjects are moved to the left
     * @param chosen subject of the chosen cell, where it is in this row
     * @param isTreeChosen whether the chosen cell is this row's in the column of the tree
     */
    record Look(
            ScoreSheet sheet, List<String> subjects, Mode mode, Scale axis, double scrolled, Optional<String> chosen, boolean isTreeChosen) {}

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

    void row(Drawing drawing, Row row, Look look, double width) {
        double height = columns.rowHeight();
        GraphicsContext g = drawing.shapes();
        drawing.clipTextFrom(columns.tree());
        int first = (int) Math.max(0, look.scrolled() / columns.subject());
        for (int i = first; i < look.subjects().size(); i++) {
            double x = columns.tree() + i * columns.subject() - look.scrolled();
            if (x > width) {
                break;
            }
            drawing.originX(x);
            g.save();
            g.translate(x, 0);
            subject(drawing, row, look, look.subjects().get(i), height);
            g.restore();
        }
        // Not a clip, which costs a picture of the whole row.
        g.clearRect(0, 0, columns.tree(), height);
        drawing.originX(0);
        tree(drawing, row, look.sheet().nodes().get(row.node()), height);
        g.setStroke(inks.line());
        g.setLineWidth(1);
        g.strokeLine(0, height - 0.5, width, height - 0.5);
        if (look.isTreeChosen()) {
            frame(g, columns.tree(), height);
        }
    }

    private void tree(Drawing drawing, Row row, SheetNode node, double height) {
        double scale = columns.scale();
        double middle = height / 2;
        if (row.isBranch()) {
            chevron(drawing.shapes(), chevronAt(node) + 6 * scale, middle, row.isOpen());
        }
        boolean isTop = node.path().depth() <= 1;
        Font font = isTop ? strong : body;
        double from = chevronAt(node) + CHEVRON_ROOM * scale;
        double end = columns.tree() - MARGIN * scale;
        if (node.n() > 0 && node.n() < Profiler.FEWEST_TESTED) {
            end -= thinChip(drawing, end, middle) + 4 * scale;
        }
        double room = Math.max(0, end - from);
        String name = fitted.computeIfAbsent(node.path().toString(), any -> TextWidth.fitting(node.name(), font, room));
        drawing.textOnTop(name, font, row.isHit() ? inks.text() : inks.muted(), from, middle, HPos.LEFT);
    }

    /** Where the sign stands by which a node is folded and opened. */
    private double chevronAt(SheetNode node) {
        return (MARGIN + INDENT * node.level()) * columns.scale();
    }

    boolean isChevron(SheetNode node, double x) {
        double begin = chevronAt(node);
        return x >= begin - 4 && x <= begin + (CHEVRON_ROOM + 2) * columns.scale();
    }

    private double thinChip(Drawing drawing, double end, double middle) {
        double width = TextWidth.of("thin", smaller) + 10 * columns.scale();
        double height = 16 * columns.scale();
        GraphicsContext g = drawing.shapes();
        g.setFill(inks.ground(Standing.WORSE));
        g.fillRoundRect(end - width, middle - height / 2, width, height, height, height);
        drawing.textOnTop("thin", smaller, inks.failed(), end - width / 2, middle, HPos.CENTER);
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

    private void subject(Drawing drawing, Row row, Look look, String subject, double height) {
        GraphicsContext g = drawing.shapes();
        g.setStroke(inks.border());
        g.setLineWidth(1);
        g.strokeLine(0.5, 0, 0.5, height);
        IntervalMark.Area area = new IntervalMark.Area(columns.intervalAt(), columns.interval(), 0, height);
        g.setStroke(inks.line());
        look.axis().ticks().forEach(tick -> {
            double x = IntervalMark.crisp(area.x() + area.width() * look.axis().share(tick));
            g.strokeLine(x, 0, x, height);
        });
        look.sheet().cell(row.node(), subject).ifPresent(cell -> cell(drawing, cell, look, area, height / 2));
        if (look.chosen().filter(subject::equals).isPresent()) {
            frame(g, columns.subject(), height);
        }
    }

    private void cell(Drawing drawing, ScoreCell cell, Look look, IntervalMark.Area area, double middle) {
        look.mode().mark(cell).ifPresent(mark -> mark.draw(drawing.shapes(), inks, look.axis(), area, DOT));
        Font font = cell.standing().isFilled() ? strong : body;
        drawing.text(look.mode().number(cell), font, inks.number(cell.standing()), columns.meanEnd(), middle, HPos.RIGHT);
        String failures = cell.failures();
        Color worse = inks.number(Standing.WORSE);
        drawing.text(failures, small, worse, columns.nEnd(), middle, HPos.RIGHT);
        double nEnd = columns.nEnd() - (failures.isEmpty() ? 0 : TextWidth.of(failures, small));
        drawing.text(cell.n(), small, inks.muted(), nEnd, middle, HPos.RIGHT);
        String ranks = cell.rank().interval();
        drawing.text(ranks, smaller, inks.muted(), columns.rankEnd(), middle, HPos.RIGHT);
        double rankEnd = columns.rankEnd() - (ranks.isEmpty() ? 0 : TextWidth.of(ranks, smaller) + columns.rankGap());
        drawing.text(cell.rank().best(), body, inks.text(), rankEnd, middle, HPos.RIGHT);
    }

    /** Whether the number of answers without a score stands there, in pixels from the beginning of the subject's group. */
    boolean isFailures(ScoreCell cell, double x) {
        double width = TextWidth.of(cell.failures(), small);
        return width > 0 && x >= columns.nEnd() - width && x <= columns.nEnd() + columns.gap() / 2;
    }

    private void frame(GraphicsContext g, double width, double height) {
        g.setStroke(inks.accent());
        g.setLineWidth(1.5);
        g.strokeRoundRect(1.25, 0.75, width - 2, height - 2, 4, 4);
    }

    /** The line of column names, with the numbers of the scale. */
    void header(Drawing drawing, List<String> subjects, Mode mode, SiblingOrder order, Scale axis, double scrolled, double width, double height) {
        double middle = height / 2;
        drawing.clipTextFrom(columns.tree());
        for (int i = 0; i < subjects.size(); i++) {
            int at = i;
            double x = columns.tree() + i * columns.subject() - scrolled;
            if (x > width || x + columns.subject() < columns.tree()) {
                continue;
            }
            drawing.originX(x);
            if (x >= columns.tree()) {
                GraphicsContext g = drawing.shapes();
                g.setStroke(inks.border());
                g.setLineWidth(1);
                g.strokeLine(x + 0.5, 0, x + 0.5, height);
            }
            Optional<SiblingOrder> sorted = Optional.of(order).filter(one -> one.subject().equals(subjects.get(at)));
            title(drawing, number(mode), By.NUMBER, sorted, x, columns.meanEnd(), height);
            title(drawing, "n", By.QUERIES, sorted, x, columns.nEnd(), height);
            title(drawing, RANK, By.RANK, sorted, x, columns.rankEnd(), height);
            ticks(drawing, axis, middle);
        }
        drawing.originX(0);
        drawing.textOnTop("Category", small, inks.muted(), 12 * columns.scale(), middle, HPos.LEFT);
    }

    /** Name of the column of the means or differences. */
    static String number(Mode mode) {
        return mode == Mode.SCORES ? "Mean" : "Diff.";
    }

    /** The name of a column; if the rows are sorted by it, with an arrow below it that points to where the smaller numbers are. */
    private void title(
            Drawing drawing, String name, By by, Optional<SiblingOrder> sorted, double group, double end, double height) {
        Optional<SiblingOrder> here = sorted.filter(order -> order.by() == by);
        drawing.text(name, small, here.isPresent() ? inks.text() : inks.muted(), end, height / 2, HPos.RIGHT);
        here.ifPresent(order -> {
            double half = TextWidth.of(name, small) / 2;
            double x = group + end - half;
            if (x - half >= columns.tree()) {
                arrow(drawing.shapes(), x, height - 5 * columns.scale(), order.descending());
            }
        });
    }

    private void arrow(GraphicsContext g, double x, double y, boolean isDown) {
        double r = CHEVRON * columns.scale();
        double tip = isDown ? r / 2 : -r / 2;
        g.setFill(inks.text());
        g.fillPolygon(new double[] {x - r, x, x + r}, new double[] {y - tip, y + tip, y - tip}, 3);
    }

    /** Numbers that would come near to the names of the columns beside them are left out. */
    private void ticks(Drawing drawing, Scale axis, double middle) {
        double free = columns.meanEnd() + columns.gap();
        double end = columns.nEnd() - TextWidth.of("n", small) - columns.gap();
        for (double tick : axis.ticks()) {
            String text = Numerals.plain(tick, axis.decimals());
            double at = columns.intervalAt() + columns.interval() * axis.share(tick);
            double half = TextWidth.of(text, smaller) / 2;
            if (at - half >= free && at + half <= end) {
                drawing.text(text, smaller, inks.subtle(), at, middle, HPos.CENTER);
                free = at + half + columns.gap();
            }
        }
    }
}
