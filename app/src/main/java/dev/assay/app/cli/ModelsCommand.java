package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.platform.PersonalKeys;
import dev.assay.app.platform.PersonalModels;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.registry.CheckedModel;
import dev.assay.datasets.models.registry.DefinitionCheck;
import dev.assay.datasets.models.registry.LocalServer;
import dev.assay.datasets.models.registry.ModelCheck;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay models}: the models of the person, which belong to no study. */
@Command(name = "models", description = "Set up the language models that you use, and try them.", synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {

    @ParentCommand
    private Commands commands;

    @Command(name = "add", description = "Add a model. Its key is not given here: see `models key` and --key-env.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What you call it; as a subject it has this name.") String name,
            @Mixin ModelOptionsMixin options,
            @Option(names = "--replace", description = "Replace the model of this name.") boolean replace) {
        ModelDefinition model = options.definition(name);
        PersonalModels person = commands.person();
        if (replace) {
            person.registry().replace(name, model, options.allowsInsecure());
        } else {
            person.registry().add(model, options.allowsInsecure());
        }
        if (DefinitionCheck.needsConfirmation(model)) {
            commands.console().message("everything that is sent to " + name + " can be read on the way: it is not https");
        }
        String key = missingKey(model).map(what -> "; " + what).orElse("");
        return report(List.of(model), (replace ? "replaced " : "added ") + name + key + "; try it with `assay models test " + name + "`");
    }

    @Command(name = "remove", description = "Remove a model, and its key from the keyring. What it wrote stays in the studies.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        PersonalModels person = commands.person();
        Optional<ModelDefinition> model = person.registry().list().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
        person.registry().remove(name);
        model.ifPresent(person.keys()::forget);
        return report(person.registry().list(), "removed " + name);
    }

    @Command(name = "list", description = "List the models.")
    int list() {
        PersonalModels person = commands.person();
        TextTable table = new TextTable("name", "provider", "model", "address", "key", "price in", "price out");
        List<ModelDefinition> models = person.registry().list();
        for (ModelDefinition model : models) {
            Optional<Price> price = person.prices().priceOf(model);
            String mark = person.prices().isPublished(model) ? "*" : "";
            table.add(model.name(), model.provider().id(), model.model(), model.address().map(Object::toString).orElse(""), key(model),
                    price.map(each -> each.in() + mark).orElse("unknown"), price.map(each -> each.out() + mark).orElse("unknown"));
        }
        person.registry().problems().forEach(commands.console()::message);
        boolean published = models.stream().anyMatch(person.prices()::isPublished);
        String note = published
                ? "\n\n* US dollars per million tokens as published on " + person.prices().asOf() + ": check it, and set yours with --price-in and --price-out"
                : "";
        return report(models, models.isEmpty() ? "no models yet: add one with `assay models add`, or look with `assay models discover`" : table + note);
    }

    @Command(name = "test", description = "Try models with up to four small questions each: key, model, form of replies, latency.")
    int test(@Parameters(paramLabel = "NAME", arity = "0..*", description = "Default: all.") @Nullable List<String> names) {
        PersonalModels person = commands.person();
        List<ModelDefinition> models = names == null || names.isEmpty() ? person.registry().list() : names.stream().map(person.registry()::get).toList();
        if (models.isEmpty()) {
            throw new AssayException("there is no model to test: add one with `assay models add`");
        }
        ArrayNode listed = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        boolean allOk = true;
        try (ModelConnector connector = person.connector()) {
            ModelCheck check = new ModelCheck(connector, person.keys(), System::nanoTime);
            for (ModelDefinition model : models) {
                commands.console().message("asking " + model.name() + " …");
                CheckedModel checked = commands.cancellation().interrupting(() -> check.check(model));
                allOk &= checked.ok();
                listed.add(json(model, checked));
                text.append(inWords(model, checked)).append('\n');
            }
        }
        commands.console().result(JsonNodeFactory.instance.objectNode().set("models", listed), text.toString().stripTrailing());
        return allOk ? ExitCode.DONE : ExitCode.SERVICE_REFUSED;
    }

    @Command(name = "discover", description = "Find model servers on this computer: Ollama, LM Studio, llama.cpp, vLLM.")
    int discover() {
        List<LocalServer> servers = commands.person().discovery().find();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode models = result.putArray("models");
        ArrayNode listed = result.putArray("servers");
        StringBuilder text = new StringBuilder();
        for (LocalServer server : servers) {
            ObjectNode entry = listed.addObject().put("software", server.software()).put("provider", server.provider().id())
                    .put("baseUrl", server.baseUrl().toString());
            server.models().forEach(entry.putArray("models")::add);
            text.append(server.software()).append(" at ").append(server.baseUrl()).append(server.models().isEmpty() ? ", without models" : "").append('\n');
            for (String model : server.models()) {
                models.addObject().put("name", model).put("provider", server.provider().id()).put("model", model).put("ok", true).putNull("latencyMs");
                text.append("  assay models add ").append(quoted(model)).append(" --provider ").append(server.provider().id())
                        .append(" --model ").append(quoted(model)).append(" --base-url ").append(server.baseUrl()).append('\n');
            }
        }
        commands.console().result(result, servers.isEmpty() ? "no model server runs on this computer at its usual port" : text.toString().stripTrailing());
        return ExitCode.DONE;
    }

    @Command(name = "key", description = "Read the key of a model from standard input, without echo, and put it into the system's keyring.")
    int key(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--remove", description = "Take the key out of the keyring instead.") boolean remove) {
        PersonalKeys keys = commands.person().keys();
        ModelDefinition model = commands.person().registry().get(name);
        if (remove) {
            if (!keys.forget(model)) {
                throw new AssayException("the key of " + name + " cannot be taken out of the keyring: unlock it, and try again");
            }
            return report(List.of(model), "there is no key of " + name + " in the keyring");
        }
        ApiKey key = new ApiKey(commands.console().secret("Key of " + name + " (not shown): "));
        if (!key.isPresent()) {
            throw new AssayException("no key was entered: nothing was changed");
        }
        if (!keys.keep(model, key)) {
            throw new AssayException("this system has no keyring that can be used, and the key was not kept: put it into the environment variable "
                    + PersonalKeys.variableOf(model).orElse("that you name with --key-env"));
        }
        return report(List.of(model), "the key of " + name + " is in the keyring");
    }

    private int report(List<ModelDefinition> models, String text) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = result.putArray("models");
        models.forEach(model -> {
            ObjectNode entry = json(model).put("ok", missingKey(model).isEmpty()).putNull("latencyMs");
            commands.person().prices().priceOf(model).ifPresent(price -> entry.put("priceIn", price.in()).put("priceOut", price.out()));
            listed.add(entry);
        });
        commands.console().result(result, text);
        return ExitCode.DONE;
    }

    private static ObjectNode json(ModelDefinition model) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("name", model.name()).put("provider", model.provider().id()).put("model", model.model());
        model.address().ifPresent(address -> entry.put("baseUrl", address.toString()));
        return entry;
    }

    private static ObjectNode json(ModelDefinition model, CheckedModel checked) {
        ObjectNode entry = json(model).put("ok", checked.ok());
        checked.latency().ifPresentOrElse(latency -> entry.put("latencyMs", latency.toNanos() / 1e6), () -> entry.putNull("latencyMs"));
        checked.modelAnswered().ifPresent(answered -> entry.put("modelAnswered", answered));
        checked.schemaSupport().ifPresent(support -> entry.put("schema", support.id()));
        checked.failure().ifPresent(failure -> entry.put("failure", failure.id()));
        checked.problems().forEach(entry.putArray("problems")::add);
        return entry;
    }

    private static String inWords(ModelDefinition model, CheckedModel checked) {
        StringBuilder text = new StringBuilder(checked.ok() ? "ok    " : "FAULT ").append(model.name());
        checked.latency().ifPresent(latency -> text.append(String.format(Locale.ROOT, ": answered in %,d ms", latency.toMillis())));
        checked.modelAnswered().ifPresent(answered -> text.append(" as ").append(answered));
        checked.schemaSupport().ifPresent(support -> text.append(", takes ").append(support.id()));
        checked.problems().forEach(problem -> text.append("\n      ").append(problem));
        return text.toString();
    }

    private String key(ModelDefinition model) {
        return commands.person().keys().find(model)
                .map(found -> found.source().name().toLowerCase(Locale.ROOT))
                .orElse(model.needsKey() ? "missing" : "none");
    }

    private Optional<String> missingKey(ModelDefinition model) {
        if (!model.needsKey() || commands.person().keys().find(model).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("it needs a key: enter it with `assay models key " + model.name() + "`"
                + PersonalKeys.variableOf(model).map(variable -> ", or set " + variable).orElse(""));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._:/@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
