package dev.assay.datasets.models.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What kind of failure it is when a service says no, says nothing, or says something strange. */
public final class FailureReading {

    private static final Pattern CONTEXT = Pattern.compile(
            "context_length_exceeded|exceed_context_size|context_window_exceeded|string_above_max_length|maximum context length|prompt is too long"
                    + "|context (length|window|size)|input token count .*exceeds|maximum number of (input )?tokens|too many (input )?tokens"
                    + "|input (is|was) too long|request_too_large");
    private static final Pattern FILTER = Pattern.compile(
            "content_filter|content_policy|content policy|responsibleaipolicyviolation|content management policy|data_inspection_failed|safety system|moderation");
    private static final Pattern QUOTA = Pattern.compile(
            "insufficient_(user_)?quota|exceeded_current_quota|billing_(hard_limit|not_active)|billing hard limit|credit balance"
                    + "|insufficient[ _](balance|credits?|funds)|(out of|no|not enough) credits|perday");
    /** A limit for a short time, though its text speaks of quotas or of billing. */
    private static final Pattern FOR_A_WHILE = Pattern.compile("rate.?limit|per.?minute|per.?second|\\b[tr]pm\\b|call rate");
    private static final Pattern PERHAPS_QUOTA = Pattern.compile("quota|billing|credits");
    private static final Pattern MODEL = Pattern.compile(
            "model_not_found|model_not_exist|deploymentnotfound|unknown_model|invalid model|not a valid model|model .{0,80}(not found|does ?n.t exist|does not exist)");
    private static final Pattern KEY = Pattern.compile("api_key_invalid|api key not valid|invalid_api_key|incorrect api key|authentication_error");

    private final RetryAfter retryAfter;

    public FailureReading(Clock clock) {
        this.retryAfter = new RetryAfter(clock);
    }

    /** Of a reply that is no success. */
    public ModelFailure of(HttpReply reply) {
        return failure(kind(reply.status(), reply.body()), detail(reply), reply);
    }

    /** Of a success that is no reply of a model: some gateways report failures so. */
    public ModelFailure ofStrange(HttpReply reply) {
        JsonNode error = ReplyReading.json(reply.body()).path("error");
        int code = error.path("code").asInt();
        if (error.isObject() && code >= 400 && code < 600) {
            return failure(kind(code, reply.body()), detail(reply), reply);
        }
        return failure(FailureKind.NOT_A_REPLY, said(reply.body()), reply);
    }

    /** Of a call to which no whole reply came. */
    public ModelFailure of(Exception why, Optional<URI> address) {
        String host = address.map(uri -> uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort()).orElse("the service");
        return switch (why) {
            case HttpConnectTimeoutException _ -> ModelFailure.of(FailureKind.UNREACHABLE, "no connection to " + host);
            case TimeoutException _ -> ModelFailure.of(FailureKind.TIMED_OUT, "");
            case HttpTimeoutException _ -> ModelFailure.of(FailureKind.TIMED_OUT, "");
            case ConnectException refused when hasCause(refused, UnresolvedAddressException.class) ->
                ModelFailure.of(FailureKind.UNREACHABLE, "there is no host " + host);
            case ConnectException _ -> ModelFailure.of(FailureKind.UNREACHABLE, "nothing answers at " + host);
            case UnknownHostException _ -> ModelFailure.of(FailureKind.UNREACHABLE, "there is no host " + host);
            case SSLException tls -> ModelFailure.of(FailureKind.UNREACHABLE, host + " cannot be trusted: " + tls.getMessage());
            case Exception tooLong when isTooLong(tooLong) ->
                ModelFailure.of(FailureKind.NOT_A_REPLY, "it is longer than " + (HttpReply.LONGEST_BODY >> 20) + " MiB");
            default -> ModelFailure.of(FailureKind.CONNECTION_LOST, "");
        };
    }

    private static boolean isTooLong(Exception e) {
        return String.valueOf(e.getMessage()).contains("exceeds limit") || String.valueOf(e.getMessage()).contains("capacity");
    }

    private static boolean hasCause(Throwable fault, Class<?> type) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause).anyMatch(type::isInstance);
    }

    private ModelFailure failure(FailureKind kind, String detail, HttpReply reply) {
        return new ModelFailure(kind, detail, Optional.of(reply.status()), retryAfter.in(reply), Optional.of(reply.body()));
    }

    private static FailureKind kind(int status, String body) {
        String said = body.toLowerCase(Locale.ROOT);
        return switch (status) {
            case 401 -> FailureKind.KEY_REFUSED;
            case 403 -> FILTER.matcher(said).find() ? FailureKind.CONTENT_FILTERED : FailureKind.KEY_REFUSED;
            case 402 -> FailureKind.QUOTA_EXHAUSTED;
            case 404 -> FailureKind.MODEL_UNKNOWN;
            case 407 -> FailureKind.UNREACHABLE;
            case 408 -> FailureKind.TIMED_OUT;
            case 413 -> FailureKind.CONTEXT_TOO_LONG;
            case 429 -> isForGood(said) ? FailureKind.QUOTA_EXHAUSTED : FailureKind.RATE_LIMITED;
            case 503, 529 -> FailureKind.OVERLOADED;
            default -> status >= 500 ? FailureKind.SERVER_ERROR : status >= 400 ? refusal(said) : FailureKind.NOT_A_REPLY;
        };
    }

    private static boolean isForGood(String said) {
        return QUOTA.matcher(said).find() || (!FOR_A_WHILE.matcher(said).find() && PERHAPS_QUOTA.matcher(said).find());
    }

    /** Most services put everything that is wrong with a request under 400. */
    private static FailureKind refusal(String said) {
        if (CONTEXT.matcher(said).find()) {
            return FailureKind.CONTEXT_TOO_LONG;
        }
        if (FILTER.matcher(said).find()) {
            return FailureKind.CONTENT_FILTERED;
        }
        if (KEY.matcher(said).find()) {
            return FailureKind.KEY_REFUSED;
        }
        if (QUOTA.matcher(said).find()) {
            return FailureKind.QUOTA_EXHAUSTED;
        }
        return MODEL.matcher(said).find() ? FailureKind.MODEL_UNKNOWN : FailureKind.BAD_REQUEST;
    }

    private static String detail(HttpReply reply) {
        String said = said(reply.body());
        if (reply.status() / 100 == 3) {
            return "it leads elsewhere, to " + reply.headers().firstValue("location").orElse("an unnamed place") + "; correct the base URL";
        }
        if (reply.status() == 404) {
            return said + (said.isEmpty() ? "" : "; ") + "or the base URL is wrong";
        }
        return said.isEmpty() ? "HTTP " + reply.status() : said;
    }

    /** The service's own words. */
    private static String said(String body) {
        JsonNode json = ReplyReading.json(body);
        JsonNode answer = json.isArray() ? json.path(0) : json;
        for (JsonNode place : new JsonNode[] {
            answer.at("/error/message"), answer.path("error"), answer.path("message"), answer.path("detail"), answer.at("/detail/0/msg"),
            answer.at("/error/type"), answer.at("/errors/0/message")
        }) {
            if (place.isTextual() && !place.asText().isBlank()) {
                return place.asText();
            }
        }
        if (answer.isObject() || answer.isArray()) {
            return "";
        }
        return body.replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ").strip();
    }
}
