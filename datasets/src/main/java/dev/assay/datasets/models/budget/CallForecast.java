package dev.assay.datasets.models.budget;

import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.ledger.Call;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.study.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What one call of a model is expected to take. What the ledger knows of the model corrects it: the tokens of prompts by what was billed for the
 * latest {@value #SAMPLE} calls, the length of answers by the mean of all. Used by many threads at once.
 */
public final class CallForecast {

    /** Length of an answer, in tokens, of a model that has not answered yet; shorter where the model may not write as much. */
    public static final int ASSUMED_ANSWER = 400;

    private static final int SAMPLE = 50;
    /** What OpenAI's chat format adds to a conversation, and to each message of it. */
    private static final int TOKENS_OF_CONVERSATION = 3;
    private static final int TOKENS_OF_MESSAGE = 4;
    /** Seconds until a model begins to write, and tokens that it then writes in a second, where nothing is known. */
    private static final double ASSUMED_DELAY = 0.7;
    private static final double ASSUMED_SPEED = 60;

    private final ModelDefinition model;
    private final TokenCounter counter;
    private final double correction;
    private final double tokensOut;
    private final double seconds;

    private CallForecast(ModelDefinition model, TokenCounter counter, double correction, double tokensOut, double seconds) {
        this.model = model;
        this.counter = counter;
        this.correction = correction;
        this.tokensOut = tokensOut;
        this.seconds = seconds;
    }

    public static CallForecast of(Reading reading, ModelDefinition model) {
        CallTable calls = new CallTable();
        TokenCounter counter = TokenCounter.of(model.model());
        List<Call> latest = calls.latestCounted(reading, model.model(), SAMPLE);
        double longest = model.parameters().maxTokens().map(Integer::doubleValue).orElse(Double.MAX_VALUE);
        double out = Math.min(longest, calls.meanTokensOut(reading, model.model()).orElse((double) ASSUMED_ANSWER));
        double seconds = latest.stream().filter(call -> call.attempts() > 0).mapToDouble(call -> call.latency().toMillis() / 1e3).average()
                .orElse(ASSUMED_DELAY + out / ASSUMED_SPEED);
        return new CallForecast(model, counter, correction(counter, latest), out, seconds);
    }

    /** Tokens that will be billed for the prompt. */
    public int tokensIn(ModelRequest request) {
        return (int) Math.round(correction * counted(counter, model.parameters().systemPrompt(), request));
    }

    /** Tokens that will be billed for the answer. */
    public double tokensOut() {
        return tokensOut;
    }

    /** Tokens of an answer that came, where the service does not say how many it bills. */
    public int tokensOut(String answer) {
        return counter.count(answer);
    }

    /** How long one call takes. */
    public double seconds() {
        return seconds;
    }

    /** In the currency of the model's price; empty if that is not known. */
    public Optional<Double> cost(ModelRequest request, Pricing pricing) {
        return model.price().map(price -> pricing.of(price, tokensIn(request), Math.round(tokensOut)));
    }

    private static double correction(TokenCounter counter, List<Call> latest) {
        long counted = 0;
        long billed = 0;
        for (Call call : latest) {
            var json = RequestJson.read(call.request());
            counted += counted(
                    counter, RequestJson.parametersFrom(json.path("parameters")).systemPrompt(), RequestJson.requestFrom(json, call.replicate()));
            billed += call.tokensIn().orElseThrow();
        }
        return counted == 0 || billed == 0 ? 1 : (double) billed / counted;
    }

    private static long counted(TokenCounter counter, Optional<String> systemPrompt, ModelRequest request) {
        long tokens = TOKENS_OF_CONVERSATION;
        tokens += systemPrompt.map(text -> (long) counter.count(text) + TOKENS_OF_MESSAGE).orElse(0L);
        for (Message message : request.messages()) {
            tokens += counter.count(message.text()) + TOKENS_OF_MESSAGE;
        }
        return tokens + request.schema().map(schema -> (long) counter.count(schema.schema().toString())).orElse(0L);
    }
}
