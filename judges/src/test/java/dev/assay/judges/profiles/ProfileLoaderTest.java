package dev.assay.judges.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.Judgment;
import dev.assay.judges.Judgment.Failed;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.JudgmentTable;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TagTable;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLoaderTest {

    private final RunTable runs = new RunTable(Clocks.fixed());
    private final ProfileLoader loader = new ProfileLoader();

    @TempDir
    Path folder;

    private Study study;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void theLatestFinishedRunIsReadWithItsTagsAndTaxonomy() {
        run("imported", 1, RunState.DONE, List.of(judged("one", "m", scored(10))));
        String latest = run("local", 2, RunState.PARTLY_DONE, List.of(
                judged("one", "m", scored(20)), judged("two", "m", scored(40)), judged("two", "n", new Failed("no score in the reply"))));
        run("local", 3, RunState.CANCELLED, List.of(judged("one", "m", scored(30))));
        tagFirst("one", NodePath.of("coding", "Language"));
        ProfileLoader.Source source = loader.latest(study);
        Profile profile = source.profile(ProfileOptions.seeded(1));
        assertThat(source.run().id()).isEqualTo(latest);
        assertThat(Trees.meanAt(profile, "/", "m")).isEqualTo(30);
        assertThat(Trees.meanAt(profile, "/coding/Language", "m")).isEqualTo(20);
        assertThat(Trees.at(profile, "/", "n").failures()).isEqualTo(1);
        assertThat(Trees.at(profile, "/", "n").mean()).isEmpty();
    }

    @Test
    void aRunCanBeNamedEvenIfItIsNotFinished() {
        String stopped = run("local", 1, RunState.CANCELLED, List.of(judged("one", "m", scored(30))));
        run("local", 2, RunState.DONE, List.of(judged("one", "m", scored(10))));
        assertThat(Trees.meanAt(loader.ofRun(study, stopped).profile(ProfileOptions.seeded(1)), "/", "m")).isEqualTo(30);
    }

    @Test
    void withoutJudgmentsTheMessageSaysWhatToDo() {
        assertThatThrownBy(() -> loader.latest(study))
                .isInstanceOf(AssayException.class)
                .hasMessage("no judgments in this study yet: run judge, or import a data set with scores or preferences");
    }

    @Test
    void withoutAFinishedRunTheMessageNamesTheLastOne() {
        String stopped = run("local", 1, RunState.CANCELLED, List.of(judged("one", "m", scored(30))));
        assertThatThrownBy(() -> loader.latest(study)).isInstanceOf(AssayException.class).hasMessageContaining(stopped);
    }

    @Test
    void anUnknownRunIsAnsweredWithTheOnesThereAre() {
        String known = run("local", 1, RunState.DONE, List.of(judged("one", "m", scored(30))));
        assertThatThrownBy(() -> loader.ofRun(study, "nonsense"))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("no run nonsense of judging")
                .hasMessageContaining(known);
    }

    @Test
    void aRunWithoutJudgmentsIsRefused() {
        run("local", 1, RunState.DONE, List.of());
        assertThatThrownBy(() -> loader.latest(study)).isInstanceOf(AssayException.class).hasMessageContaining("has made no judgment");
    }

    private record Judged(String text, String subject, Outcome outcome) {}

    private static Judged judged(String text, String subject, Outcome outcome) {
        return new Judged(text, subject, outcome);
    }

    private static Outcome scored(double score) {
        return new Scored(score, "", List.of());
    }

    private String run(String engine, long seed, RunState state, List<Judged> judgments) {
        return study.write(writing -> {
            Run run = runs.begin(writing, "judge", engine, JsonNodeFactory.instance.objectNode(), seed);
            for (Judged judged : judgments) {
                Query query = Query.of(judged.text());
                new QueryTable().insert(writing, query, run.id());
                new ResponseTable().insertSubject(writing, judged.subject());
                new JudgmentTable()
                        .insert(writing, run.id(), new Judgment(query.id(), judged.subject(), 0, Role.CANDIDATE, judged.outcome()));
            }
            runs.end(writing, run.id(), state);
            return run.id();
        });
    }

    private void tagFirst(String text, NodePath path) {
        study.change(writing -> {
            String run = runs.begin(writing, "tag", "local", JsonNodeFactory.instance.objectNode(), 0).id();
            new TaxonomyTable().insert(writing, path, run);
            String node = new TaxonomyTable().load(writing).find(path).orElseThrow().id();
            new TagTable().insert(writing, new Tag(Query.of(text).id(), node, 1), run);
        });
    }
}
