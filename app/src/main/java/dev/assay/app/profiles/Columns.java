package dev.assay.app.profiles;

import dev.assay.app.controls.Inks;
import dev.assay.app.controls.TextWidth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** For numbers as wide as these, in a table that is so wide. */
    static Columns fit(double width, Inks inks, Optional<ScoreSheet> sheet, List<Integer> rows, List<String> subjects, Mode mode) {
        double scale = inks.scale();
        Font body = inks.font(1);
        Font small = inks.font(0.92);
        double mean = widest(sheet, rows, subjects, mode::number, inks.strong(1), "0.00");
        double n = widest(sheet, rows, subjects, cell -> cell.n() + failures(cell), small, "000");
        double rank = widest(sheet, rows, subjects, cell -> cell.rank().best(), body, "0");
        double rankInterval = widest(sheet, rows, subjects, cell -> cell.rank().interval(), inks.font(0.85), "[0–0]");
        double fixed = mean + n + rank + 4 * scale + rankInterval + (COLUMNS_OF_A_SUBJECT + 1) * GAP * scale;
        double groups = subjects.size() * (fixed + INTERVAL * scale);
        double spare = width - groups;
        double tree = spare >= TREE_LEAST * scale ? Math.min(spare, TREE * scale) : Math.min(TREE * scale, TREE_SHARE * width);
        double grown = Math.max(0, width - tree - groups) / Math.max(1, subjects.size());
        double growTree = Math.min(grown * subjects.size(), 0.5 * TREE * scale);
        double growIntervals = (Math.max(0, width - tree - groups) - growTree) / Math.max(1, subjects.size());
        return new Columns(
                Math.floor(tree + growTree), mean, INTERVAL * scale + growIntervals, n, rank, rankInterval, subjects.size(), scale);
    }

    /** How failures stand behind the number of queries. */
    static String failures(ScoreCell cell) {
        return cell.score().failures() == 0 ? "" : " ▲" + cell.score().failures();
    }

    private static double widest(
            Optional<ScoreSheet> sheet, List<Integer> rows, List<String> subjects, Function<ScoreCell, String> text, Font font, String least) {
        Stream<String> texts = sheet.stream()
                .flatMap(made -> rows.stream()
                        .flatMap(row -> subjects.stream().flatMap(subject -> made.cell(row, subject).map(text).stream())));
        String longest = Stream.concat(texts, Stream.of(least)).reduce("", (a, b) -> b.length() > a.length() ? b : a);
        return Math.ceil(TextWidth.of(longest.replaceAll("[0-9]", "0"), font));
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

    /** Where the interval of the rank begins. */
    double rankIntervalAt() {
        return rankEnd() + 4 * scale;
    }
}
