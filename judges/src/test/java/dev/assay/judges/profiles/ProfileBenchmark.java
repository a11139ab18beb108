package dev.assay.judges.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.assay.datasets.testing.RealData;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Times a profile of 17 generated subjects over a tree of 688 nodes with 3,343 and with 33,430 queries of six tags each. The first
 * measurement is cold, right after the start of the program. Optional arguments: numbers of queries.
 */
public final class ProfileBenchmark {

    private static final int SUBJECTS = 17;
    private static final int TAGS = 6;
    private static final int RUNS = 12;
    private static final int THREADS = 2;
    private static final long SEED = 20_261_122;

    private ProfileBenchmark() {}

    /** Scores and tags as they would come out of a study. */
    record DataSet(ScoreMatrix scores, Taxonomy taxonomy, List<Tag> tags) {}

    public static void main(String[] arguments) throws IOException {
        int[] sizes = arguments.length == 0
                ? new int[] {3_343, 33_430}
                : IntStream.range(0, arguments.length).map(i -> Integer.parseInt(arguments[i])).toArray();
        Taxonomy taxonomy = taxonomy();
        for (int queries : sizes) {
            DataSet data = generate(taxonomy, queries);
            for (int run = 0; run < RUNS; run++) {
                resetPeak();
                long start = System.nanoTime();
                long processor = processorNanos();
                Profile profile = Profiler.profile(data.scores(), data.taxonomy(), data.tags(), ProfileOptions.seeded(SEED), THREADS);
                double seconds = (System.nanoTime() - start) / 1e9;
                double processorSeconds = (processorNanos() - processor) / 1e9;
                print("%d queries × %d subjects × %d nodes, run %d: %.3f s, %.3f s of processor time, peak heap %d MB"
                        .formatted(queries, SUBJECTS, profile.nodes().size(), run + 1, seconds, processorSeconds, peakMegabytes()));
            }
        }
    }

    /** Queries with a difficulty, subjects with an ability and, at every node, a talent of its own; scores are whole numbers from 100 to 500. */
    static DataSet generate(Taxonomy taxonomy, int queries) {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, List<Node>> below = new TreeMap<>();
        for (Node node : taxonomy.nodes()) {
            if (node.depth() > 2) {
                below.computeIfAbsent(node.path().names().getFirst(), any -> new ArrayList<>()).add(node);
            }
        }
        List<List<Node>> domains = List.copyOf(below.values());
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        List<Tag> tags = new ArrayList<>();
        for (int query = 0; query < queries; query++) {
            String id = "q%06d".formatted(query);
            List<Node> domain = domains.get(random.nextInt(domains.size()));
            List<Node> tagged = random.ints(TAGS, 0, domain.size()).distinct().mapToObj(domain::get).toList();
            tagged.forEach(node -> tags.add(new Tag(id, node.id(), 1)));
            double difficulty = 40 * random.nextGaussian();
            for (int subject = 0; subject < SUBJECTS; subject++) {
                double score = 420 - 8 * subject + difficulty + 60 * random.nextGaussian();
                scores.score(id, "subject-%02d".formatted(subject), Math.rint(Math.clamp(score, 100, 500)));
            }
        }
        return new DataSet(scores.build(), taxonomy, tags);
    }

    /** The released tree where it is at hand, else one of its shape: 6 domains, 18 bases, 670 nodes below. */
    static Taxonomy taxonomy() throws IOException {
        Path released = RealData.root().resolve("feedbacker/cata_tree.json");
        List<Node> nodes = new ArrayList<>();
        if (Files.exists(released)) {
            add(new ObjectMapper().readTree(released.toFile()), Optional.empty(), NodePath.ROOT, nodes);
            return new Taxonomy(nodes);
        }
        for (int domain = 0; domain < 6; domain++) {
            Node top = node(Optional.empty(), NodePath.of("domain " + domain), nodes);
            for (int basis = 0; basis < 3; basis++) {
                Node under = node(Optional.of(top), top.path().child("basis " + basis), nodes);
                for (int category = 0; category < 6; category++) {
                    Node main = node(Optional.of(under), under.path().child("category " + category), nodes);
                    for (int leaf = 0; leaf < 5; leaf++) {
                        node(Optional.of(main), main.path().child("leaf " + leaf), nodes);
                    }
                }
            }
        }
        return new Taxonomy(nodes);
    }

    private static void add(JsonNode json, Optional<Node> parent, NodePath path, List<Node> nodes) {
        for (Map.Entry<String, JsonNode> child : json.properties()) {
            Node node = node(parent, path.child(child.getKey()), nodes);
            add(child.getValue(), Optional.of(node), node.path(), nodes);
        }
    }

    private static Node node(Optional<Node> parent, NodePath path, List<Node> nodes) {
        Node node = new Node(path.toString(), parent.map(Node::id), path);
        nodes.add(node);
        return node;
    }

    private static void resetPeak() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakMegabytes() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Of all threads, with compilation and collection: what elapsed time would be worth on a machine that does nothing else. */
    static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system ? system.getProcessCpuTime() : 0;
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
