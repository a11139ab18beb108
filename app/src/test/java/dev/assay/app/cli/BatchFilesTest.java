package dev.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.app.cli.Shell.Outcome;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelGateway.Asked;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.batches.BatchRun;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.Timing;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFilesTest {

    private static final ModelDefinition MODEL = ModelDefinition.of("alpha", Provider.OPENAI, "alpha-1", Optional.empty());

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void filesAreWrittenAndResultsTakenInByHand() throws Exception {
        String study = folder.resolve("s.assay").toString();
        collect(Path.of(study));

        Outcome export = shell.run("export", "batch", "--format", "jsonl", "--out", folder.resolve("out").toString(), "--study", study, "--json");
        assertThat(export.err()).isEmpty();
        assertThat(export.json().path("rows").asInt()).isEqualTo(1);
        Path file = Path.of(export.json().at("/files/0/file").asText());
        assertThat(Files.readString(file)).startsWith("{\"custom_id\":\"unit/1\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"alpha-1\"");

        Path results = Files.writeString(folder.resolve("results.jsonl"), "{\"custom_id\":\"unit/1\",\"response\":{\"status_code\":200,\"body\":"
                + "{\"choices\":[{\"message\":{\"content\":\"Fine.\"},\"finish_reason\":\"stop\"}]}}}\n{\"custom_id\":\"other\"}\n");
        Outcome first = shell.run("import", "batch-results", results.toString(), "--study", study, "--json");
        assertThat(first.code()).isEqualTo(ExitCode.DONE_IN_PART);
        assertThat(first.json().at("/imported/replies").asInt()).isEqualTo(1);
        assertThat(first.json().at("/rejected/0").asText()).endsWith("results.jsonl:2: there is no call other in the batches of this study");

        Outcome again = shell.run("import", "batch-results", results.toString(), "--study", study);
        assertThat(again.out()).startsWith("0 replies, 0 failed calls, 1 known already");
    }

    @Test
    void withoutABatchThereIsNothingToWrite() {
        String study = folder.resolve("s.assay").toString();
        shell.run("study", "new", "--study", study);
        Outcome outcome = shell.run("export", "batch", "--format", "jsonl", "--out", folder.resolve("out").toString(), "--study", study);
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("has no batch to write");
    }

    private static void collect(Path file) {
        try (Study study = Study.create(file, Clocks.fixed())) {
            String run = study.write(writing ->
                    new RunTable(Clocks.fixed()).begin(writing, "respond", "llm", JsonNodeFactory.instance.objectNode(), 0)).id();
            try (CommitQueue writer = new CommitQueue(study);
                    BatchRun batches = new BatchRun(
                            study, run, name -> Optional.of(MODEL),
                            model -> {
                                throw new IllegalStateException("nothing is sent");
                            },
                            Timing.system(new SplittableRandom(1)), Backoff.usual())) {
                assertThat(batches.collector(writer, batches.budget()).ask(MODEL, ModelRequest.of(Message.user("How?")), "unit/1"))
                        .isInstanceOf(Asked.Waiting.class);
            }
        }
    }
}
