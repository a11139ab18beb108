package dev.assay.judges.profiles;

import dev.assay.judges.profiles.NodeScores.Part;
import dev.assay.judges.statistics.Moments;
import dev.assay.judges.statistics.NormalLimit;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tree.Taxonomy;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Computes the score tree (Feedbacker, "Visualization and analysis") with the uncertainty that its authors leave out.
 *
 * <ul>
 *   <li>A node's mean is over the distinct queries of all its descendants, never the mean of its children; the root has all queries.
 *   <li>Intervals resample queries (BCa, {@link dev.assay.judges.statistics.QueryBootstrap}); from
 *       {@link ProfileOptions#formulaFrom} queries on they are the formula clustered by query with Student's t
 *       ({@link dev.assay.judges.statistics.Estimate#clusteredMean}).
 *   <li>Intervals of ranks come from the same resamples, or from the joint normal limit of the means.
 *   <li>Strengths and weaknesses: paired difference to the mean of the other subjects (paired t-test over queries), and those differences
 *       inside the node against outside it (Welch's test), each corrected over all tested nodes of a subject (Benjamini and Hochberg).
 * </ul>
 *
 * <p>A pure function: the same input and seed give the same profile, on any number of threads.
 */
public final class Profiler {

    /** Level of all intervals. */
    public static final double LEVEL = 0.95;

    /** Nodes with fewer queries are not tested. */
    public static final int FEWEST_TESTED = 5;

    private Profiler() {}

    /**
     * Profiles the subjects.
     *
     * @param scores of one run
     * @param taxonomy may be empty: then there is only the root
     * @param tags of the queries; those of queries or nodes that are not here count for nothing
     */
    public static Profile profile(ScoreMatrix scores, Taxonomy taxonomy, Collection<Tag> tags, ProfileOptions options) {
        return profile(scores, taxonomy, tags, options, Runtime.getRuntime().availableProcessors());
    }

    /** As above, on so many threads. */
    public static Profile profile(
            ScoreMatrix scores, Taxonomy taxonomy, Collection<Tag> tags, ProfileOptions options, int threads) {
        QueryTree tree = QueryTree.of(scores, taxonomy, tags);
        Differences differences = Differences.of(scores);
        NormalLimit limit = NormalLimit.draw(scores.subjects().size(), options.resamples(), options.seed());
        int[] root = tree.nodes().getFirst().queries();
        Moments[] whole = differences.moments(root);

        Map<IntBuffer, Computed> computed = computeDistinct(tree, options, limit, threads, (queries, draws) -> {
            Moments[] inside = differences.moments(queries);
            return new Computed(
                    NodeScores.of(scores, queries, draws),
                    Contrast.versusOthers(differences, inside, queries),
                    Contrast.versusRest(differences, inside, whole));
        });
        return assemble(scores, tree, computed, options);
    }

    /** What is computed of a set of queries, by subject; nodes with the same queries share it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Computed(NodeScores scores, Contrast[] versusOthers, Contrast[] versusRest) {}

    private static Map<IntBuffer, Computed> computeDistinct(
            QueryTree tree,
            ProfileOptions options,
            NormalLimit limit,
            int threads,
            BiFunction<int[], Draws, Computed> compute) {
        Map<Integer, List<IntBuffer>> bySize = tree.nodes().stream()
                .map(node -> IntBuffer.wrap(node.queries()))
                .distinct()
                .collect(Collectors.groupingBy(IntBuffer::remaining, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            List<ForkJoinTask<Map<IntBuffer, Computed>>> tasks = bySize.values().stream()
                    .map(sets -> pool.submit(() -> {
                        Draws draws = new Draws(options, limit);
                        return sets.stream().collect(Collectors.toMap(set -> set, set -> compute.apply(set.array(), draws)));
                    }))
                    .toList();
            Map<IntBuffer, Computed> computed = new HashMap<>();
            tasks.forEach(task -> computed.putAll(task.join()));
            return computed;
        }
    }

    private static Profile assemble(
            ScoreMatrix scores, QueryTree tree, Map<IntBuffer, Computed> computed, ProfileOptions options) {
        List<Computed> sets = tree.nodes().stream()
                .map(node -> computed.get(IntBuffer.wrap(node.queries())))
                .toList();
        List<List<Comparison>> versusOthers = new ArrayList<>();
        List<List<Comparison>> versusRest = new ArrayList<>();
        for (int i = 0; i < scores.subjects().size(); i++) {
            int subject = i;
            versusOthers.add(Contrast.corrected(sets.stream().map(set -> set.versusOthers()[subject]).toList()));
            versusRest.add(Contrast.corrected(sets.stream().map(set -> set.versusRest()[subject]).toList()));
        }
        List<NodeProfile> nodes = new ArrayList<>();
        for (int node = 0; node < sets.size(); node++) {
            List<SubjectScore> subjects = new ArrayList<>();
            for (int subject = 0; subject < scores.subjects().size(); subject++) {
                Part part = sets.get(node).scores().subjects().get(subject);
                if (part.n() + part.failures() > 0) {
                    subjects.add(new SubjectScore(
                            scores.subjects().get(subject),
                            part.n(),
                            part.failures(),
                            part.mean(),
                            versusOthers.get(subject).get(node),
                            versusRest.get(subject).get(node)));
                }
            }
            nodes.add(new NodeProfile(tree.nodes().get(node).path(), sets.get(node).scores().n(), subjects));
        }
        return new Profile(scores.subjects(), nodes, options);
    }
}
