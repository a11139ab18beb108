package dev.assay.app.models;

import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OwnModels;
import dev.assay.app.workbench.OwnModels.Kept;
import dev.assay.app.workbench.OwnModels.UsualPrice;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.registry.CheckedModel;
import dev.assay.datasets.models.registry.LocalServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the view Models shows: the person's models, what tests of them have found, and servers on this computer. All methods on the JavaFX thread. */
final class ModelsModel {

    /** What is read of the models at once. */
    private record Listed(List<Kept> models, Map<String, UsualPrice> prices, List<String> problems) {}

    /** A test under way. */
    private record Check(ModelDefinition model, Cancellation cancellation) {}

    private final OwnModels models;
    private final Background background;
    private final Background.Latest listing;
    private final Background.Latest discovering;
    private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ModelForm>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<LocalServer>>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> unusable = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, Check> checking = new HashMap<>();
    private final Map<ModelDefinition, CheckedModel> checked = new HashMap<>();
    private Listed listed = new Listed(List.of(), Map.of(), List.of());
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

    ModelsModel(OwnModels models, Background background) {
        this.models = models;
        this.background = background;
        listing = background.latest(Duration.ZERO);
        discovering = background.latest(Duration.ZERO);
    }

    /** In the order in which they were added. */
    ObservableList<ModelRow> rows() {
        return rows;
    }

    /** What is being written down, if anything is. */
    ReadOnlyObjectProperty<Optional<ModelForm>> form() {
        return form.getReadOnlyProperty();
    }

    /** Servers on this computer, once they were looked for. */
    ReadOnlyObjectProperty<Optional<List<LocalServer>>> found() {
        return found.getReadOnlyProperty();
    }

    /** Why the last thing could not be done, in one line; empty if it could. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Entries of the person's list that cannot be used, one line for each. */
    ReadOnlyObjectProperty<List<String>> unusable() {
        return unusable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return listing.busy();
    }

    ReadOnlyBooleanProperty discovering() {
        return discovering.busy();
    }

    /** Whether it is known what models there are. */
    ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    void show() {
        listing.run(this::listed, this::take, this::fail);
    }

    private Listed listed() {
        List<Kept> all = models.list();
        Map<String, UsualPrice> prices = new HashMap<>();
        all.forEach(kept -> models.usualPrice(kept.definition()).ifPresent(price -> prices.put(kept.definition().name(), price)));
        return new Listed(all, prices, models.problems());
    }

    private void take(Listed now) {
        listed = now;
        unusable.set(now.problems());
        list();
        read.set(true);
    }

    private void list() {
        rows.setAll(listed.models().stream()
                .map(kept -> new ModelRow(
                        kept, Optional.ofNullable(listed.prices().get(kept.definition().name())), checking.containsKey(kept.definition().name()),
                        Optional.ofNullable(checked.get(kept.definition()))))
                .toList());
    }

    Optional<ModelRow> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    // ---- writing down ----

    void add() {
        write(new ModelForm(Optional.empty(), Optional.empty(), names(Optional.empty())));
    }

    void edit(ModelDefinition model) {
        write(new ModelForm(Optional.of(model), Optional.of(model), names(Optional.of(model.name()))));
    }

    /** A new one that begins as another is. */
    void duplicate(ModelDefinition model) {
        write(new ModelForm(Optional.of(renamed(model, free(model.name()))), Optional.empty(), names(Optional.empty())));
    }

    /** Whether something is written down that would be lost. */
    boolean isUnsaved() {
        return form.get().filter(ModelForm::isChanged).isPresent();
    }

    /** Nothing is written down any more; what was is forgotten. */
    void leave() {
        write(null);
    }

    private void write(@Nullable ModelForm next) {
        form.get().ifPresent(ModelForm::forgetKey);
        problem.set("");
        form.set(Optional.ofNullable(next));
    }

    /**
     * Keeps what was written down.
     *
     * @param isConfirmed whether the person has said that the address may be one that others can listen to
     */
    void save(boolean isConfirmed) {
        form.get().ifPresent(written -> written.checked().get().definition().ifPresent(model -> save(written, model, isConfirmed)));
    }

    private void save(ModelForm written, ModelDefinition model, boolean isConfirmed) {
        Optional<ApiKey> key = Optional.of(written.key().get()).filter(text -> !text.isBlank()).map(ApiKey::new);
        boolean isForSession = written.keyForSession().get();
        written.forgetKey();
        problem.set("");
        background.run(
                () -> {
                    models.put(written.before().map(ModelDefinition::name), model, isConfirmed);
                    key.ifPresent(given -> models.keepKey(model, given, isForSession));
                    return model;
                },
                saved -> {
                    changed();
                    edit(saved);
                },
                failure -> {
                    show();
                    fail(failure);
                });
    }

    void remove(ModelDefinition model) {
        background.run(
                () -> {
                    models.remove(model);
                    return true;
                },
                removed -> {
                    leave();
                    changed();
                },
                this::fail);
    }

    private void changed() {
        models.changed();
        show();
    }

    // ---- tests ----

    void check(ModelDefinition model) {
        if (checking.containsKey(model.name())) {
            return;
        }
        Check check = new Check(model, new Cancellation());
        checking.put(model.name(), check);
        list();
        background.ask(() -> models.check(model, check.cancellation()), result -> end(check, result), failure -> {
            end(check, Optional.empty());
            fail(failure);
        });
    }

    private void end(Check check, Optional<CheckedModel> result) {
        boolean isOver = checking.remove(check.model().name(), check);
        result.filter(found -> isOver).ifPresent(found -> checked.put(check.model(), found));
        list();
    }

    void checkAll() {
        rows.stream().map(ModelRow::definition).toList().forEach(this::check);
    }

    /** The tests under way are given up. */
    void cancelChecks() {
        checking.values().forEach(check -> check.cancellation().request());
    }

    boolean isChecking() {
        return !checking.isEmpty();
    }

    // ---- servers on this computer ----

    void discover() {
        leave();
        found.set(Optional.empty());
        discovering.run(models::discover, servers -> found.set(Optional.of(servers)), this::fail);
    }

    /** Adds a model of a server that was found. */
    void add(LocalServer server, String id) {
        ModelDefinition model = ModelDefinition.of(free(id.replace(',', ' ')), server.provider(), id, Optional.of(server.baseUrl()));
        problem.set("");
        background.run(
                () -> {
                    models.put(Optional.empty(), model, false);
                    return true;
                },
                added -> changed(),
                this::fail);
    }

    /** Whether there is a model for one of a server that was found. */
    boolean isAdded(LocalServer server, String id) {
        return rows.stream().map(ModelRow::definition).anyMatch(model -> model.provider() == server.provider()
                && model.model().equals(id)
                && model.address().equals(Optional.of(server.baseUrl())));
    }

    // ---- names ----

    private List<String> names(Optional<String> without) {
        return listed.models().stream().map(kept -> kept.definition().name()).filter(name -> without.filter(name::equals).isEmpty()).toList();
    }

    private String free(String wanted) {
        List<String> taken = names(Optional.empty());
        String name = wanted;
        for (int i = 2; taken.stream().anyMatch(name::equalsIgnoreCase); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    private static ModelDefinition renamed(ModelDefinition model, String name) {
        return new ModelDefinition(
                name, model.provider(), model.model(), model.baseUrl(), model.keyVariable(), model.parameters(), model.limits(), model.price(),
                model.headers(), model.proxy(), model.timeout());
    }

    private void fail(Throwable failure) {
        if (failure instanceof AssayException) {
            String message = String.valueOf(failure.getMessage());
            problem.set(Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".");
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else {
            throw new IllegalStateException(failure);
        }
    }
}
