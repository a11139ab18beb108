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
 * @param rank width of the best rank
 * @param rankInterval width of the interval behind it
 * @param subjects how many groups there are
 * @param scale pixels of 1 px at the size of text that the person has chosen
 */
record Columns(double tree, double mean, double interval, double n, double rank, double rankInterval, int subjects, double scale) {

    private static final double TREE = 248;
    private static final double TREE_LEAST = 160;
    /** Of the whole width, where the subjects scroll sideways. */
    private static final double TREE_SHARE = 0.36;
    private static final double INTERVAL = 96;
    private static final double ROW = 26;
    private static final double GAP = 8;
    private static final int COLUMNS_OF_A_SUBJECT = 4;

    /** For the widest numbers of a profile, in a table that is so wide. */
    static Columns fit(double width, Inks inks, Widest widest, int subjects, Mode mode) {
        double scale = inks.scale();
        double mean = measured(mode == Mode.SCORES ? widest.mean() : widest.difference(), inks.strong(1));
        double n = measured(widest.n(), inks.font(0.92));
        double rank = measured(widest.rank(), inks.font(1));
        double rankInterval = measured(widest.rankInterval(), inks.font(0.85));
        double fixed = mean + n + rank + 4 * scale + rankInterval + (COLUMNS_OF_A_SUBJECT + 1) * GAP * scale;
        double groups = subjects * (fixed + INTERVAL * scale);
        double spare = width - groups;
        double tree = spare >= TREE_LEAST * scale ? Math.min(spare, TREE * scale) : Math.min(TREE * scale, TREE_SHARE * width);
        double grown = Math.max(0, width - tree - groups) / Math.max(1, subjects);
        double growTree = Math.min(grown * subjects, 0.5 * TREE * scale);
        double growIntervals = (Math.max(0, width - tree - groups) - growTree) / Math.max(1, subjects);
        return new Columns(
                Math.floor(tree + growTree), mean, INTERVAL * scale + growIntervals, n, rank, rankInterval, subjects, scale);
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
        return Math.ceil(mean + interval + n + rank + 4 * scale + rankInterval + (COLUMNS_OF_A_SUBJECT + 1) * gap());
    }

    /** Of all groups together. */
    double groups() {
        return subject() * subjects;
    }

    double meanAt() {
        return gap();
    }

    double intervalAt() {
        return meanAt() + mean + gap();
    }

    /** Where the number of queries ends. */
    double nEnd() {
        return intervalAt() + interval + gap() + n;
    }

    /** Where the best rank ends. */
    double rankEnd() {
        return nEnd() + gap() + rank;
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

    /** Where the interval of the rank begins. */
    double rankIntervalAt() {
        return rankEnd() + 4 * scale;
    }
}
