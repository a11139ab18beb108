package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.regex.Pattern;

/** Ways in which models spoil a good reply. */
enum Mangle {
    FENCED {
        @Override
        String apply(String reply, String prompt) {
            return "Sure! Here it is:\n```json\n" + reply + "\n```\nHope that helps.";
        }
    },
    THINK {
        @Override
        String apply(String reply, String prompt) {
            return "<think>First {\"score\": 1} no wait, {\"score\": 3}...</think>\n" + reply;
        }
    },
    UNOPENED_THINK {
        @Override
        String apply(String reply, String prompt) {
            return "First {\"score\": 1} no wait, {\"score\": 3}...</think>\n" + reply;
        }
    },
    TRAILING_COMMA {
        @Override
        String apply(String reply, String prompt) {
            return reply.replaceFirst("}$", ",}");
        }
    },
    SINGLE_QUOTES {
        @Override
        String apply(String reply, String prompt) {
            return reply.replace('"', '\'');
        }
    },
    BARE_NAMES {
        @Override
        String apply(String reply, String prompt) {
            return reply.replaceAll("\"(\\w+)\":", "$1: ");
        }
    },
    COMMENTS {
        @Override
        String apply(String reply, String prompt) {
            return reply.replaceAll("(?<=[\\d\"\\]]),(?=\")", ", // {\"score\": 2}\n");
        }
    },
    DOUBLED {
        @Override
        String apply(String reply, String prompt) {
            return reply + "\n" + reply;
        }
    },
    CUT_JSON {
        @Override
        String apply(String reply, String prompt) {
            return reply.substring(0, (int) (reply.length() * 0.6));
        }
    },
    CUT_LATE {
        @Override
        String apply(String reply, String prompt) {
            return reply.substring(0, Math.max(0, reply.length() - 2));
        }
    },
    PROSE {
        @Override
        String apply(String reply, String prompt) {
            return "I would give this a solid effort, about average overall.";
        }
    },
    REFUSE {
        @Override
        String apply(String reply, String prompt) {
            return "I'm sorry, but I can't help with that.";
        }
    },
    EMPTY {
        @Override
        String apply(String reply, String prompt) {
            return "";
        }
    },
    OUT_OF_RANGE {
        @Override
        String apply(String reply, String prompt) {
            return reply.replaceAll(":\\s*[1-5]\\b", ":9");
        }
    },
    NOT_A_NUMBER {
        @Override
        String apply(String reply, String prompt) {
            return reply.replaceAll(":\\s*[1-5]\\b", ":NaN");
        }
    },
    WEIGHTS_110 {
        @Override
        String apply(String reply, String prompt) {
            return Pattern.compile("\"weight\":\\s*(\\d+)").matcher(reply).replaceFirst(m -> "\"weight\":" + (Integer.parseInt(m.group(1)) + 10));
        }
    },
    MISSING_ITEM {
        @Override
        String apply(String reply, String prompt) {
            try {
                JsonNode json = JSON.readTree(reply);
                json.valueStream().filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast).filter(list -> !list.isEmpty())
                        .forEach(list -> list.remove(list.size() - 1));
                return json.toString();
            } catch (JsonProcessingException e) {
                return reply;
            }
        }
    },
    ECHO_PROMPT {
        @Override
        String apply(String reply, String prompt) {
            return prompt.substring(0, Math.min(2000, prompt.length())) + "\n" + reply;
        }
    },
    NUL {
        @Override
        String apply(String reply, String prompt) {
            return "\0" + reply;
        }
    },
    BYTE_ORDER_MARK {
        @Override
        String apply(String reply, String prompt) {
            return "\uFEFF" + reply;
        }
    },
    EMOJI {
        @Override
        String apply(String reply, String prompt) {
            return reply.replaceFirst("[a-z]{4}", "💥\ud83d");
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    abstract String apply(String reply, String prompt);
}
