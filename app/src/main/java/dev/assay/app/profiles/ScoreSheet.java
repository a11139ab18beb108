package dev.assay.app.profiles;

import dev.assay.app.charts.Scale;
import dev.assay.app.controls.IntervalMark;
import dev.assay.app.figures.LoadedProfile;
import dev.assay.app.figures.RunScale;
import dev.assay.judges.profiles.Comparison;
import dev.assay.judges.profiles.NodeProfile;
import dev.assay.judges.profiles.SubjectScore;
import dev.assay.taxonomy.tree.NodePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A profile against one reference, laid out for the table: every node, every subject, every number as it is shown. Immutable. */
public final class ScoreSheet {

    /** Share of the intervals' ends that may lie outside of the scale: a few thin nodes must not squeeze all the others. */
    private static final double CLIPPED = 0.04;

    private static final int TICKS = 3;

    /**
     * A node of the tree.
     *
     * @param level 0 for the root and the domains, which stand at the left
     * @param parent number of the node above; −1 for the root
     * @param n judged queries
     */
    public record SheetNode(NodePath path, String name, int level, int parent, boolean isBranch, int n) {}

    /** The longest text of each kind of number: columns are made to hold it. */
    record Widest(String mean, String difference, String n, String rank, String rankInterval) {

        static final Widest NOTHING = new Widest("0.00", "+0.00", "000", "0", "[0–0]");

        private Widest with(ScoreCell cell) {
            return new Widest(
                    longer(mean, cell.mean()),
                    longer(difference, cell.difference()),
                    longer(n, cell.n() + cell.failures()),
                    longer(rank, cell.rank().best()),
                    longer(rankInterval, cell.rank().interval()));
        }

        private static String longer(String a, String b) {
            return b.length() > a.length() ? b : a;
        }
    }

    private final LoadedProfile loaded;
    private final Reference reference;
    private final List<String> ranked;
    private final List<SheetNode> nodes;
    private final List<Map<String, ScoreCell>> cells = new ArrayList<>();
    private final Map<NodePath, Integer> number = new HashMap<>();
    private Widest widest = Widest.NOTHING;

    private ScoreSheet(LoadedProfile loaded, Reference reference) {
        this.loaded = loaded;
        this.reference = reference;
        this.ranked = ranked(loaded.profile().root());
        this.nodes = nodes(loaded.profile().nodes());
        for (int node = 0; node < nodes.size(); node++) {
            number.put(nodes.get(node).path(), node);
        }
        fill();
    }

    /**
     * Lays it out; not on the JavaFX thread.
     *
     * @throws dev.assay.datasets.AssayException if the reference is a subject that the run has not judged
     */
    public static ScoreSheet of(LoadedProfile loaded, Reference reference) {
        return new ScoreSheet(loaded, reference);
    }

    private static List<String> ranked(NodeProfile root) {
        return root.subjects().stream()
                .sorted(Comparator.comparingDouble(
                                (SubjectScore score) -> -score.mean().map(SubjectScore.Mean::value).orElse(Double.NEGATIVE_INFINITY))
                        .thenComparing(SubjectScore::subject))
                .map(SubjectScore::subject)
                .toList();
    }

    private static List<SheetNode> nodes(List<NodeProfile> profiles) {
        int[] last = new int[64];
        boolean[] isBranch = new boolean[profiles.size()];
        int[] parents = new int[profiles.size()];
        for (int node = 0; node < profiles.size(); node++) {
            int depth = profiles.get(node).path().depth();
            last = depth < last.length ? last : Arrays.copyOf(last, 2 * depth);
            parents[node] = depth == 0 ? -1 : last[depth - 1];
            last[depth] = node;
            if (depth > 0) {
                isBranch[parents[node]] = true;
            }
        }
        List<SheetNode> nodes = new ArrayList<>();
        for (int node = 0; node < profiles.size(); node++) {
            NodePath path = profiles.get(node).path();
            nodes.add(new SheetNode(
                    path,
                    path.depth() == 0 ? "All queries" : path.name(),
                    Math.max(0, path.depth() - 1),
                    parents[node],
                    isBranch[node],
                    profiles.get(node).n()));
        }
        return List.copyOf(nodes);
    }

    private void fill() {
        Function<Integer, Function<SubjectScore, Optional<Comparison>>> comparisons = switch (reference) {
            case Reference.Others others -> node -> score -> Optional.of(score.versusOthers());
            case Reference.Chosen(String subject) -> {
                List<Map<String, Comparison>> against = loaded.branches().against(subject);
                yield node -> score -> Optional.ofNullable(against.get(node).get(score.subject()));
            }
        };
        for (int node = 0; node < nodes.size(); node++) {
            Map<String, ScoreCell> row = new HashMap<>();
            for (SubjectScore score : loaded.profile().nodes().get(node).subjects()) {
                ScoreCell cell = ScoreCell.of(score, comparisons.apply(node).apply(score), loaded.scale());
                widest = widest.with(cell);
                row.put(score.subject(), cell);
            }
            cells.add(row);
        }
    }

    public LoadedProfile loaded() {
        return loaded;
    }

    public RunScale scale() {
        return loaded.scale();
    }

    public Reference reference() {
        return reference;
    }

    /** All subjects of the run, the best at the root first. */
    public List<String> ranked() {
        return ranked;
    }

    /** The root first, then the tree depth first. */
    public List<SheetNode> nodes() {
        return nodes;
    }

    public Optional<Integer> number(NodePath path) {
        return Optional.ofNullable(number.get(path));
    }

    /** Empty if the subject was not judged on any query of the node. */
    public Optional<ScoreCell> cell(int node, String subject) {
        return Optional.ofNullable(cells.get(node).get(subject));
    }

    Widest widest() {
        return widest;
    }

    /** The scale that the intervals of some nodes and subjects share. */
    Scale axis(Collection<Integer> shownNodes, List<String> subjects, Mode mode) {
        return axis(shownNodes.stream()
                .flatMap(node -> subjects.stream().flatMap(subject -> cell(node, subject).flatMap(mode::mark).stream()))
                .toList());
    }

    /** A scale on which these can be seen; a few ends of wide intervals may lie outside. */
    public static Scale axis(List<IntervalMark> marks) {
        if (marks.isEmpty()) {
            return Scale.over(0, 1, TICKS);
        }
        double[] dots = marks.stream()
                .filter(mark -> !mark.thin())
                .flatMapToDouble(mark -> DoubleStream.concat(DoubleStream.of(mark.value()), mark.reference().stream()))
                .sorted()
                .toArray();
        double[] lows = sorted(marks.stream().flatMap(mark -> mark.interval().map(i -> i.low()).stream()));
        double[] highs = sorted(marks.stream().flatMap(mark -> mark.interval().map(i -> i.high()).stream()));
        double low = Math.min(at(dots, 0, marks.getFirst().value()), at(lows, CLIPPED, Double.MAX_VALUE));
        double high = Math.max(at(dots, 1, marks.getFirst().value()), at(highs, 1 - CLIPPED, -Double.MAX_VALUE));
        return Scale.over(low, high, TICKS);
    }

    private static double[] sorted(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double at(double[] ascending, double share, double ifEmpty) {
        return ascending.length == 0 ? ifEmpty : ascending[(int) Math.round(share * (ascending.length - 1))];
    }
}
