package dev.assay.datasets.models.replies;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.replies.ParsedReply.Invalid;
import dev.assay.datasets.models.replies.ParsedReply.Valid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyParserTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReplyParser parser = new ReplyParser(schema("""
            {"type": "object", "required": ["score"], "additionalProperties": false,
             "properties": {"score": {"type": "integer", "minimum": 1, "maximum": 5}, "why": {"type": "string"},
                            "others": {"type": "array", "items": {"type": "object"}}}}"""));

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"score\": 3}",
        "```json\n{\"score\": 3}\n```",
        "Verdict: {\"score\": 3}. That is all {really}.",
        "<think>{\"score\": 1}</think>{\"score\": 3}",
        "<THINKING>\n{\"score\": 1}\n</thinking>\n{\"score\": 3}",
        "<reasoning>a</reasoning><reflection>{\"score\": 2}</reflection>{\"score\": 3}",
        "I weigh {\"score\": 1, hmm ... \n</think>\n{\"score\": 3}",
        "<think>outer <think>inner {\"score\": 1}</think> {\"score\": 2}</think> {\"score\": 3}",
        "[THINK]{\"score\": 1}[/THINK]{\"score\": 3}",
        "◁think▷{\"score\": 1}◁/think▷{\"score\": 3}",
        "<|channel|>analysis<|message|>{\"score\": 1}<|end|><|start|>assistant<|channel|>final<|message|>{\"score\": 3}",
        "{\"score\": 3,}",
        "{'score': 3, 'why': 'it's fine, isn't it'}",
        "{score: 3, why: \"x\"}",
        "{\"score\": 3 /* of 5 */, // {\"score\": 1}\n # done\n}",
        "{\"score\": 1} no: {\"score\": 3}",
        "{\"score\": 3}\n{\"score\": 3}",
        "{\"score\": 3}\nFor the sets {a, b} and {n: the rest} see above.",
        "{\"score\": 3, \"score\": 3}",
        "{\"score\": 3, \"why\": \"an </think> and a <think> and a ``` in a text\"}",
        "{\"score\": 3, \"why\": \"two\nlines\"}",
        "{\"score\": 3.0}",
        "{{\"score\": 3}}",
        "[{\"score\": 3}]",
        "[1] As in [2]: {\"score\": 3}",
        "\uFEFF\0 {\"score\":\u00a03}\0"
    })
    void theAnswerIsFound(String text) {
        assertThat(valid(text).get("score").asInt()).as(text).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~~ | EMPTY | ~~",
        "~ ~ | EMPTY | ~~",
        "<think>all I did was think {\"score\": 3}</think> | EMPTY | only reasoning",
        "<think>all I did was think {\"score\": 3} | CUT_OFF | reasoning",
        "{\"score\": 3 | CUT_OFF | ends within",
        "{\"score\": 3, \"others\": [{\"score\": 1}, {\"sc | CUT_OFF | ends within",
        "{\"score\": 2} No, rather {\"sco | CUT_OFF | ends within",
        "{ | CUT_OFF | ends within",
        "I'm sorry, but I can't help with that. | REFUSED | sorry",
        "I cannot assist with rating this. | REFUSED | ~~",
        "As an AI language model, I am unable to judge. | REFUSED | ~~",
        "I would give this a 3, it is solid. | NO_JSON | it is solid",
        "{\"score\": 3 \"others\": [{\"score\": 1}]} | NO_JSON | comma",
        "{\"score\": 3, \"score\": 4} | NO_JSON | two values for score",
        "{\"score\": 4/5} | NO_JSON | ~~",
        "{\"score\": 9} | WRONG_FORM | /score: must have a maximum value of 5",
        "{\"score\": \"3\"} | WRONG_FORM | /score: string found",
        "{\"score\": NaN} | WRONG_FORM | /score: string found",
        "{\"score\": null} | WRONG_FORM | /score: null found",
        "{\"why\": \"x\"} | WRONG_FORM | required property 'score' not found",
        "{\"score\": 3, \"extra\": 1} | WRONG_FORM | 'extra'",
        "{\"result\": {\"score\": 3}} | WRONG_FORM | 'score'",
        "{\"score\": 2} No, rather {\"score\": 7} | WRONG_FORM | /score",
        "[{\"score\": 2}, {\"score\": 3}] | WRONG_FORM | 2 objects"
    })
    void whatIsNoAnswerIsAFailureThatSaysWhy(String text, FailureKind kind, String words) {
        ModelFailure failure = invalid(text);
        assertThat(failure.kind()).as(text).isEqualTo(kind);
        assertThat(failure.inWords()).contains(words);
    }

    @Test
    void anObjectOfTheRepeatedPromptIsNoAnswer() {
        String prompt = "You are a judge. Rate the answer from 1 to 5 and reply as in {\"score\": 4}. The answer is: <answer>{\"score\": 5}</answer>";
        assertThat(parser.parse(prompt, List.of(Message.user(prompt)))).isInstanceOf(Invalid.class);
        assertThat(parser.parse("{\"score\": 3}\n\n" + prompt, List.of(Message.user(prompt)))).isEqualTo(parser.parse("{\"score\": 3}", List.of()));
        assertThat(parser.parse("So I reply {\"score\": 4}", List.of(Message.user(prompt)))).isInstanceOf(Valid.class);
    }

    @Test
    void aCheckOfOnesOwnIsAskedAfterTheSchema() {
        ReplyParser picky = new ReplyParser(schema("{\"type\": \"object\"}"), value -> Optional.of("/score: not one of those asked about"));
        assertThat(picky.parse("{\"score\": 3}", List.of())).isInstanceOfSatisfying(Invalid.class, it ->
                assertThat(it.failure().inWords()).isEqualTo("the reply is not in the form that was asked for (/score: not one of those asked about)"));
    }

    @Test
    void aReplyReadsTheSameBeforeAndAfterItWasStored() {
        String fresh = "\0{\"score\": 3, \"why\": \"a\ud83d b\0\"}";
        assertThat(valid(fresh)).isEqualTo(valid(fresh.replace('\0', '\uFFFD').replace('\ud83d', '\uFFFD')));
    }

    @Test
    void alternativesAndReferencesAreChecked() {
        ReplyParser either = new ReplyParser(schema("""
                {"type": "object", "properties": {"a": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/word"}]},
                   "b": {"oneOf": [{"const": 1}, {"const": 2}]}},
                 "$defs": {"word": {"type": "string", "minLength": 2, "maxLength": 3}}}"""));
        assertThat(either.parse("{\"a\": null, \"b\": 2}", List.of())).isInstanceOf(Valid.class);
        assertThat(either.parse("{\"a\": \"xyz\", \"b\": 1}", List.of())).isInstanceOf(Valid.class);
        assertThat(either.parse("{\"a\": \"x\"}", List.of())).isInstanceOf(Invalid.class);
        assertThat(either.parse("{\"b\": 3}", List.of())).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{", "[", "{\"a\":", "{\"score\":[", "{'a", "{\"", "{/*", "{a:x}", "{\"score\":x}", "<think>", "</think>", "<", "{}", "\\", "{\"\\", "[[{\"a\":'",
        "{\"score\":{\"score\":", "{//", "{a", "{ ", "<think>{</think>", "{\"score\":1}", "[{\"score\":", "i can't "
    })
    void hostileTextsTakeNoLongerThanTheirLength(String piece) {
        String text = piece.repeat(400_000 / piece.length());
        assertTimeoutPreemptively(ofSeconds(10), () -> {
            assertThat(parser.parse(text, List.of(Message.user(text.substring(0, 100_000))))).isNotNull();
            assertThat(parser.parse(text + "*/ }", List.of())).isNotNull();
        });
    }

    private ObjectNode valid(String text) {
        ParsedReply parsed = parser.parse(text, List.of());
        assertThat(parsed).as(text).isInstanceOf(Valid.class);
        return ((Valid) parsed).value();
    }

    private ModelFailure invalid(String text) {
        ParsedReply parsed = parser.parse(text, List.of());
        assertThat(parsed).as(text).isInstanceOf(Invalid.class);
        return ((Invalid) parsed).failure();
    }

    private static ReplySchema schema(String json) {
        try {
            return new ReplySchema("test", (ObjectNode) JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
