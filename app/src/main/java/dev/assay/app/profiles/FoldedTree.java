package dev.assay.app.profiles;

import dev.assay.app.controls.Standing;
import dev.assay.app.profiles.ScoreSheet.SheetNode;
import dev.assay.taxonomy.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Which nodes of a tree are seen: those that pass the filters and whose ancestors are all open. */
public final class FoldedTree {

    /**
     * What is asked for.
     *
     * @param text part of a node's name, in any case; blank for all
     * @param fewest queries that a node must have
     * @param weaknesses only nodes where one of the subjects is worse than the reference
     */
    public record Filter(String text, int fewest, boolean weaknesses) {

        public static final Filter NONE = new Filter("", 0, false);

        /** Whether only some nodes of the tree are wanted; they are then shown with all above them. */
        public boolean isNarrow() {
            return !text.isBlank() || weaknesses;
        }
    }

    /**
     * A row of the table.
     *
     * @param node its number in the sheet
     * @param isOpen whether the nodes below it are shown
     * @param isBranch whether there are any to show
     * @param isHit false for a node that is shown only because one below it is wanted
     */
    public record Row(int node, boolean isOpen, boolean isBranch, boolean isHit) {}

    /**
     * What the table shows.
     *
     * @param nodes how many nodes pass the filters, seen or folded away; without the root
     */
    public record Shown(List<Row> rows, int nodes) {

        public Shown {
            rows = List.copyOf(rows);
        }
    }

    private FoldedTree() {}

    /** As the taxonomy orders the nodes. */
    public static Shown of(ScoreSheet sheet, List<String> subjects, Filter filter, Set<NodePath> folded, int openTo) {
        return of(sheet, SiblingOrder.TREE.walk(sheet, Mode.SCORES), subjects, filter, folded, openTo);
    }

    /**
     * @param walk numbers of all nodes in the order of the rows, each before those below it
     * @param folded nodes whose state is not the usual one: without a narrow filter those down to {@code openTo} are open, with one all are
     */
    static Shown of(
            ScoreSheet sheet, List<Integer> walk, List<String> subjects, Filter filter, Set<NodePath> folded, int openTo) {
        List<SheetNode> nodes = sheet.nodes();
        boolean[] hit = new boolean[nodes.size()];
        boolean[] wanted = new boolean[nodes.size()];
        boolean[] hasWantedBelow = new boolean[nodes.size()];
        int count = 0;
        for (int node = nodes.size() - 1; node >= 0; node--) {
            hit[node] = passes(sheet, node, subjects, filter);
            wanted[node] |= hit[node];
            count += hit[node] && node > 0 ? 1 : 0;
            int parent = nodes.get(node).parent();
            if (wanted[node] && parent >= 0) {
                wanted[parent] = true;
                hasWantedBelow[parent] = true;
            }
        }
        List<Row> rows = new ArrayList<>();
        boolean[] showsChildren = new boolean[nodes.size()];
        for (int node : walk) {
            SheetNode at = nodes.get(node);
            boolean isSeen = wanted[node] && (at.parent() < 0 || showsChildren[at.parent()]);
            boolean usuallyOpen = filter.isNarrow() || at.path().depth() <= openTo;
            boolean isOpen = hasWantedBelow[node] && usuallyOpen != folded.contains(at.path());
            showsChildren[node] = isSeen && isOpen;
            if (isSeen) {
                rows.add(new Row(node, isOpen, hasWantedBelow[node], hit[node]));
            }
        }
        return new Shown(rows, count);
    }

    /** Numbers of all nodes that pass the filters, folded away or not. */
    public static List<Integer> everything(ScoreSheet sheet, List<String> subjects, Filter filter) {
        return IntStream.range(0, sheet.nodes().size())
                .filter(node -> passes(sheet, node, subjects, filter))
                .boxed()
                .toList();
    }

    private static boolean passes(ScoreSheet sheet, int node, List<String> subjects, Filter filter) {
        SheetNode at = sheet.nodes().get(node);
        boolean named = at.name().toLowerCase(Locale.ROOT).contains(filter.text().strip().toLowerCase(Locale.ROOT));
        boolean large = at.n() >= filter.fewest() || node == 0;
        return large
                && named
                && (!filter.weaknesses()
                        || subjects.stream().anyMatch(subject -> sheet.cell(node, subject)
                                .filter(cell -> cell.standing() == Standing.WORSE)
                                .isPresent()));
    }
}
