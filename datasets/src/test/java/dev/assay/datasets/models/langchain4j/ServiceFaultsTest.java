package dev.assay.datasets.models.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.testing.ModelFault;
import dev.assay.datasets.testing.ModelServer;
import dev.assay.datasets.testing.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault of a service is of its kind, is asked once, and shows no key. */
class ServiceFaultsTest {

    private static final String KEY = "planted-key-of-the-test";

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

    private ModelFailure failure(String model) {
        return catchThrowableOfType(ModelFailedException.class, () -> ask(model)).failure();
    }

    private RawReply ask(String model) {
        ModelDefinition definition =
                ModelDefinition.of("judge", Provider.OPENAI, model, Optional.of(server.baseUrl())).within(Duration.ofMillis(1500));
        return connector.connect(definition, new ApiKey(KEY)).ask(ModelRequest.of(Message.user("Is this answer good?")));
    }
}
