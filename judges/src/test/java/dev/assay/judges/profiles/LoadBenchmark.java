package dev.assay.judges.profiles;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.judges.Judgment;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.profiles.ProfileBenchmark.DataSet;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TagTable;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Times reading what a profile is computed from out of a study: 17 subjects × 33,430 queries, each judgment with a reason of 200 characters. */
public final class LoadBenchmark {

    private LoadBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int queries = arguments.length == 0 ? 33_430 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("assay-load");
        Path file = folder.resolve("load.assay");
        try (Study study = Study.create(file, Clock.systemUTC())) {
            write(study, ProfileBenchmark.generate(ProfileBenchmark.taxonomy(), queries));
            for (int run = 1; run <= 3; run++) {
                long start = System.nanoTime();
                long processor = ProfileBenchmark.processorNanos();
                ProfileLoader.Source source = new ProfileLoader().latest(study);
                print("loading %d queries × %d subjects with %d tags, run %d: %.3f s, %.3f s of processor time".formatted(
                        source.scores().queries().size(), source.scores().subjects().size(), source.tags().size(), run,
                        (System.nanoTime() - start) / 1e9, (ProfileBenchmark.processorNanos() - processor) / 1e9));
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private static void write(Study study, DataSet data) {
        RunTable runs = new RunTable(Clock.systemUTC());
        study.change(writing -> {
            String run = runs.begin(writing, "judge", "local", JsonNodeFactory.instance.objectNode(), 0).id();
            TaxonomyTable taxonomies = new TaxonomyTable();
            for (Node node : data.taxonomy().nodes()) {
                taxonomies.insert(writing, node.path(), run);
            }
            ScoreMatrix scores = data.scores();
            List<Query> queries = scores.queries().stream().map(Query::of).toList();
            queries.forEach(query -> new QueryTable().insert(writing, query, run));
            scores.subjects().forEach(subject -> new ResponseTable().insertSubject(writing, subject));
            for (int query = 0; query < queries.size(); query++) {
                for (int subject = 0; subject < scores.subjects().size(); subject++) {
                    new JudgmentTable().insert(writing, run, new Judgment(
                            queries.get(query).id(), scores.subjects().get(subject), 0, Role.CANDIDATE,
                            new Scored(scores.score(query, subject), "because ".repeat(25), List.of())));
                }
            }
            var taxonomy = taxonomies.load(writing);
            for (Tag tag : data.tags()) {
                Node node = data.taxonomy().byId(tag.nodeId());
                new TagTable().insert(writing,
                        new Tag(Query.of(tag.queryId()).id(), taxonomy.find(node.path()).orElseThrow().id(), 1), run);
            }
            runs.end(writing, run, RunState.DONE);
        });
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
