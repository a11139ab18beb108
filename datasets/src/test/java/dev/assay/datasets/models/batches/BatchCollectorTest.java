package dev.assay.datasets.models.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway.Asked;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.ledger.Call;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCollectorTest {

    private static final ModelDefinition MODEL = ModelDefinition.of("alpha", Provider.OPENAI, "m", Optional.empty());
    private static final ModelRequest REQUEST = ModelRequest.of(Message.user("How many legs has a spider?"));

    @TempDir
    Path folder;

    @Test
    void whatWasRejectedIsNotPutIntoTheNextBatchOfTheSameRun() {
        ModelFailure failure = ModelFailure.of(FailureKind.EMPTY, "there is only reasoning");
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed()); CommitQueue writer = new CommitQueue(study)) {
            String run = study.write(writing ->
                    new RunTable(Clocks.fixed()).begin(writing, "respond", "llm", JsonNodeFactory.instance.objectNode(), 0).id());
            long call = study.write(writing -> new CallTable().insert(writing, reply(run)));
            BatchCollector collector = new BatchCollector(
                    study, run, writer, Budget.unlimited(), Clocks.fixed()::instant, new ConcurrentHashMap<>());
            assertThat(collector.ask(MODEL, REQUEST, "u")).isEqualTo(new Asked.Replied(call, "<think>Hm</think>", true));

            collector.reject(call, failure);

            assertThat(collector.ask(MODEL, REQUEST, "u")).isEqualTo(new Asked.Failed(failure));
            assertThat(study.<Integer>read(reading -> new BatchTable().all(reading).size())).isZero();
        }
    }

    private static Call reply(String run) {
        var json = RequestJson.of(MODEL, REQUEST);
        return new Call(
                RequestJson.hash(json, 0), run, "u", "alpha", "m", Optional.empty(), 0, Call.REPLY, "", Optional.of(FinishReason.STOP), Optional.of(200),
                Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO, 0, Optional.empty(), Clocks.fixed().instant(), json.toString(),
                Optional.of("<think>Hm</think>"), Optional.empty());
    }
}
