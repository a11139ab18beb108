package dev.assay.datasets.models.replies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.replies.ParsedReply.Invalid;
import dev.assay.datasets.models.replies.ParsedReply.Valid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A good reply is spoilt in every way and in several at once: what comes out is the planted object or a failure. */
class ReplyParserPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            "clear", "it covers {both} parts", "no <think> here", "uses a list [1], [2]", "日本語の説明", "naïve café", "💡 good", "x = {y: 2}",
            "ends with a brace }", "a \\frac{1}{2} formula", "// not a comment", "says: yes, no", "", "```json", "</reply>");
    /** These leave the object as it is, however it looks. */
    private static final Set<Mangle> HARMLESS = EnumSet.of(
            Mangle.FENCED, Mangle.THINK, Mangle.UNOPENED_THINK, Mangle.DOUBLED, Mangle.NUL, Mangle.BYTE_ORDER_MARK, Mangle.ECHO_PROMPT);

    private static final List<Mangle> MANGLES = List.of(Mangle.values());

    private final ReplyParser parser = new ReplyParser(schema(), ReplyParserPropertyTest::weightsSumTo100);

    @Test
    void oneManglingGivesThePlantedObjectOrAFailure() {
        Map<Mangle, Integer> valid = new EnumMap<>(Mangle.class);
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            ObjectNode planted = object(random);
            String prompt = prompt(random);
            for (Mangle mangle : Mangle.values()) {
                if (isPlantedOrFailed(planted, mangle.apply(planted.toString(), prompt), prompt, List.of(mangle))) {
                    valid.merge(mangle, 1, Integer::sum);
                }
            }
        }
        HARMLESS.forEach(mangle -> assertThat(valid).as("understood although %s", mangle).containsEntry(mangle, 400));
        assertThat(valid.get(Mangle.TRAILING_COMMA)).isEqualTo(400);
        assertThat(valid.get(Mangle.SINGLE_QUOTES)).isGreaterThan(300);
        assertThat(valid.get(Mangle.BARE_NAMES)).isGreaterThan(300);
        assertThat(valid.get(Mangle.COMMENTS)).isGreaterThan(300);
        assertThat(valid).doesNotContainKeys(
                Mangle.CUT_JSON, Mangle.CUT_LATE, Mangle.PROSE, Mangle.REFUSE, Mangle.EMPTY, Mangle.OUT_OF_RANGE, Mangle.NOT_A_NUMBER, Mangle.WEIGHTS_110,
                Mangle.MISSING_ITEM, Mangle.EMOJI);
    }

    /** What repeats the prompt is not spelt anew afterwards: then nobody could tell it from an answer. */
    @Test
    void severalManglingsGiveThePlantedObjectOrAFailure() {
        int valid = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            ObjectNode planted = object(random);
            String prompt = prompt(random);
            String text = planted.toString();
            List<Mangle> done = new ArrayList<>();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                Mangle mangle = MANGLES.get(random.nextInt(MANGLES.size()));
                if (done.contains(Mangle.ECHO_PROMPT) && !HARMLESS.contains(mangle)) {
                    continue;
                }
                text = mangle.apply(text, prompt);
                done.add(mangle);
            }
            valid += isPlantedOrFailed(planted, text, prompt, done) ? 1 : 0;
        }
        assertThat(valid).as("not everything is given up").isGreaterThan(3_000);
    }

    @Test
    void cuttingAnywhereNeverGivesAnotherObject() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            ObjectNode planted = object(random);
            String whole = planted.toPrettyString();
            for (int end = 0; end < whole.length(); end++) {
                assertThat(parser.parse(whole.substring(0, end), List.of())).as(whole.substring(0, end)).isInstanceOf(Invalid.class);
            }
        }
    }

    @Test
    void damagingOneCharacterGivesAFailureOrWhatStrictJsonSays() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            ObjectNode planted = object(random);
            StringBuilder text = new StringBuilder(planted.toString());
            text.deleteCharAt(random.nextInt(text.length()));
            if (parser.parse(text.toString(), List.of()) instanceof Valid valid) {
                assertThat(valid.value().path("score")).as(text.toString()).isEqualTo(planted.path("score"));
                assertThat(valid.value().path("criteria").findValuesAsText("weight")).as(text.toString())
                        .isEqualTo(planted.path("criteria").findValuesAsText("weight"));
            }
        }
    }

    private boolean isPlantedOrFailed(ObjectNode planted, String text, String prompt, List<Mangle> how) {
        return switch (parser.parse(text, List.of(Message.user(prompt)))) {
            case Valid valid -> {
                assertThat(spelling(valid.value())).as("%s: %s", how, text).isEqualTo(spelling(planted));
                yield true;
            }
            case Invalid invalid -> {
                assertThat(invalid.failure().inWords()).isNotBlank();
                yield false;
            }
        };
    }

    /** Quotation marks that were replaced cannot be told from those that were meant. */
    private static String spelling(ObjectNode object) {
        return object.toString().replace("\\\"", "'").replace("💥\uFFFD", "");
    }

    private static ObjectNode object(Random random) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("rationale", WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size())));
        object.put("score", 1 + random.nextInt(5));
        ArrayNode criteria = object.putArray("criteria");
        int left = 100;
        for (int i = 0; i < 4; i++) {
            int weight = i == 3 ? left : 1 + random.nextInt(left / 4);
            left -= weight;
            criteria.addObject().put("name", WORDS.get(random.nextInt(WORDS.size()))).put("weight", weight);
        }
        return object;
    }

    /** The material in it is an object of the very form that is asked for. */
    private static String prompt(Random random) {
        return "Judge the answer. An example of a reply is " + object(random) + "\n" + Material.fenced("candidate", object(random).toString())
                + "\nReply in JSON.";
    }

    private static Optional<String> weightsSumTo100(ObjectNode value) {
        int sum = value.path("criteria").findValues("weight").stream().mapToInt(weight -> weight.asInt()).sum();
        return sum == 100 ? Optional.empty() : Optional.of("/criteria: the weights sum to " + sum + ", not 100");
    }

    static ReplySchema schema() {
        try {
            return new ReplySchema("judgment", (ObjectNode) JSON.readTree("""
                    {"type": "object", "additionalProperties": false, "required": ["rationale", "score", "criteria"],
                     "properties": {
                       "rationale": {"type": "string"},
                       "score": {"$ref": "#/$defs/score"},
                       "criteria": {"type": "array", "minItems": 4, "maxItems": 4, "items": {
                         "type": "object", "additionalProperties": false, "required": ["name", "weight"],
                         "properties": {"name": {"type": "string"}, "weight": {"type": "integer", "minimum": 0, "maximum": 100}}}}},
                     "$defs": {"score": {"type": "integer", "minimum": 1, "maximum": 5}}}"""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
