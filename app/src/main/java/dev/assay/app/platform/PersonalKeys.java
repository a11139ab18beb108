package dev.assay.app.platform;

import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.Keys;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Provider;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The keys of a person: what was typed for this session, else the environment variable that the model names, else the keyring, else the provider's usual
 * environment variable. That last one goes to the provider's own service only, never to another that is compatible with it; and a key in the keyring
 * belongs to a model at one address, so that it does not follow the model to another.
 */
public final class PersonalKeys implements Keys {

    /** Where a key comes from. */
    public enum Source {
        SESSION,
        ENVIRONMENT,
        KEYRING
    }

    /** A key and where it comes from. */
    public record Found(ApiKey key, Source source) {}

    private final Keyring keyring;
    private final Function<String, Optional<String>> environment;
    private final Map<String, ApiKey> session = new ConcurrentHashMap<>();

    /** @param environment variables of the process */
    public PersonalKeys(Keyring keyring, Function<String, Optional<String>> environment) {
        this.keyring = keyring;
        this.environment = environment;
    }

    @Override
    public Optional<ApiKey> of(ModelDefinition model) {
        return find(model).map(Found::key);
    }

    /** As {@link #of}, with where it comes from. */
    public Optional<Found> find(ModelDefinition model) {
        return Optional.ofNullable(session.get(account(model))).map(key -> new Found(key, Source.SESSION))
                .or(() -> model.keyVariable().flatMap(this::variable))
                .or(() -> keyring.find(account(model)).map(secret -> new Found(new ApiKey(secret), Source.KEYRING)))
                .or(() -> usualVariable(model).flatMap(this::variable));
    }

    /** The environment variable in which the key would be looked for. */
    public static Optional<String> variableOf(ModelDefinition model) {
        return model.keyVariable().or(() -> usualVariable(model));
    }

    /** Keeps a key in the keyring; false if there is no keyring, and nothing was kept. */
    public boolean keep(ModelDefinition model, ApiKey key) {
        return keyring.keep(account(model), key.value());
    }

    /** Keeps a key until the program ends. */
    public void keepForThisSession(ModelDefinition model, ApiKey key) {
        session.put(account(model), key);
    }

    /** Whether there is no key of the model in the keyring any more. */
    public boolean forget(ModelDefinition model) {
        session.remove(account(model));
        return keyring.forget(account(model));
    }

    private Optional<Found> variable(String name) {
        return environment.apply(name).filter(value -> !value.isBlank()).map(value -> new Found(new ApiKey(value), Source.ENVIRONMENT));
    }

    private static Optional<String> usualVariable(ModelDefinition model) {
        boolean ownService = model.provider() == Provider.AZURE
                ? model.address().map(URI::getHost).filter(PersonalKeys::isOfAzure).isPresent()
                : model.address().equals(model.provider().usualBaseUrl());
        return ownService ? model.provider().usualKeyVariable() : Optional.empty();
    }

    private static boolean isOfAzure(String host) {
        return host.endsWith(".azure.com") || host.endsWith(".azure.us") || host.endsWith(".azure.cn");
    }

    private static String account(ModelDefinition model) {
        return model.name() + " at " + model.address().map(PersonalKeys::server).orElse("no address");
    }

    private static String server(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
