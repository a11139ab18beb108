package dev.assay.datasets.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.datasets.testing.LoopbackServer.Reply;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a service can fail to answer. The name of a fault in a model's name is the constant's in lower case. */
public enum ModelFault {
    RATE,
    RATE_NO_HEADER,
    RATE_DATE,
    RATE_MILLIS,
    QUOTA,
    PAYMENT,
    SERVER,
    UNAVAILABLE,
    OVERLOADED,
    AUTH,
    FORBIDDEN,
    NO_MODEL,
    CONTEXT,
    FILTERED,
    BAD,
    HANG,
    HANG_BODY,
    RESET,
    CUT_BODY,
    HTML,
    NOT_JSON,
    NO_CHOICES,
    NOTHING,
    REDIRECT;

    void answer(Reply reply) throws IOException {
        switch (this) {
            case RATE -> reply.json(429, "{\"error\":{\"message\":\"rate limited\",\"type\":\"rate_limit_error\"}}", Map.of("retry-after", "1"));
            case RATE_NO_HEADER -> reply.send(429, Map.of(), "{}".getBytes(UTF_8));
            case RATE_DATE -> reply.json(429, "{\"error\":{\"message\":\"rate limited\"}}", Map.of("retry-after", "Wed, 21 Oct 2099 07:28:00 GMT"));
            case RATE_MILLIS -> reply.json(429, "{\"error\":{\"message\":\"rate limited\"}}", Map.of("retry-after", "1", "retry-after-ms", "250"));
            case QUOTA -> reply.json(429, "{\"error\":{\"message\":\"You exceeded your current quota\",\"code\":\"insufficient_quota\"}}");
            case PAYMENT -> reply.json(402, "{\"error\":{\"message\":\"Insufficient credits\",\"code\":402}}");
            case SERVER -> reply.send(500, Map.of(), "upstream blew up".getBytes(UTF_8));
            case UNAVAILABLE -> reply.send(503, Map.of("retry-after", "2"), "busy".getBytes(UTF_8));
            case OVERLOADED -> reply.json(529, "{\"error\":{\"type\":\"overloaded_error\"}}");
            case AUTH -> reply.json(401, "{\"error\":{\"message\":\"bad key\"}}");
            case FORBIDDEN -> reply.json(403, "{\"error\":{\"message\":\"not for you\"}}");
            case NO_MODEL -> reply.json(404, "{\"error\":{\"message\":\"The model does not exist\",\"code\":\"model_not_found\"}}");
            case CONTEXT -> reply.json(400, "{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"too long\"}}");
            case FILTERED -> reply.json(400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"The response was filtered\"}}");
            case BAD -> reply.json(422, "{\"error\":{\"message\":\"temperature must be at most 2\"}}");
            case HANG -> reply.hang();
            case HANG_BODY -> reply.hangAfter(200, "{\"choices\":[{\"mess");
            case RESET -> reply.reset();
            case CUT_BODY -> reply.cut(200, "{\"choices\":[{\"mess");
            case HTML -> reply.send(200, Map.of("content-type", "text/html"), "<html>gateway login</html>".getBytes(UTF_8));
            case NOT_JSON -> reply.json(200, "{\"choices\":[{\"message\":");
            case NO_CHOICES -> reply.json(200, "{\"hello\":\"world\"}");
            case NOTHING -> reply.json(200, "");
            case REDIRECT -> reply.send(302, Map.of("location", "http://localhost:9/elsewhere"), new byte[0]);
        }
    }

    /** As it is written in a model's name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ModelFault> fromId(String id) {
        return Arrays.stream(values()).filter(fault -> fault.id().equals(id)).findFirst();
    }
}
