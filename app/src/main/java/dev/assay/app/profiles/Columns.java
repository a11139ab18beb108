package dev.assay.app.profiles;

import dev.assay.app.controls.Inks;
import dev.assay.app.controls.TextWidth;
import dev.assay.app.profiles.ScoreSheet.Widest;
import javafx.scene.text.Font;

/**
 * Where the columns of the table stand, in pixels: the tree first, then a group of four for each subject. Numbers never truncate: their
 * columns are as wide as the widest one.
 *
 * @param tree width of the column of the tree
 * @param mean width of a mean, without the space around it; likewise the next
 * @param interval width of the drawing
 * @param rank width of a rank with the interval behind it
 * @param subjects how many groups there are
 * @param scale pixels of 1 px at the size of text that the person has chosen
 */
record Columns(double tree, double mean, double interval, double n, double rank, int subjects, double scale) {

    private static final double TREE = 248;
    private static final double TREE_LEAST = 160;
    /** Of the whole width, where the subjects scroll sideways. */
    private static final double TREE_SHARE = 0.36;
    private static final double INTERVAL = 84;
    private static final double ROW = 26;
    private static final double GAP = 8;
    /** Between two numbers that are not to be read as one. */
    private static final double WIDE_GAP = 16;
    /** Before the intervals: the first number of their scale stands half over it, and still apart from the name of the column before. */
    private static final double AXIS_GAP = 20;
    private static final double RANK_GAP = 4;

    /** For the widest numbers of a profile, in a table that is so wide. In whole pixels: a fraction of one would make a table that fits scroll. */
    static Columns fit(double width, Inks inks, Widest widest, int subjects, Mode mode) {
        double scale = inks.scale();
        double mean = Math.max(
                measured(mode == Mode.SCORES ? widest.mean() : widest.difference(), inks.strong(1)),
                measured(ScoreRowPainter.number(mode), inks.font(0.92)));
        double n = measured(widest.n(), inks.font(0.92));
        double rank = Math.max(
                measured(widest.rank(), inks.font(1)) + RANK_GAP * scale + measured(widest.rankInterval(), inks.font(0.85)),
                measured(ScoreRowPainter.RANK, inks.font(0.92)));
        Columns least = new Columns(TREE * scale, mean, Math.ceil(INTERVAL * scale), n, rank, subjects, scale);
        double spare = width - least.groups();
        double tree = spare >= TREE_LEAST * scale ? Math.min(spare, least.tree()) : Math.min(least.tree(), TREE_SHARE * width);
        double free = Math.max(0, spare - tree);
        double grown = Math.floor((free - Math.min(free, 0.5 * least.tree())) / Math.max(1, subjects));
        return new Columns(
                Math.floor(tree + free - grown * subjects), mean, least.interval() + grown, n, rank, subjects, scale);
    }

    /** As wide as any text of so many signs: all digits are equally wide, and here all are zero. */
    private static double measured(String text, Font font) {
        return Math.ceil(TextWidth.of(text.replaceAll("[0-9]", "0"), font));
    }

    double gap() {
        return GAP * scale;
    }

    double rowHeight() {
        return Math.round(ROW * scale);
    }

    /** Width of one subject's group. */
    double subject() {
        return Math.ceil(rankEnd() + gap());
    }

    /** Of all groups together. */
    double groups() {
        return subject() * subjects;
    }

    double meanAt() {
        return gap();
    }

    double meanEnd() {
        return meanAt() + mean;
    }

    double intervalAt() {
        return meanEnd() + AXIS_GAP * scale;
    }

    /** Where the number of queries ends. */
    double nEnd() {
        return intervalAt() + interval + gap() + n;
    }

    /** Where the rank with its interval ends. */
    double rankEnd() {
        return nEnd() + WIDE_GAP * scale + rank;
    }

    /** Between the best rank and the interval behind it. */
    double rankGap() {
        return RANK_GAP * scale;
    }

    /**
     * By what rows are sorted when the name of a column is pressed.
     *
     * @param x within one subject's group
     */
    SiblingOrder.By sortedBy(double x) {
        double begin = nEnd() - n - gap() / 2;
        return x < begin ? SiblingOrder.By.NUMBER : x < nEnd() + gap() / 2 ? SiblingOrder.By.QUERIES : SiblingOrder.By.RANK;
    }
}
