package dev.assay.app.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.Judgment.Failed;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.JudgmentTable;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TagTable;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes studies with known scores: queries under known nodes, judged subjects, no texts to speak of. */
public final class JudgedStudy {

    /** The score of a subject on a query, both by number from 0; empty is a failed judgment. */
    @FunctionalInterface
    public interface Scores {
        OptionalDouble of(int query, int subject);
    }

    /** Two domains of two leaves each. */
    public static final List<String> NODES =
            List.of("/coding/Language/Java", "/coding/Language/Python", "/writing/Topic/Sports", "/writing/Topic/Food");

    public static final List<String> SUBJECTS = List.of("able", "bold", "calm", "dull");

    private static final int QUERIES = 120;

    private JudgedStudy() {}

    /** A study of 120 queries under {@link #NODES}, answered by {@link #SUBJECTS}. */
    public static Study small(Path file, Scores scores) {
        return create(file, NODES, SUBJECTS, QUERIES, scores);
    }

    /**
     * A study whose query number i stands under node number i modulo the nodes, and every third one also under the next node.
     *
     * @param nodes paths; those above them are made too
     */
    public static Study create(Path file, List<String> nodes, List<String> subjects, int queries, Scores scores) {
        Study study = Study.create(file, Clocks.fixed());
        study.change(writing -> {
            tree(writing, nodes, queries);
            judge(writing, subjects, queries, scores, 1);
        });
        return study;
    }

    /** 17 subjects with long and foreign names, some of them with failures, at nodes with long and foreign names. */
    public static Study seventeen(Path file) {
        List<String> subjects = Stream.concat(
                        Stream.of(
                                "通义千问-2.5-72B-指令微调-非常长的名字-测试版本",
                                "a-model-with-a-name-that-is-much-longer-than-any-column-could-be-instruct-2026-11-22-preview",
                                "한국어 모델 13B",
                                "מודל עברי 7B"),
                        IntStream.range(0, 13).mapToObj(i -> "model-" + (char) ('a' + i) + "-" + (7 + i) + "B-instruct"))
                .toList();
        List<String> nodes = List.of(
                "/編程/调试与优化/并发错误的定位和修复以及其他非常长的类别名称", "/编程/语言/Java", "/writing/Topic/Sports",
                "/writing/Topic/A category with a very long name that no column can hold as a whole", "/writing/Topic/Food", "/reasoning/Kind/Logic",
                "/reasoning/Kind/Space", "/mathematics/Field/Algebra");
        SplittableRandom random = new SplittableRandom(5);
        return create(
                file,
                nodes,
                subjects,
                100,
                (query, subject) -> subject % 5 == 4 && query % 9 == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(6 - 0.15 * subject + random.nextGaussian() * 0.8));
    }

    /** One more run of judging. Returns its id. */
    public static String judge(Writing writing, List<String> subjects, int queries, Scores scores, long seed) {
        RunTable runs = new RunTable(Clocks.fixed());
        ObjectNode spec = JsonNodeFactory.instance.objectNode().put("annotator", "test judge");
        spec.putObject("scale").put("low", 0).put("high", 10);
        String run = runs.begin(writing, Judgment.STEP, "imported", spec, seed).id();
        JudgmentTable judgments = new JudgmentTable();
        subjects.forEach(subject -> new ResponseTable().insertSubject(writing, subject));
        for (int query = 0; query < queries; query++) {
            for (int subject = 0; subject < subjects.size(); subject++) {
                OptionalDouble score = scores.of(query, subject);
                Outcome outcome = score.isPresent() ? new Scored(score.getAsDouble(), "", List.of()) : new Failed("no score in the reply");
                judgments.insert(writing, run, new Judgment(query(query).id(), subjects.get(subject), 0, Role.CANDIDATE, outcome));
            }
        }
        runs.end(writing, run, RunState.DONE);
        return run;
    }

    /** More judgments of a run, by one criterion, "Is exact", of weight 100, for queries from the first on. */
    public static void judgeByCriteria(Writing writing, String run, int queries, ToDoubleBiFunction<Integer, Integer> scores) {
        JudgmentTable judgments = new JudgmentTable();
        for (int query = 0; query < queries; query++) {
            String id = query(query).id();
            judgments.insertCriteria(writing, run, id, List.of(new Criterion("Is exact", "Says nothing wrong.", 100, "{}")));
            for (int subject = 0; subject < SUBJECTS.size(); subject++) {
                double score = scores.applyAsDouble(query, subject);
                Outcome outcome = new Scored(100 * score, "", List.of(new CriterionScore(score, "so it is")));
                judgments.insert(writing, run, new Judgment(id, SUBJECTS.get(subject), 0, Role.CANDIDATE, outcome));
            }
        }
    }

    private static void tree(Writing writing, List<String> nodes, int queries) {
        String run = new RunTable(Clocks.fixed()).begin(writing, "tag", "local", JsonNodeFactory.instance.objectNode(), 0).id();
        nodes.forEach(node -> new TaxonomyTable().insert(writing, NodePath.parse(node), run));
        Taxonomy taxonomy = new TaxonomyTable().load(writing);
        for (int query = 0; query < queries; query++) {
            new QueryTable().insert(writing, query(query), run);
            tag(writing, taxonomy, query, nodes.get(query % nodes.size()), run);
            if (query % 3 == 0) {
                tag(writing, taxonomy, query, nodes.get((query + 1) % nodes.size()), run);
            }
        }
    }

    private static void tag(Writing writing, Taxonomy taxonomy, int query, String node, String run) {
        String id = taxonomy.find(NodePath.parse(node)).orElseThrow().id();
        new TagTable().insert(writing, new Tag(query(query).id(), id, 1), run);
    }

    private static Query query(int number) {
        return Query.of("query number " + number);
    }
}
