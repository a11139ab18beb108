package dev.assay.datasets.models.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.Keys;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.SchemaSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tries a model with up to four small questions: whether key, address and model are right, how long it takes, and how it is told a form. */
public final class ModelCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ModelRequest GREETING = ModelRequest.of(Message.user("Reply with the single word: ready"));
    private static final ModelRequest FORM = ModelRequest.of(Message.user("How many legs does a spider have?")).in(spider());

    private final ModelConnector connector;
    private final Keys keys;
    private final LongSupplier nanoTime;

    /** @param nanoTime as {@link System#nanoTime} */
    public ModelCheck(ModelConnector connector, Keys keys, LongSupplier nanoTime) {
        this.connector = connector;
        this.keys = keys;
        this.nanoTime = nanoTime;
    }

    private static ReplySchema spider() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("animal").put("type", "string");
        properties.putObject("legs").put("type", "integer").put("minimum", 0).put("maximum", 100);
        schema.putArray("required").add("animal").add("legs");
        schema.put("additionalProperties", false);
        return new ReplySchema("count", schema);
    }

    /** Blocks for as long as the model takes. */
    public CheckedModel check(ModelDefinition model) {
        ApiKey key = keys.of(model).orElse(ApiKey.NONE);
        List<String> problems = new ArrayList<>();
        List<Duration> latencies = new ArrayList<>();
        RawReply reply;
        try {
            reply = ask(model, key, GREETING, latencies);
        } catch (ModelFailedException e) {
            return failed(model, e.failure());
        }
        if (reply.finish() == FinishReason.LENGTH) {
            problems.add("its answer was cut off: allow more with --max-tokens");
        } else if (reply.finish() == FinishReason.ERROR || reply.finish() == FinishReason.OTHER) {
            problems.add("it stopped before its answer was done (" + reply.ending() + ")");
        } else if (reply.text().isBlank()) {
            problems.add("its answer was empty");
        }
        if (reply.tokensIn().isEmpty() || reply.tokensOut().isEmpty()) {
            problems.add("the service does not say how many tokens it used, so that costs are only estimated");
        }
        Optional<SchemaSupport> support = support(model, key, latencies);
        advise(model, support).ifPresent(problems::add);
        return new CheckedModel(true, latencies.stream().min(Duration::compareTo), reply.modelAnswered(), support, Optional.empty(), problems);
    }

    private static CheckedModel failed(ModelDefinition model, ModelFailure failure) {
        return new CheckedModel(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(failure.kind()),
                List.of(failure.inWords() + advice(model, failure.kind()).map(what -> ": " + what).orElse("")));
    }

    private RawReply ask(ModelDefinition model, ApiKey key, ModelRequest request, List<Duration> latencies) {
        try (LanguageModel way = connector.connect(model, key)) {
            long begun = nanoTime.getAsLong();
            RawReply reply = way.ask(request);
            latencies.add(Duration.ofNanos(nanoTime.getAsLong() - begun));
            return reply;
        }
    }

    private Optional<SchemaSupport> support(ModelDefinition model, ApiKey key, List<Duration> latencies) {
        for (SchemaSupport support : SchemaSupport.values()) {
            try {
                if (isOfTheForm(ask(model.with(model.parameters().told(support)), key, FORM, latencies).text())) {
                    return Optional.of(support);
                }
            } catch (ModelFailedException e) {
                if (e.failure().kind().handling() == FailureKind.Handling.PAUSES_THE_JOB) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Whatever stands around the object: that is for whoever reads replies to deal with. */
    private static boolean isOfTheForm(String text) {
        int begin = text.lastIndexOf('{');
        int end = text.lastIndexOf('}');
        if (begin < 0 || end < begin) {
            return false;
        }
        try {
            JsonNode object = JSON.readTree(text.substring(begin, end + 1));
            return object.path("legs").isIntegralNumber() && object.path("animal").isTextual();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static Optional<String> advise(ModelDefinition model, Optional<SchemaSupport> best) {
        SchemaSupport used = model.schemaSupport();
        if (best.isEmpty()) {
            return Optional.of("it kept to no form that was asked for: it can answer queries, but not judge");
        }
        if (best.get().compareTo(used) > 0) {
            return Optional.of("it does not take " + used.id() + ": set --schema " + best.get().id());
        }
        if (best.get() == SchemaSupport.JSON_SCHEMA && used != SchemaSupport.JSON_SCHEMA) {
            return Optional.of("it would take JSON schemas: --schema json-schema makes its replies more reliable");
        }
        return Optional.empty();
    }

    private static Optional<String> advice(ModelDefinition model, FailureKind kind) {
        return Optional.ofNullable(switch (kind) {
            case NO_KEY, KEY_REFUSED -> "enter it with `assay models key " + model.name() + "`, or set the environment variable that holds it";
            case UNREACHABLE -> "check the base URL, and that the service is running";
            case NOT_A_REPLY -> "check the base URL: something else answers there";
            case QUOTA_EXHAUSTED -> "add credit with the service, or use another model";
            case MODEL_UNKNOWN -> "check the model's id and the base URL";
            case TIMED_OUT -> "give it more time with --timeout";
            case RATE_LIMITED, OVERLOADED, SERVER_ERROR, CONNECTION_LOST, BROKEN_OFF -> "try again after a while";
            default -> null;
        });
    }
}
