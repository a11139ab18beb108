package dev.assay.app.models;

import dev.assay.app.models.ModelChecks.UnreadableException;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.SchemaSupport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A model while it is written down: one text for each field, what is wrong with it, and the definition once nothing is. The key is not part of the
 * definition, and is forgotten with {@link #forgetKey}.
 */
final class ModelForm {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TIMEOUT = 21_600;

    /** What is wrong, by field, and the definition if nothing is. */
    record Checked(Map<ModelField, String> problems, Optional<ModelDefinition> definition) {}

    /** Reads one field. */
    private interface Reader<T> {
        T read(String text) throws UnreadableException;
    }

    private final Optional<ModelDefinition> before;
    private final Map<String, String> startingHeaders;
    private final Set<String> taken;
    private final Map<ModelField, StringProperty> texts = new EnumMap<>(ModelField.class);
    private final ObjectProperty<Provider> provider = new SimpleObjectProperty<>(Provider.OPENAI);
    private final ObjectProperty<Optional<SchemaSupport>> schema = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty key = new SimpleStringProperty("");
    private final BooleanProperty keyForSession = new SimpleBooleanProperty();
    private final List<Object> offered;
    private final ReadOnlyObjectWrapper<Checked> checked = new ReadOnlyObjectWrapper<>(new Checked(Map.of(), Optional.empty()));

    /**
     * @param start whose values are offered
     * @param before the model that is changed; empty for a new one
     * @param others names that are taken
     */
    ModelForm(Optional<ModelDefinition> start, Optional<ModelDefinition> before, Collection<String> others) {
        this.before = before;
        this.startingHeaders = start.map(ModelDefinition::headers).orElse(Map.of());
        this.taken = Set.copyOf(others);
        for (ModelField field : ModelField.values()) {
            texts.put(field, new SimpleStringProperty(""));
        }
        start.ifPresent(this::fill);
        offered = written();
        texts.values().forEach(text -> text.subscribe((old, now) -> check()));
        provider.subscribe((old, now) -> check());
        schema.subscribe((old, now) -> check());
        check();
    }

    StringProperty text(ModelField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    ObjectProperty<Provider> provider() {
        return provider;
    }

    /** Empty: as the provider's services usually have it. */
    ObjectProperty<Optional<SchemaSupport>> schema() {
        return schema;
    }

    /** A new key; empty to leave it as it is. */
    StringProperty key() {
        return key;
    }

    BooleanProperty keyForSession() {
        return keyForSession;
    }

    /** Whether anything was written since it was offered, a key too. */
    boolean isChanged() {
        return !key.get().isBlank() || !written().equals(offered);
    }

    private List<Object> written() {
        List<Object> all = new ArrayList<>(List.of(provider.get(), schema.get()));
        for (ModelField field : ModelField.values()) {
            all.add(text(field).get());
        }
        return all;
    }

    void forgetKey() {
        key.set("");
    }

    /** The model that is changed; empty for a new one. */
    Optional<ModelDefinition> before() {
        return before;
    }

    ReadOnlyObjectProperty<Checked> checked() {
        return checked.getReadOnlyProperty();
    }

    private void fill(ModelDefinition model) {
        provider.set(model.provider());
        ModelParameters parameters = model.parameters();
        schema.set(parameters.schemaSupport());
        put(ModelField.NAME, Optional.of(model.name()));
        put(ModelField.MODEL, Optional.of(model.model()));
        put(ModelField.BASE_URL, model.baseUrl());
        put(ModelField.KEY_VARIABLE, model.keyVariable());
        put(ModelField.TEMPERATURE, parameters.temperature().map(ModelForm::plain));
        put(ModelField.TOP_P, parameters.topP().map(ModelForm::plain));
        put(ModelField.MAX_TOKENS, parameters.maxTokens());
        put(ModelField.SEED, parameters.seed());
        put(ModelField.REASONING_EFFORT, parameters.reasoningEffort());
        put(ModelField.SYSTEM_PROMPT, parameters.systemPrompt());
        put(ModelField.EXTRA_BODY, Optional.of(parameters.extraBody()).filter(body -> !body.isEmpty()).map(body -> body.toPrettyString()));
        put(ModelField.PRICE_IN, model.price().map(price -> plain(price.in())));
        put(ModelField.PRICE_OUT, model.price().map(price -> plain(price.out())));
        put(ModelField.REQUESTS_PER_MINUTE, model.limits().requestsPerMinute());
        put(ModelField.TOKENS_PER_MINUTE, model.limits().tokensPerMinute());
        put(ModelField.CONCURRENCY, model.limits().concurrency());
        put(ModelField.TIMEOUT, Optional.of(model.timeout()).filter(time -> !time.equals(ModelDefinition.USUAL_TIMEOUT)).map(Duration::toSeconds));
        put(ModelField.HEADERS, Optional.of(ModelChecks.shown(model.headers())));
        put(ModelField.PROXY, model.proxy());
    }

    private void put(ModelField field, Optional<?> value) {
        text(field).set(value.map(Object::toString).orElse(""));
    }

    /** Without a ".0" that nobody wrote. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9 ? Long.toString((long) number) : Double.toString(number);
    }

    private void check() {
        Map<ModelField, String> problems = new EnumMap<>(ModelField.class);
        String name = read(ModelField.NAME, problems, this::name, "");
        String model = read(ModelField.MODEL, problems, ModelForm::model, "");
        Optional<URI> baseUrl = read(ModelField.BASE_URL, problems, this::baseUrl, Optional.empty());
        Optional<String> variable = read(ModelField.KEY_VARIABLE, problems, ModelForm::variable, Optional.empty());
        ModelParameters parameters = parameters(problems);
        ModelLimits limits = new ModelLimits(
                read(ModelField.REQUESTS_PER_MINUTE, problems, text -> ModelChecks.whole(text, 1, Integer.MAX_VALUE), Optional.empty()),
                read(ModelField.TOKENS_PER_MINUTE, problems, text -> ModelChecks.whole(text, 1, Integer.MAX_VALUE), Optional.empty()),
                read(ModelField.CONCURRENCY, problems, text -> ModelChecks.whole(text, 1, 4_096), Optional.empty()));
        Optional<Price> price = price(problems);
        Map<String, String> headers = read(
                ModelField.HEADERS, problems, text -> ModelChecks.headers(text, startingHeaders), Map.of());
        Optional<URI> proxy = read(ModelField.PROXY, problems, text -> ModelChecks.address(text, "http://proxy.example:3128"), Optional.empty());
        Optional<Integer> seconds = read(ModelField.TIMEOUT, problems, text -> ModelChecks.whole(text, 1, LONGEST_TIMEOUT), Optional.empty());
        Duration timeout = seconds.map(Duration::ofSeconds).orElse(ModelDefinition.USUAL_TIMEOUT);
        checked.set(new Checked(problems, problems.isEmpty()
                ? Optional.of(new ModelDefinition(name, provider.get(), model, baseUrl, variable, parameters, limits, price, headers, proxy, timeout))
                : Optional.empty()));
    }

    private <T> T read(ModelField field, Map<ModelField, String> problems, Reader<T> reader, T otherwise) {
        try {
            return reader.read(text(field).get());
        } catch (UnreadableException e) {
            problems.put(field, String.valueOf(e.getMessage()));
            return otherwise;
        }
    }

    private String name(String text) throws UnreadableException {
        String name = text.strip();
        if (name.isEmpty()) {
            throw new UnreadableException("A name is needed.");
        }
        if (name.length() > LONGEST_NAME || name.contains(",") || name.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableException("At most " + LONGEST_NAME + " characters, without commas, in one line.");
        }
        if (taken.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new UnreadableException("There is a model of this name already.");
        }
        return name;
    }

    private static String model(String text) throws UnreadableException {
        if (text.isBlank()) {
            throw new UnreadableException("The id by which the service knows the model is needed.");
        }
        return text.strip();
    }

    private Optional<URI> baseUrl(String text) throws UnreadableException {
        Optional<URI> address = ModelChecks.address(text, "https://api.example.com/v1");
        if (address.isEmpty() && provider.get().usualBaseUrl().isEmpty()) {
            throw new UnreadableException("This provider has no usual address: give that of your resource.");
        }
        return address;
    }

    private static Optional<String> variable(String text) throws UnreadableException {
        String name = text.strip();
        if (!name.isEmpty() && !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new UnreadableException("The name of a variable, such as OPENAI_API_KEY; the key itself goes into the field above.");
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private ModelParameters parameters(Map<ModelField, String> problems) {
        return new ModelParameters(
                read(ModelField.TEMPERATURE, problems, text -> ModelChecks.number(text, 0, 2, "A number from 0 to 2."), Optional.empty()),
                read(ModelField.TOP_P, problems, text -> ModelChecks.number(text, Double.MIN_VALUE, 1, "A number over 0, up to 1."), Optional.empty()),
                read(ModelField.MAX_TOKENS, problems, text -> ModelChecks.whole(text, 1, Integer.MAX_VALUE), Optional.empty()),
                read(ModelField.SEED, problems, ModelChecks::seed, Optional.empty()),
                Optional.of(text(ModelField.REASONING_EFFORT).get().strip()).filter(text -> !text.isEmpty()),
                Optional.of(text(ModelField.SYSTEM_PROMPT).get()).filter(text -> !text.isBlank()),
                read(ModelField.EXTRA_BODY, problems, ModelChecks::object, ModelParameters.usual().extraBody()),
                schema.get());
    }

    private Optional<Price> price(Map<ModelField, String> problems) {
        Reader<Optional<Double>> amount = text -> ModelChecks.number(text, 0, 1e9, "An amount from 0 on.");
        Optional<Double> in = read(ModelField.PRICE_IN, problems, amount, Optional.empty());
        Optional<Double> out = read(ModelField.PRICE_OUT, problems, amount, Optional.empty());
        if (in.isPresent() != out.isPresent() && !problems.containsKey(ModelField.PRICE_IN) && !problems.containsKey(ModelField.PRICE_OUT)) {
            problems.put(in.isPresent() ? ModelField.PRICE_OUT : ModelField.PRICE_IN, "Both prices, or neither.");
        }
        return in.flatMap(first -> out.map(second -> new Price(first, second)));
    }
}
