package dev.assay.datasets.models.budget;

import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.study.Reading;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds up what planned requests will take. Nothing is asked. For one reading of a study, and one thread.
 *
 * <p>Turns of repair and repeated attempts are not foreseen.
 */
public final class Estimation {

    /** Within so long a service gives a batch back. */
    private static final double SECONDS_OF_A_BATCH = 24 * 3_600;

    private final Reading reading;
    private final Pricing pricing;
    private final Set<String> promised;
    private final CallTable calls = new CallTable();
    private final Set<String> planned = new HashSet<>();
    private final Map<ModelDefinition, Sum> sums = new LinkedHashMap<>();
    private long free;
    private long waiting;
    private int rounds;

    /** @param promised hashes of the requests that wait in batches */
    public Estimation(Reading reading, Pricing pricing, Set<String> promised) {
        this.reading = reading;
        this.pricing = pricing;
        this.promised = promised;
    }

    /**
     * A request that is known word for word.
     *
     * @return the answer, if the ledger has it
     */
    public Optional<String> add(ModelDefinition model, ModelRequest request) {
        String hash = RequestJson.hash(RequestJson.of(model, request), request.replicate());
        Optional<String> answer = calls.reply(reading, hash).map(stored -> stored.call().text().orElse(""));
        if (answer.isPresent() || !planned.add(hash)) {
            free++;
        } else if (promised.contains(hash)) {
            waiting++;
            rounds = Math.max(rounds, 1);
        } else {
            sum(model).add(request, 0);
            rounds = Math.max(rounds, 1);
        }
        return answer;
    }

    /**
     * A later turn of a conversation, to be asked when the model has answered the earlier ones.
     *
     * @param known the turns and answers that are known already
     * @param answersBefore how many answers of the model will stand in the conversation besides
     */
    public void addLaterTurn(ModelDefinition model, ModelRequest known, int answersBefore) {
        rounds = Math.max(rounds, 1 + answersBefore);
        sum(model).add(known, answersBefore);
    }

    /** All that was added so far. */
    public Estimate total() {
        long made = 0;
        double tokensIn = 0;
        double tokensOut = 0;
        double cost = 0;
        double seconds = 0;
        boolean priced = true;
        for (Sum sum : sums.values()) {
            made += sum.calls;
            tokensIn += sum.tokensIn;
            tokensOut += sum.tokensOut;
            priced &= sum.model.price().isPresent();
            cost += sum.model.price().map(price -> pricing.of(price, Math.round(sum.tokensIn), Math.round(sum.tokensOut))).orElse(0.0);
            // Each model has its own limits, but a step asks one after the other more often than not.
            seconds += sum.seconds();
        }
        if (pricing == Pricing.BATCH) {
            // A later turn goes into a batch when the batch with the one before has come back.
            seconds = rounds * SECONDS_OF_A_BATCH;
        }
        return new Estimate(
                made + free + waiting, free, waiting, Math.round(tokensIn), Math.round(tokensOut), priced ? Optional.of(cost) : Optional.empty(), seconds);
    }

    private Sum sum(ModelDefinition model) {
        return sums.computeIfAbsent(model, absent -> new Sum(absent, CallForecast.of(reading, absent)));
    }

    private static final class Sum {

        private final ModelDefinition model;
        private final CallForecast forecast;
        private long calls;
        private double tokensIn;
        private double tokensOut;

        Sum(ModelDefinition model, CallForecast forecast) {
            this.model = model;
            this.forecast = forecast;
        }

        void add(ModelRequest request, int answersBefore) {
            calls++;
            tokensIn += forecast.tokensIn(request) + answersBefore * forecast.tokensOut();
            tokensOut += forecast.tokensOut();
        }

        double seconds() {
            ModelLimits limits = model.limits();
            int concurrency = limits.concurrency().orElse(ModelLimits.MOST_FOUND_BY_TRYING);
            double atOnce = forecast.seconds() * Math.ceil((double) calls / concurrency);
            double byRequests = limits.requestsPerMinute().map(most -> 60.0 * calls / most).orElse(0.0);
            double byTokens = limits.tokensPerMinute().map(most -> 60 * (tokensIn + tokensOut) / most).orElse(0.0);
            return Math.max(atOnce, Math.max(byRequests, byTokens));
        }
    }
}
