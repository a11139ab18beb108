package dev.assay.datasets.models.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.SchemaSupport;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.ModelFault;
import dev.assay.datasets.testing.ModelServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCheckTest {

    private final ModelServer server = ModelServer.start();
    private final LangChain4jConnector connector = new LangChain4jConnector(_ -> Optional.empty(), Clocks.fixed());
    private final AtomicLong time = new AtomicLong();
    private final ModelCheck check =
            new ModelCheck(connector, _ -> Optional.of(new ApiKey("planted")), () -> time.getAndAdd(Duration.ofMillis(70).toNanos()));

    @AfterEach
    void close() {
        connector.close();
        server.close();
    }

    @Test
    void aGoodModelIsGood() {
        CheckedModel checked = check.check(model("judge"));

        assertThat(checked).isEqualTo(new CheckedModel(
                true, Optional.of(Duration.ofMillis(70)), Optional.of("judge-2026-01-01"), Optional.of(SchemaSupport.JSON_SCHEMA), Optional.empty(),
                List.of()));
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aRefusedKeyIsToldWithWhatToDo() {
        server.requireKey("another");

        CheckedModel checked = check.check(model("judge"));

        assertThat(checked.ok()).isFalse();
        assertThat(checked.failure()).contains(FailureKind.KEY_REFUSED);
        assertThat(checked.problems()).singleElement().asString().contains("refuses the key").contains("models key local").doesNotContain("planted");
    }

    @Test
    void aServiceThatRefusesSchemasIsToldHowToUseIt() {
        server.before((request, _) -> request.text().contains("json_schema") ? Optional.of(ModelFault.BAD) : Optional.empty());
        server.answering((body, prompt) ->
                body.path("response_format").path("type").asText().equals("json_object") ? "{\"animal\":\"spider\",\"legs\":8}" : "Eight.");

        CheckedModel checked = check.check(model("judge"));

        assertThat(checked.ok()).isTrue();
        assertThat(checked.schemaSupport()).contains(SchemaSupport.JSON_MODE);
        assertThat(checked.problems()).singleElement().asString().contains("--schema json-mode");
    }

    @Test
    void aModelThatKeepsToNoFormCannotJudge() {
        server.before((request, _) -> request.text().contains("json_schema") ? Optional.of(ModelFault.BAD) : Optional.empty());

        CheckedModel checked = check.check(model("judge"));

        assertThat(checked.ok()).isTrue();
        assertThat(checked.schemaSupport()).isEmpty();
        assertThat(checked.problems()).singleElement().asString().contains("not judge");
    }

    private ModelDefinition model(String id) {
        return ModelDefinition.of("local", Provider.OPENAI, id, Optional.of(server.baseUrl()));
    }
}
