package dev.assay.app.queries;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.Judgment;
import dev.assay.judges.JudgmentTable;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TagTable;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Studies of a few queries, for tests. */
final class SmallStudy {

    static final NodePath DEBUGGING = NodePath.of("coding", "Task Types", "Debugging");
    static final NodePath POETRY = NodePath.of("writing", "Forms", "Poetry");

    private SmallStudy() {}

    static Study empty(Path folder) {
        return Study.create(folder.resolve("study.assay"), Clocks.fixed());
    }

    /** Adds queries of the first and a text with their numbers, "python sorting 1", …; the odd ones tagged with {@link #DEBUGGING}. */
    static List<String> add(Study study, String text, int number) {
        return study.<List<String>>write(writing -> {
            RunTable runs = new RunTable(Clocks.fixed());
            String run = runs.begin(writing, "import", "local", JsonNodeFactory.instance.objectNode().put("text", text), 0).id();
            TaxonomyTable nodes = new TaxonomyTable();
            int added = nodes.insert(writing, DEBUGGING, run) + nodes.insert(writing, POETRY, run);
            assert added >= 0;
            String node = nodes.load(writing).find(DEBUGGING).orElseThrow().id();
            List<String> ids = new ArrayList<>();
            IntStream.rangeClosed(1, number).forEach(i -> {
                Query query = Query.of(text + " " + i, List.of(), "source " + i % 2);
                ids.add(query.id());
                boolean isNew = new QueryTable().insert(writing, query, run);
                isNew &= i % 2 == 0 || new TagTable().insert(writing, new Tag(query.id(), node, 0.8), run);
                assert isNew;
            });
            runs.end(writing, run, RunState.DONE);
            return ids;
        });
    }

    /** A subject answers queries and is judged with 100, 101, … in their order; returns the run. */
    static String judge(Study study, String subject, List<String> ids) {
        return study.<String>write(writing -> {
            RunTable runs = new RunTable(Clocks.fixed());
            String run = runs.begin(
                            writing, Judgment.STEP, "local", JsonNodeFactory.instance.objectNode().put("judge", "pc2").put("scale", 5), 0)
                    .id();
            for (int i = 0; i < ids.size(); i++) {
                boolean isNew = new ResponseTable().insert(writing, new Response(ids.get(i), subject, "An answer."), run);
                isNew &= new JudgmentTable()
                        .insert(writing, run, new Judgment(
                                ids.get(i), subject, 0, Judgment.Role.CANDIDATE, new Judgment.Scored(100 + i, "", List.of())));
                assert isNew;
            }
            runs.end(writing, run, RunState.DONE);
            return run;
        });
    }
}
