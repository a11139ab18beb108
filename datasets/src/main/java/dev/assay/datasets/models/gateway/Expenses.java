package dev.assay.datasets.models.gateway;

import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.budget.CallForecast;
import dev.assay.datasets.models.budget.Pricing;
import dev.assay.datasets.study.Study;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What calls are expected to take. Tokens are counted only for who asks: it is the dearest thing that is done for a call here. */
final class Expenses {

    private final Study study;
    private final Budget budget;
    private final Map<ModelDefinition, CallForecast> forecasts = new ConcurrentHashMap<>();

    Expenses(Study study, Budget budget) {
        this.study = study;
        this.budget = budget;
    }

    /** Tokens in and out together; 0 if the model has no limit of tokens. */
    int expectedTokens(ModelDefinition model, ModelRequest request) {
        if (model.limits().tokensPerMinute().isEmpty()) {
            return 0;
        }
        CallForecast forecast = forecast(model);
        return forecast.tokensIn(request) + (int) Math.round(forecast.tokensOut());
    }

    /** @throws dev.assay.datasets.StoppedException if the budget does not allow another call */
    Budget.Reservation reserve(ModelDefinition model, ModelRequest request) {
        Optional<Double> cost = budget.limited() ? forecast(model).cost(request, Pricing.NORMAL) : Optional.empty();
        return budget.reserve(model, cost);
    }

    /**
     * What a reply has cost: by the tokens that were billed or, where the service does not say, by what its texts have. Empty if the price is not known,
     * which is not the same as nothing.
     */
    Optional<Double> cost(ModelDefinition model, ModelRequest request, RawReply reply) {
        return model.price().map(price -> price.of(
                reply.tokensIn().orElseGet(() -> forecast(model).tokensIn(request)),
                reply.tokensOut().orElseGet(() -> forecast(model).tokensOut(reply.text()))));
    }

    /** What may have been billed for a success that cannot be read; empty if the price is not known. */
    Optional<Double> costOfStrange(ModelDefinition model, ModelRequest request, ModelFailure strange) {
        return model.price().map(price -> price.of(forecast(model).tokensIn(request), forecast(model).tokensOut(strange.body().orElse(""))));
    }

    private CallForecast forecast(ModelDefinition model) {
        CallForecast known = forecasts.get(model);
        return known != null
                ? known
                : forecasts.computeIfAbsent(model, absent -> study.read(reading -> CallForecast.of(reading, absent)));
    }
}
