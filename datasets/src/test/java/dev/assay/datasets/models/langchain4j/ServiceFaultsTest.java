package dev.assay.datasets.models.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.SchemaSupport;
import dev.assay.datasets.testing.ModelFault;
import dev.assay.datasets.testing.ModelServer;
import dev.assay.datasets.testing.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault of a service is of its kind, is asked once, and shows no key. */
class ServiceFaultsTest {

    private static final String KEY = "planted-key-of-the-test";

    private static final ModelRequest FORMED = ModelRequest.of(Message.user("Judge this."))
            .in(new ReplySchema("judgment", JsonNodeFactory.instance.objectNode().put("type", "object")));

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ModelServer server = ModelServer.start().requireKey(KEY);
    private final LangChain4jConnector connector = new LangChain4jConnector(_ -> Optional.empty(), Clock.systemUTC());

    @AfterEach
    void close() {
        connector.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(ModelFault.class)
    void everyFaultIsOfItsKind(ModelFault fault) {
        ModelFailedException failed = catchThrowableOfType(ModelFailedException.class, () -> ask("judge+" + fault.id()));

        assertThat(failed.failure().kind()).isEqualTo(kind(fault));
        assertThat(server.requests()).isEqualTo(1);
        assertThat(Secrets.in(failed, KEY)).isEmpty();
        assertThat(Secrets.in(failed.failure().toString(), KEY)).isEmpty();
    }

    private static FailureKind kind(ModelFault fault) {
        return switch (fault) {
            case RATE, RATE_NO_HEADER, RATE_DATE, RATE_MILLIS -> FailureKind.RATE_LIMITED;
            case QUOTA, PAYMENT -> FailureKind.QUOTA_EXHAUSTED;
            case SERVER -> FailureKind.SERVER_ERROR;
            case UNAVAILABLE, OVERLOADED -> FailureKind.OVERLOADED;
            case AUTH, FORBIDDEN -> FailureKind.KEY_REFUSED;
            case NO_MODEL -> FailureKind.MODEL_UNKNOWN;
            case CONTEXT -> FailureKind.CONTEXT_TOO_LONG;
            case FILTERED -> FailureKind.CONTENT_FILTERED;
            case BAD -> FailureKind.BAD_REQUEST;
            case HANG, HANG_BODY -> FailureKind.TIMED_OUT;
            case RESET, CUT_BODY -> FailureKind.CONNECTION_LOST;
            case HTML, NOT_JSON, NO_CHOICES, NOTHING, REDIRECT -> FailureKind.NOT_A_REPLY;
        };
    }

    @Test
    void whatTheServiceAsksForIsKept() {
        assertThat(failure("judge+rate").retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(failure("judge+rate_millis").retryAfter()).contains(Duration.ofMillis(250));
        assertThat(failure("judge+rate_no_header").retryAfter()).isEmpty();
        assertThat(failure("judge+rate_date").retryAfter()).contains(Duration.ofDays(7));
    }

    @Test
    void aReplyWithoutTextIsAReplyThatSaysWhy() {
        assertThat(ask("judge+filter")).extracting(RawReply::text, RawReply::finish).containsExactly("", FinishReason.CONTENT_FILTER);
        assertThat(ask("judge+refuse_field").finish()).isEqualTo(FinishReason.REFUSAL);
        assertThat(ask("judge+cut_json").finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(ask("judge+empty")).extracting(RawReply::text, RawReply::finish).containsExactly("", FinishReason.STOP);
    }

    @Test
    void aServiceThatRefusesTheFormIsToldItMoreSimplyFromThenOn() {
        refuse("json_schema", "json_object");
        LanguageModel model = connect(definition("judge"));

        assertThat(model.ask(FORMED).text()).isEqualTo("{}");
        assertThat(told).containsExactly("json_schema", "json_object", "");
        assertThat(model.ask(FORMED).text()).isEqualTo("{}");
        assertThat(told).as("once for all calls").containsExactly("json_schema", "json_object", "", "");
    }

    @Test
    void aServiceWithJsonModeKeepsIt() {
        refuse("json_schema");
        assertThat(connect(definition("judge")).ask(FORMED).text()).isEqualTo("{}");
        assertThat(told).containsExactly("json_schema", "json_object");
    }

    @Test
    void whatThePersonHasSetIsNotChanged() {
        refuse("json_schema");
        ModelDefinition set = definition("judge").with(ModelParameters.usual().told(SchemaSupport.JSON_SCHEMA));
        ModelFailedException failed = catchThrowableOfType(ModelFailedException.class, () -> connect(set).ask(FORMED));
        assertThat(failed.failure().kind()).isEqualTo(FailureKind.BAD_REQUEST);
        assertThat(told).containsExactly("json_schema");
    }

    @Test
    void aRefusalOfSomethingElseIsNoMatterOfTheForm() {
        ModelFailedException failed = catchThrowableOfType(ModelFailedException.class, () -> connect(definition("judge+bad")).ask(FORMED));
        assertThat(failed.failure().detail()).contains("temperature");
        assertThat(server.requests()).isEqualTo(1);
    }

    private void refuse(String... types) {
        server.on("POST /v1/chat/completions", (request, reply) -> {
            String type = request.json().at("/response_format/type").asText();
            told.add(type);
            if (List.of(types).contains(type)) {
                reply.json(400, "{\"error\":{\"message\":\"'response_format' of type '" + type + "' is not supported\"}}");
            } else {
                reply.json(200, "{\"model\":\"m\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"{}\"}}]}");
            }
        });
    }

    private LanguageModel connect(ModelDefinition definition) {
        return connector.connect(definition, new ApiKey(KEY));
    }

    private ModelDefinition definition(String model) {
        return ModelDefinition.of("judge", Provider.OPENAI, model, Optional.of(server.baseUrl())).within(Duration.ofMillis(1500));
    }

    private ModelFailure failure(String model) {
        return catchThrowableOfType(ModelFailedException.class, () -> ask(model)).failure();
    }

    private RawReply ask(String model) {
        return connect(definition(model)).ask(ModelRequest.of(Message.user("Is this answer good?")));
    }
}
