package dev.assay.app.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment;
import dev.assay.judges.JudgmentTable;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TagTable;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Makes a study as large as somebody may have one: queries in a taxonomy of some 700 nodes, answered by every subject, all answers judged. A made-up
 * study for measuring, the same for the same sizes.
 *
 * @param queries number of queries; every hundredth is left without tags, every fiftieth has a later turn
 * @param subjects number of subjects; each leaves one query in a thousand unanswered
 * @param withCriteria number of queries whose judgments have scores by criterion
 */
public record LargeStudy(int queries, int subjects, int withCriteria) {

    /** The size that the window is made for. */
    public static final LargeStudy TARGET = new LargeStudy(50_000, 17, 2_000);

    private static final int BATCH = 2_000;
    private static final int CRITERIA = 5;
    private static final List<String> DOMAINS = List.of("coding", "knowledge", "mathematics", "reasoning", "roleplay", "writing");
    private static final List<String> BASES = List.of("Task Types", "Topics", "Skills");

    /** Makes the study and closes it. */
    public void make(Path file, Clock clock) {
        try (Study study = Study.create(file, clock)) {
            new Making(study, clock).all();
        }
    }

    private final class Making {

        private final Study study;
        private final RunTable runs;
        private final Random random = new Random(20_261_122);
        private final LargeText texts = new LargeText(random);
        private final List<String> names = IntStream.range(0, subjects).mapToObj(i -> "model-%02d".formatted(i + 1)).toList();
        private final JudgmentTable judgments = new JudgmentTable();

        Making(Study study, Clock clock) {
            this.study = study;
            this.runs = new RunTable(clock);
        }

        void all() {
            String imported = begin("import", "local", JsonNodeFactory.instance.objectNode().put("file", "large.jsonl"));
            List<String> ids = addQueries(imported);
            addTags(ids, addTree(imported), imported);
            end(imported);
            // In the order of the ids, as the tables are: each page is written once.
            List<String> sorted = ids.stream().sorted(Comparator.naturalOrder()).toList();
            addAnswers(sorted, imported);
            String judged = begin(Judgment.STEP, "local", specification());
            addJudgments(sorted, judged);
            end(judged);
        }

        private List<String> addQueries(String run) {
            List<String> ids = new ArrayList<>();
            QueryTable table = new QueryTable();
            for (int made = 0; ids.size() < queries; ) {
                int from = made;
                made = study.<Integer>write(writing -> {
                    int number = from;
                    for (int i = 0; i < BATCH && ids.size() < queries; number++) {
                        List<String> later = number % 50 == 0 ? List.of("And now shorter, please.") : List.of();
                        Query query = Query.of(texts.query(number), later, "source " + number % 7);
                        if (table.insert(writing, query, run)) {
                            table.insertSource(writing, "large", "q" + number, query.id());
                            ids.add(query.id());
                            i++;
                        }
                    }
                    return number;
                });
            }
            return ids;
        }

        private Taxonomy addTree(String run) {
            return study.<Taxonomy>write(writing -> {
                TaxonomyTable table = new TaxonomyTable();
                for (String domain : DOMAINS) {
                    for (String basis : BASES) {
                        for (int category = 1; category <= 6; category++) {
                            NodePath path = NodePath.of(domain, basis, "Category " + category + " of " + basis.toLowerCase(Locale.ROOT));
                            for (int leaf = 1; leaf <= 5; leaf++) {
                                int added = table.insert(writing, path.child("Leaf " + leaf), run);
                                assert added > 0;
                            }
                        }
                    }
                }
                return table.load(writing);
            });
        }

        private void addTags(List<String> ids, Taxonomy tree, String run) {
            List<List<Node>> leaves = tree.domains().stream()
                    .map(domain -> tree.subtree(domain).stream().filter(tree::isLeaf).toList())
                    .toList();
            TagTable table = new TagTable();
            inBatches(ids, (writing, id) -> {
                if (random.nextInt(100) > 0) {
                    List<Node> domain = leaves.get(random.nextInt(leaves.size()));
                    for (int i = 0; i < 3; i++) {
                        // Squared: some leaves have many queries, some hardly any.
                        double at = random.nextDouble() * random.nextDouble();
                        table.insert(writing, new Tag(id, domain.get((int) (at * domain.size())).id(), 0.9), run);
                    }
                }
            });
        }

        private void addAnswers(List<String> ids, String run) {
            ResponseTable table = new ResponseTable();
            inBatches(ids, (writing, id) -> names.forEach(subject -> {
                if (random.nextInt(1_000) > 0) {
                    table.insert(writing, new Response(id, subject, texts.answer()), run);
                }
            }));
        }

        private void addJudgments(List<String> ids, String run) {
            List<String> withScores = ids.subList(0, Math.min(withCriteria, ids.size()));
            inBatches(withScores, (writing, id) -> judgments.insertCriteria(writing, run, id, criteria()));
            inBatches(withScores, (writing, id) -> judge(writing, id, run, CRITERIA));
            inBatches(ids.subList(withScores.size(), ids.size()), (writing, id) -> judge(writing, id, run, 0));
        }

        private void judge(Writing writing, String id, String run, int criteria) {
            double difficulty = 40 * random.nextGaussian();
            for (int subject = 0; subject < names.size(); subject++) {
                List<Judgment.CriterionScore> scores = IntStream.range(0, criteria)
                        .mapToObj(i -> new Judgment.CriterionScore(1 + random.nextInt(5), "names " + (1 + random.nextInt(4)) + " of the 4 points"))
                        .toList();
                double score = Math.clamp(Math.rint(300 + difficulty + 6 * subject + 60 * random.nextGaussian()), 100, 500);
                boolean added = judgments.insert(writing, run, new Judgment(
                        id, names.get(subject), 0, Judgment.Role.CANDIDATE,
                        random.nextInt(2_000) == 0
                                ? new Judgment.Failed("the judge gave no score")
                                : new Judgment.Scored(score, "covers what was asked", scores)));
                assert added;
            }
        }

        private List<Criterion> criteria() {
            List<String> about = List.of("Correctness", "Completeness", "Clarity", "Examples", "Tone");
            return about.stream().map(name -> new Criterion(name, "The answer has " + name.toLowerCase(Locale.ROOT), 20, "{}")).toList();
        }

        private ObjectNode specification() {
            ObjectNode spec = JsonNodeFactory.instance.objectNode().put("judge", "pc2").put("engine", "local").put("baseline", names.getFirst()).put("scale", 5);
            ArrayNode asked = spec.putArray("subjects");
            names.forEach(asked::add);
            return spec;
        }

        private void inBatches(List<String> ids, BiConsumer<Writing, String> each) {
            for (int from = 0; from < ids.size(); from += BATCH) {
                List<String> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
                study.change(writing -> batch.forEach(id -> each.accept(writing, id)));
            }
        }

        private String begin(String step, String engine, ObjectNode spec) {
            return study.<String>write(writing -> runs.begin(writing, step, engine, spec, 0).id());
        }

        private void end(String run) {
            study.change(writing -> runs.end(writing, run, RunState.DONE));
        }
    }
}
