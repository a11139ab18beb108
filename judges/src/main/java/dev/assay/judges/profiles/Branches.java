package dev.assay.judges.profiles;

import dev.assay.datasets.AssayException;
import dev.assay.judges.profiles.Comparison.Tested;
import dev.assay.judges.profiles.NodeScores.Part;
import dev.assay.judges.statistics.BenjaminiHochberg;
import dev.assay.judges.statistics.Moments;
import dev.assay.judges.statistics.NormalLimit;
import dev.assay.taxonomy.tree.NodePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The branches of a profiled taxonomy, and what else can be asked of them: their queries, unions of several, and comparisons with one
 * chosen subject. Immutable; to be kept beside the profile that it belongs to.
 */
public final class Branches {

    private final ScoreMatrix scores;
    private final Profile profile;
    private final QueryTree tree;
    private final Differences differences;
    private final Map<NodePath, Integer> number = new HashMap<>();

    private Branches(ScoreMatrix scores, Profile profile, QueryTree tree) {
        this.scores = scores;
        this.profile = profile;
        this.tree = tree;
        this.differences = Differences.of(scores);
        for (int node = 0; node < tree.nodes().size(); node++) {
            number.put(tree.nodes().get(node).path(), node);
        }
    }

    /** @param profile of all subjects, made from this source */
    public static Branches of(ProfileLoader.Source source, Profile profile) {
        return new Branches(source.scores(), profile, QueryTree.of(source.scores(), source.taxonomy(), source.tags()));
    }

    /**
     * Ids of the distinct queries of some nodes and of all nodes below them, in alphabetical order.
     *
     * @throws AssayException if the taxonomy has no node there
     */
    public List<String> queries(Collection<NodePath> nodes) {
        return Arrays.stream(rows(nodes)).mapToObj(row -> scores.queries().get(row)).toList();
    }

    /**
     * How the subjects do on the union of some nodes, as if it were one more node: a query that stands under several of them counts once;
     * means, intervals, ranks and tests are those of a node, from the seed of the profile. The correction is over the tested nodes of a
     * subject and this union.
     *
     * @throws AssayException if the taxonomy has no node there
     */
    public SetProfile union(Collection<NodePath> nodes) {
        int[] rows = rows(nodes);
        ProfileOptions options = profile.options();
        NormalLimit limit = NormalLimit.draw(scores.subjects().size(), options.resamples(), options.seed());
        NodeScores computed = NodeScores.of(scores, rows, new Draws(options, limit));
        Moments[] inside = differences.moments(rows);
        Contrast[] versusOthers = Contrast.versusOthers(differences, inside, rows);
        Contrast[] versusRest = Contrast.versusRest(differences, inside, differences.moments(tree.nodes().getFirst().queries()));
        List<SubjectScore> subjects = new ArrayList<>();
        for (int subject = 0; subject < scores.subjects().size(); subject++) {
            Part part = computed.subjects().get(subject);
            String name = scores.subjects().get(subject);
            if (part.n() + part.failures() > 0) {
                subjects.add(new SubjectScore(
                        name,
                        part.n(),
                        part.failures(),
                        part.mean(),
                        amongNodes(versusOthers[subject], name, SubjectScore::versusOthers),
                        amongNodes(versusRest[subject], name, SubjectScore::versusRest)));
            }
        }
        return new SetProfile(Arrays.stream(rows).mapToObj(row -> scores.queries().get(row)).toList(), computed.n(), subjects);
    }

    private int[] rows(Collection<NodePath> nodes) {
        return nodes.stream()
                .flatMapToInt(path -> Arrays.stream(tree.nodes()
                        .get(Optional.ofNullable(number.get(path)).orElseGet(() -> unknown(path)))
                        .queries()))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The profile says it best, with the nearest names. */
    private int unknown(NodePath path) {
        throw new AssayException("no node " + profile.node(path).path() + " among the judged ones: load the profile again");
    }

    private Comparison amongNodes(Contrast contrast, String subject, Function<SubjectScore, Comparison> kind) {
        return switch (contrast) {
            case Contrast.Untested(Comparison.NotTested why) -> why;
            case Contrast.Uncorrected one -> {
                double[] others = profile.nodes().stream()
                        .flatMap(node -> node.subject(subject).stream())
                        .map(kind)
                        .flatMapToDouble(comparison -> comparison instanceof Tested test ? DoubleStream.of(test.p()) : DoubleStream.empty())
                        .toArray();
                double[] family = DoubleStream.concat(DoubleStream.of(one.p()), Arrays.stream(others)).toArray();
                yield new Tested(one.n(), one.difference(), one.interval(), one.p(), BenjaminiHochberg.qValues(family)[0]);
            }
        };
    }

    /**
     * Every subject against one of them: paired differences on the queries where both have a score (paired t-test over queries,
     * {@link dev.assay.judges.statistics.Estimate#mean}), corrected over all tested nodes of a subject (Benjamini and Hochberg).
     *
     * @return by node, in the order of the profile, then by subject; the reference itself is not among them
     * @throws AssayException if the run has not judged this subject
     */
    public List<Map<String, Comparison>> against(String reference) {
        profile.of(reference);
        int yardstick = scores.subjects().indexOf(reference);
        List<Map<String, Comparison>> byNode = new ArrayList<>();
        tree.nodes().forEach(any -> byNode.add(new HashMap<>()));
        IntStream.range(0, scores.subjects().size()).filter(subject -> subject != yardstick).forEach(subject -> {
            List<Comparison> tests = Contrast.corrected(tree.nodes().stream()
                    .map(node -> Contrast.paired(scores, node.queries(), subject, yardstick, differences.tolerance()))
                    .toList());
            for (int node = 0; node < tests.size(); node++) {
                byNode.get(node).put(scores.subjects().get(subject), tests.get(node));
            }
        });
        return List.copyOf(byNode);
    }
}
