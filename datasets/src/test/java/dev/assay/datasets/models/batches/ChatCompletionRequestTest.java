package dev.assay.datasets.models.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.SchemaSupport;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.ModelServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatCompletionRequestTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The ledger takes them for the same request, so they must be. */
    @ParameterizedTest
    @EnumSource(SchemaSupport.class)
    void aCallInABatchSaysWhatANormalCallSays(SchemaSupport support) throws JsonProcessingException {
        ObjectNode schema = (ObjectNode) JSON.readTree("{\"type\":\"object\",\"properties\":{\"score\":{\"type\":\"integer\",\"minimum\":1}},"
                + "\"required\":[\"score\"],\"additionalProperties\":false}");
        ModelParameters parameters = new ModelParameters(
                Optional.of(0.5), Optional.of(0.9), Optional.of(200), Optional.of(7L), Optional.of("low"), Optional.of("Be brief."),
                (ObjectNode) JSON.readTree("{\"top_k\":5,\"response_format\":{\"note\":1}}"), Optional.of(support));
        try (ModelServer server = ModelServer.start();
                LangChain4jConnector connector = new LangChain4jConnector(name -> Optional.empty(), Clocks.fixed())) {
            ModelDefinition model = ModelDefinition.of("m", Provider.OPENAI, "m-1", Optional.of(server.baseUrl())).with(parameters);
            ModelRequest request = new ModelRequest(
                    List.of(Message.system("You judge."), Message.user("One?"), Message.assistant("One."), Message.user("Two?")),
                    Optional.of(new ReplySchema("judgment", schema)), 0);
            try (LanguageModel asked = connector.connect(model, ApiKey.NONE)) {
                assertThat(asked.ask(request).body()).isNotEmpty();
            }
            ObjectNode sent = (ObjectNode) server.last().json();
            assertThat(sent.path("stream").asBoolean()).isFalse();
            JsonNode batched = JSON.readTree(ChatCompletionRequest.body(RequestJson.of(model, request), 0).toString());
            assertThat(batched).isEqualTo(sent.without("stream"));
        }
    }
}
