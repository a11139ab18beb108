package dev.assay.datasets.models;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A language model as a person has set it up. It belongs to the person, not to a study; the key is not part of it.
 *
 * @param name by which the person calls it; as a subject it has this name in the study
 * @param model the provider's id of the model
 * @param baseUrl where it is reached; empty: where the provider usually is
 * @param keyVariable environment variable that holds the key; empty: the provider's usual one
 * @param price empty: not known, which is not the same as free
 * @param headers sent with every request; never stored in a study
 * @param proxy HTTP proxy, as http://host:port
 * @param timeout of one call
 */
public record ModelDefinition(
        String name,
        Provider provider,
        String model,
        Optional<URI> baseUrl,
        Optional<String> keyVariable,
        ModelParameters parameters,
        ModelLimits limits,
        Optional<Price> price,
        Map<String, String> headers,
        Optional<URI> proxy,
        Duration timeout) {

    public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);

    public ModelDefinition {
        headers = Map.copyOf(headers);
    }

    /** With everything as the provider has it. */
    public static ModelDefinition of(String name, Provider provider, String model, Optional<URI> baseUrl) {
        return new ModelDefinition(
                name, provider, model, baseUrl, Optional.empty(), ModelParameters.usual(), ModelLimits.none(), Optional.empty(),
                Map.of(), Optional.empty(), USUAL_TIMEOUT);
    }

    /** Where it is reached. */
    public Optional<URI> address() {
        return baseUrl.or(provider::usualBaseUrl);
    }

    /** How it is told the form of a reply. */
    public SchemaSupport schemaSupport() {
        return parameters.schemaSupport().orElseGet(provider::usualSchemaSupport);
    }

    /** Whether it runs on this computer. */
    public boolean isLocal() {
        return address().map(ModelDefinition::isLoopback).orElse(false);
    }

    /** Whether what is sent there stays on this computer. */
    public static boolean isLoopback(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /** Whether it cannot be asked without a key. A service that is only compatible with OpenAI may want none, and a header may stand in for the key. */
    public boolean needsKey() {
        boolean mayWantNone = provider == Provider.OLLAMA || (provider == Provider.OPENAI && !address().equals(provider.usualBaseUrl()));
        return !mayWantNone && !isLocal() && headers.isEmpty();
    }

    public ModelDefinition with(ModelLimits other) {
        return new ModelDefinition(name, provider, model, baseUrl, keyVariable, parameters, other, price, headers, proxy, timeout);
    }

    public ModelDefinition with(ModelParameters other) {
        return new ModelDefinition(name, provider, model, baseUrl, keyVariable, other, limits, price, headers, proxy, timeout);
    }

    public ModelDefinition at(Price other) {
        return new ModelDefinition(
                name, provider, model, baseUrl, keyVariable, parameters, limits, Optional.of(other), headers, proxy, timeout);
    }

    public ModelDefinition within(Duration otherTimeout) {
        return new ModelDefinition(name, provider, model, baseUrl, keyVariable, parameters, limits, price, headers, proxy, otherTimeout);
    }

    /** Values of headers may be keys. */
    @Override
    public String toString() {
        return "ModelDefinition[" + name + ", " + provider.id() + ", " + model + "]";
    }
}
