package dev.assay.datasets.models.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Published prices on one day: a start, to be checked by whoever relies on them. The person's own price always wins. */
public final class PriceTable {

    private final LocalDate asOf;
    private final Map<Provider, Map<String, Price>> prices;

    private PriceTable(LocalDate asOf, Map<Provider, Map<String, Price>> prices) {
        this.asOf = asOf;
        this.prices = prices;
    }

    /** The table that comes with the program. */
    public static PriceTable bundled() {
        try (InputStream in = PriceTable.class.getResourceAsStream("prices.json")) {
            return of(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PriceTable of(JsonNode json) {
        Map<Provider, Map<String, Price>> prices = new TreeMap<>();
        json.path("prices").properties().forEach(provider -> {
            Map<String, Price> models = new TreeMap<>();
            provider.getValue().properties().forEach(model ->
                    models.put(model.getKey(), new Price(model.getValue().path("in").asDouble(), model.getValue().path("out").asDouble())));
            prices.put(Provider.fromId(provider.getKey()).orElseThrow(), models);
        });
        return new PriceTable(LocalDate.parse(json.path("asOf").asText()), prices);
    }

    /** The day of the table. */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * What a model costs: the person's price, else nothing for one on this computer, else the table's for the provider's own service. Empty if it is
     * not known, which is not the same as free.
     */
    public Optional<Price> priceOf(ModelDefinition model) {
        return model.price().or(() -> model.isLocal() ? Optional.of(Price.FREE) : published(model));
    }

    /** The model with {@link #priceOf its price}, if that is known. */
    public ModelDefinition priced(ModelDefinition model) {
        return priceOf(model).map(model::at).orElse(model);
    }

    /** Whether the price is the table's, and so to be checked. */
    public boolean isPublished(ModelDefinition model) {
        return model.price().isEmpty() && !model.isLocal() && published(model).isPresent();
    }

    /** Other services ask other prices for the same model. */
    private Optional<Price> published(ModelDefinition model) {
        if (!model.address().equals(model.provider().usualBaseUrl())) {
            return Optional.empty();
        }
        // gpt-5-2025-08-07, claude-sonnet-4-5-20250929, claude-3-5-haiku-latest, models/gemini-2.5-pro
        String family = model.model().replaceFirst("^models/", "").replaceFirst("-(\\d{4}-\\d{2}-\\d{2}|\\d{8}|latest)$", "");
        return Optional.ofNullable(prices.getOrDefault(model.provider(), Map.of()).get(family));
    }
}
