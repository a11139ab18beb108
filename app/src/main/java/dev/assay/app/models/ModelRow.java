package dev.assay.app.models;

import dev.assay.app.steps.Money;
import dev.assay.app.workbench.OwnModels.Kept;
import dev.assay.app.workbench.OwnModels.KeyState;
import dev.assay.app.workbench.OwnModels.UsualPrice;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.SchemaSupport;
import dev.assay.datasets.models.registry.CheckedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model as the list has it.
 *
 * @param usual price of the table, where the person has given none
 * @param isChecking whether it is being tested
 * @param checked what the last test of this session has found
 */
record ModelRow(Kept kept, Optional<UsualPrice> usual, boolean isChecking, Optional<CheckedModel> checked) {

    ModelDefinition definition() {
        return kept.definition();
    }

    String name() {
        return definition().name();
    }

    /** Without what only makes it longer. */
    String where() {
        String address = definition().address().map(url -> url.toString().replaceFirst("^https://", "")).orElse("");
        return definition().isLocal() ? "this computer, " + address.replaceFirst("^http://", "") : address;
    }

    String key() {
        return switch (kept.key()) {
            case KeyState.InKeyring() -> "keyring";
            case KeyState.InVariable(String name) -> name;
            case KeyState.OfSession() -> "this session";
            case KeyState.NotNeeded() -> "none needed";
            case KeyState.Missing() -> "missing";
        };
    }

    boolean isKeyMissing() {
        return kept.key() instanceof KeyState.Missing;
    }

    String limits() {
        ModelLimits limits = definition().limits();
        List<String> parts = new ArrayList<>();
        limits.requestsPerMinute().ifPresent(number -> parts.add(count(number) + " req/min"));
        limits.tokensPerMinute().ifPresent(number -> parts.add(count(number) + " tok/min"));
        limits.concurrency().ifPresent(number -> parts.add(count(number) + " at once"));
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    /** In and out; of the table with its month; unknown is said. */
    String price() {
        return definition().price()
                .map(price -> Money.of(price.in()) + " / " + Money.of(price.out()))
                .or(() -> usual.map(found -> Money.of(found.price().in()) + " / " + Money.of(found.price().out()) + " (" + found.asOf() + ")"))
                .orElse(definition().isLocal() ? "free" : "unknown");
    }

    /** What the last test said, in a few words. */
    String test() {
        if (isChecking) {
            return "testing";
        }
        return checked.map(found -> found.ok() ? "works" : "fails").orElse("not tested");
    }

    /** Latency and schema of a model that works. */
    String found() {
        return checked.filter(CheckedModel::ok).map(found -> {
            List<String> parts = new ArrayList<>();
            found.latency().ifPresent(latency -> parts.add(
                    latency.toMillis() < 10_000 ? latency.toMillis() + " ms" : latency.toSeconds() + " s"));
            parts.add(found.schemaSupport().map(SchemaSupport::id).orElse("no form"));
            return String.join(", ", parts);
        }).orElse("");
    }

    /** What is wrong or should be known, one line for each. */
    List<String> problems() {
        return checked.map(found -> found.problems().stream().map(this::inWindow).toList()).orElse(List.of());
    }

    /** What the command line says of its options, as the form has it. */
    private String inWindow(String line) {
        return line.replace("with `assay models key " + name() + "`", "in the form")
                .replaceAll("set --schema (\\S+)", "set the form of a reply to $1")
                .replaceAll("--schema (\\S+)", "$1 as the form of a reply")
                .replace("with --max-tokens", "under Parameters")
                .replace("with --timeout", "under Connection");
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
