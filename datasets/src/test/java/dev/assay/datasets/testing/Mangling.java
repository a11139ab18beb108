package dev.assay.datasets.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model makes of a good answer. Its name in a model's name is the constant's in lower case. */
public enum Mangling {
    FENCED,
    THINK,
    TRAILING_COMMA,
    SINGLE_QUOTES,
    CUT_JSON,
    PROSE,
    REFUSE,
    REFUSE_FIELD,
    FILTER,
    EMPTY,
    OUT_OF_RANGE,
    WEIGHTS_110,
    MISSING_ITEM,
    ECHO_PROMPT,
    DOUBLED,
    NUL,
    EMOJI,
    BROKEN_OFF,
    ABORTED,
    UNFINISHED;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ECHO = 2_000;

    /** @param prompt the text of all messages */
    String of(String text, String prompt) {
        return switch (this) {
            case FENCED -> "Sure! Here it is:\n```json\n" + text + "\n```\nHope that helps.";
            case THINK -> "<think>First {\"score\": 1} no wait, {\"score\": 3}...</think>\n" + text;
            case TRAILING_COMMA -> text.replaceFirst("}$", ",}");
            case SINGLE_QUOTES -> text.replace('"', '\'');
            case CUT_JSON -> text.substring(0, (int) (text.length() * 0.6));
            case PROSE -> "I would give this a solid effort, about average overall.";
            case REFUSE -> "I'm sorry, but I can't help with that.";
            case OUT_OF_RANGE -> text.replaceAll(":\\s*[1-5]\\b", ":9");
            case WEIGHTS_110 -> tenTooMuch(text);
            case MISSING_ITEM -> withoutLastItems(text);
            case ECHO_PROMPT -> prompt.substring(0, Math.min(LONGEST_ECHO, prompt.length())) + "\n" + text;
            case DOUBLED -> text + "\n" + text;
            case NUL -> "\u0000" + text;
            case EMOJI -> text.replaceFirst("[a-z]{4}", "\ud83d\udca5\ud83d");
            case REFUSE_FIELD, FILTER, EMPTY -> "";
            // Nothing but the reason to stop tells that the rest is missing.
            case BROKEN_OFF, ABORTED, UNFINISHED -> text;
        };
    }

    /** As it is written in a model's name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mangling> fromId(String id) {
        return Arrays.stream(values()).filter(mangling -> mangling.id().equals(id)).findFirst();
    }

    String finishReason() {
        return switch (this) {
            case CUT_JSON -> "length";
            case FILTER -> "content_filter";
            case BROKEN_OFF -> "error";
            case ABORTED -> "abort";
            case UNFINISHED -> "tool_calls";
            default -> "stop";
        };
    }

    /** Each list of the object lacks its last item; what is no object stays. */
    private static String withoutLastItems(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            for (JsonNode part : value) {
                if (part instanceof ArrayNode list && !list.isEmpty()) {
                    list.remove(list.size() - 1);
                }
            }
            return value.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static String tenTooMuch(String text) {
        Matcher weight = Pattern.compile("\"weight\":\\s*(\\d+)").matcher(text);
        return weight.find() ? weight.replaceFirst("\"weight\":" + (Integer.parseInt(weight.group(1)) + 10)) : text;
    }
}
