package dev.assay.datasets.models.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway.Asked;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.models.limits.StagedTiming;
import dev.assay.datasets.models.replies.ReplyCheck;
import dev.assay.datasets.models.replies.StructuredAnswer;
import dev.assay.datasets.models.replies.StructuredQuestion;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Mangling;
import dev.assay.datasets.testing.ModelFault;
import dev.assay.datasets.testing.ModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a service can fail, through the real adapter and the real ledger: what happens, and what the person reads. */
class FailuresPageTest {

    private static final String HEAD = """
            # When a model service fails

            Made by a test from what the program does; `-Dassay.failures.write=true` writes it anew. In no case is a failure a score, an answer or a gap: it is a
            row with a reason, in the ledger and with the unit of work, and the same command tries it again. A call is tried up to 7 times (3 times if it timed
            out, or if something came that may be billed), after waits that double from half a second to 30 seconds. A service that asks to slow down is asked
            nothing by any call for as long as it says, up to 5 minutes; that uses up no tries, until there was no reply for 10 minutes. An answer that is empty,
            or cut off long before any limit, is asked for once more. Whatever came with a success is a row of the ledger, of each attempt. When the key or the
            quota is refused, ten calls in a row were given up, or ten were refused for the same reason before any reply, the job pauses and says why. What a form
            cannot say, such as that weights add up to 100, each step checks for itself.

            """;

    private static final ReplySchema FORM = schema("""
            {"type": "object", "required": ["score", "parts"], "additionalProperties": false, "properties": {
              "score": {"type": "integer", "minimum": 1, "maximum": 5},
              "parts": {"type": "array", "minItems": 4, "items": {"type": "object", "required": ["name", "weight"], "additionalProperties": false,
                "properties": {"name": {"type": "string"}, "weight": {"type": "integer", "minimum": 0, "maximum": 100}}}}}}""");

    @TempDir
    Path folder;

    private final LangChain4jConnector connector = new LangChain4jConnector(name -> Optional.empty(), Clock.systemUTC());
    private final StagedTiming timing = new StagedTiming(0.5);
    private ModelServer server;
    private Study study;
    private CommitQueue queue;
    private String run;

    @BeforeEach
    void begin() {
        server = ModelServer.start();
        study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
        queue = new CommitQueue(study);
        run = study.write(writing ->
                new RunTable(Clock.systemUTC()).begin(writing, "respond", "llm", JsonNodeFactory.instance.objectNode(), 0).id());
    }

    @AfterEach
    void end() {
        queue.close();
        study.close();
        connector.close();
        server.close();
    }

    @Test
    void thePageIsWhatTheProgramDoes() throws IOException {
        Path page = Path.of("..", "docs", "model-failures.md");
        String expected = HEAD + answers() + "\n" + replies();
        if (Boolean.getBoolean("assay.failures.write")) {
            Files.writeString(page, expected);
        }
        assertThat(page).hasContent(expected);
    }

    private String answers() {
        StringBuilder table = new StringBuilder("## A service that does not answer\n\n| what the service does | requests | what happens | what the person reads |\n| --- | --- | --- | --- |\n");
        for (ModelFault fault : ModelFault.values()) {
            server.reset();
            String[] happened = ask(model("alpha+" + fault.id()));
            row(table, fault.id(), Integer.toString(server.requests()), happened[0], happened[1]);
        }
        return table.toString();
    }

    private String[] ask(ModelDefinition model) {
        try (LedgerGateway gateway = gateway()) {
            return switch (gateway.ask(model, ModelRequest.of(Message.user("How many legs has a spider?")), "unit")) {
                case Asked.Replied(long _, String text, boolean _) -> throw new AssertionError(model.model() + " was answered: " + text);
                case Asked.Failed(ModelFailure failure) -> new String[] {"the unit fails", failure.inWords()};
                case Asked.Waiting() -> throw new AssertionError("nothing was to wait");
            };
        } catch (StoppedException e) {
            return new String[] {"the job pauses", e.getMessage()};
        }
    }

    private String replies() {
        StringBuilder table = new StringBuilder(
                "## A reply that is not in the form that was asked for\n\n| what the model does | requests | what happens | what the person reads |\n| --- | --- | --- | --- |\n");
        for (Mangling mangling : Mangling.values()) {
            server.reset();
            String[] happened = askForForm(model("judge+" + mangling.id()));
            row(table, mangling.id(), Integer.toString(server.requests()), happened[0], happened[1]);
        }
        return table.toString();
    }

    private String[] askForForm(ModelDefinition model) {
        try (LedgerGateway gateway = gateway()) {
            StructuredQuestion question = new StructuredQuestion(gateway, model, FORM, ReplyCheck.none());
            return switch (question.ask(List.of(Message.user("Judge this. {{q=0.5}}")), 0, "unit")) {
                case StructuredAnswer.Value(ObjectNode value, long _) -> {
                    assertThat(value.path("score").asInt()).isBetween(1, 5);
                    assertThat(value.path("parts")).hasSize(4);
                    yield new String[] {server.requests() == 1 ? "it is read" : "it is read after a turn of repair", ""};
                }
                case StructuredAnswer.Failed(ModelFailure failure) -> new String[] {"the unit fails", failure.inWords()};
                case StructuredAnswer.Waiting() -> throw new AssertionError("nothing was to wait");
            };
        }
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList())).append(" |\n");
    }

    private LedgerGateway gateway() {
        return new LedgerGateway(
                study, run, queue, connector, definition -> Optional.empty(), Budget.unlimited(), timing, LedgerGateway.Options.usual(), new Cancellation());
    }

    private ModelDefinition model(String id) {
        return ModelDefinition.of("alpha", Provider.OPENAI, id, Optional.of(server.baseUrl())).within(Duration.ofMillis(400));
    }

    private static ReplySchema schema(String json) {
        try {
            return new ReplySchema("judgment", (ObjectNode) new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
