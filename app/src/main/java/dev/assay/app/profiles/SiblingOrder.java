package dev.assay.app.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the children of one node follow each other: as in the taxonomy, or by a number of one subject. All subjects stand in the same rows.
 *
 * @param subject whose numbers; empty for the taxonomy
 * @param descending the greatest number first; nodes without one are last either way
 */
public record SiblingOrder(By by, String subject, boolean descending) {

    /** What decides. */
    public enum By {
        /** The place in the taxonomy. */
        TREE,
        /** The mean or the difference, whichever is shown. */
        NUMBER,
        QUERIES,
        RANK
    }

    public static final SiblingOrder TREE = new SiblingOrder(By.TREE, "", false);

    /** The best, or the largest node, first. */
    static SiblingOrder bestFirst(By by, String subject) {
        return by == By.TREE ? TREE : new SiblingOrder(by, subject, by != By.RANK);
    }

    /** What asking for the same once more gives: the other way round, and then the taxonomy again. */
    SiblingOrder next() {
        boolean isFirst = equals(bestFirst(by, subject));
        return isFirst ? new SiblingOrder(by, subject, !descending) : TREE;
    }

    /** Numbers of all nodes of a sheet, each before those below it. */
    List<Integer> walk(ScoreSheet sheet, Mode mode) {
        int count = sheet.nodes().size();
        if (by == By.TREE || count == 0) {
            return IntStream.range(0, count).boxed().toList();
        }
        List<List<Integer>> children = new ArrayList<>();
        IntStream.range(0, count).forEach(node -> children.add(new ArrayList<>()));
        IntStream.range(1, count).forEach(node -> children.get(sheet.nodes().get(node).parent()).add(node));
        Comparator<Double> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Optional<Double>> missingLast = Comparator.comparing((Optional<Double> value) -> value.isEmpty())
                .thenComparing((a, b) -> a.isPresent() && b.isPresent() ? values.compare(a.get(), b.get()) : 0);
        children.forEach(siblings -> siblings.sort(Comparator.comparing(node -> value(sheet, node, mode), missingLast)));
        List<Integer> walked = new ArrayList<>(count);
        walk(0, children, walked);
        return walked;
    }

    private static void walk(int node, List<List<Integer>> children, List<Integer> walked) {
        walked.add(node);
        children.get(node).forEach(child -> walk(child, children, walked));
    }

    private Optional<Double> value(ScoreSheet sheet, int node, Mode mode) {
        Optional<ScoreCell> cell = sheet.cell(node, subject);
        return switch (by) {
            case TREE -> Optional.empty();
            case NUMBER -> cell.flatMap(mode::value);
            case QUERIES -> cell.map(found -> (double) found.score().n());
            case RANK -> cell.flatMap(found -> found.score().mean()).map(mean -> (double) mean.rank());
        };
    }
}
