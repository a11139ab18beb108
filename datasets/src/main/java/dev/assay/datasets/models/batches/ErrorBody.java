package dev.assay.datasets.models.batches;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of failure it is when a service of OpenAI's protocol says no, by the status and its words. */
final class ErrorBody {

    private static final Pattern CONTEXT =
            Pattern.compile("context_length_exceeded|maximum context length|context (length|window)|prompt is too long|too many (input )?tokens");
    private static final Pattern FILTER = Pattern.compile("content_filter|content_policy|content policy|content management policy|safety system");
    private static final Pattern QUOTA =
            Pattern.compile("insufficient_quota|exceeded your current quota|billing|insufficient[ _](balance|credits?|funds)|not enough credits");
    private static final Pattern MODEL = Pattern.compile("model_not_found|invalid model|model .{0,80}(not found|does not exist)");
    private static final Pattern KEY = Pattern.compile("invalid_api_key|incorrect api key|authentication_error");

    private ErrorBody() {}

    /** @param json of the body; missing if it is none */
    static ModelFailure failure(int status, JsonNode json, String body) {
        String words = words(json);
        return new ModelFailure(
                kind(status, body.toLowerCase(Locale.ROOT)), words.isEmpty() ? "HTTP " + status : words, Optional.of(status), Optional.empty(),
                Optional.of(body));
    }

    /** The service's own words. */
    static String words(JsonNode json) {
        for (JsonNode place : new JsonNode[] {json.at("/error/message"), json.path("error"), json.path("message"), json.path("detail")}) {
            if (place.isTextual()) {
                return place.asText();
            }
        }
        return "";
    }

    private static FailureKind kind(int status, String said) {
        return switch (status) {
            case 401 -> FailureKind.KEY_REFUSED;
            case 403 -> FILTER.matcher(said).find() ? FailureKind.CONTENT_FILTERED : FailureKind.KEY_REFUSED;
            case 402 -> FailureKind.QUOTA_EXHAUSTED;
            case 404 -> FailureKind.MODEL_UNKNOWN;
            case 408 -> FailureKind.TIMED_OUT;
            case 413 -> FailureKind.CONTEXT_TOO_LONG;
            case 429 -> QUOTA.matcher(said).find() ? FailureKind.QUOTA_EXHAUSTED : FailureKind.RATE_LIMITED;
            case 503, 529 -> FailureKind.OVERLOADED;
            default -> status >= 500 ? FailureKind.SERVER_ERROR : status >= 400 ? refusal(said) : FailureKind.NOT_A_REPLY;
        };
    }

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
}
