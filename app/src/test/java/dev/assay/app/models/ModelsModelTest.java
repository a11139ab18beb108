package dev.assay.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.platform.PersonalModels;
import dev.assay.app.testing.MemoryKeyring;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OwnModels.KeyState;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.registry.Discovery;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.ModelServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window, with a list on the disk and a server on this computer. */
class ModelsModelTest {

    private static final String KEY = "sk-planted-0a1b2c3d4e5f";

    private final ModelServer server = ModelServer.start();
    private PersonalModels person;
    private ModelsModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        Discovery discovery = new Discovery(List.of(new Discovery.Place("LM Studio", Provider.OPENAI, server.port())));
        person = PersonalModels.in(folder, new MemoryKeyring(), discovery, Map.of(), Clocks.fixed());
        model = new ModelsModel(new KeptModels(person), Background.immediate());
        model.show();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ModelForm form() {
        return model.form().get().orElseThrow();
    }

    private ModelDefinition kept(String name) {
        ModelDefinition definition = ModelDefinition.of(name, Provider.OPENAI, "judge", Optional.of(server.baseUrl()));
        person.registry().add(definition, false);
        model.show();
        return definition;
    }

    private List<String> names() {
        return model.rows().stream().map(ModelRow::name).toList();
    }

    @Test
    void aModelIsWrittenDownAndKeptWithItsKey() {
        assertThat(model.read().get()).isTrue();
        model.add();
        model.save(false);
        assertThat(names()).as("nothing is kept before everything that is needed is there").isEmpty();
        form().text(ModelField.NAME).set("alpha");
        form().text(ModelField.MODEL).set("judge");
        form().text(ModelField.BASE_URL).set(server.baseUrl().toString());
        form().key().set(KEY);
        ModelForm written = form();
        model.save(false);
        assertThat(names()).containsExactly("alpha");
        assertThat(written.key().get()).as("the key is forgotten where it was typed").isEmpty();
        assertThat(form().before()).map(ModelDefinition::name).contains("alpha");
        assertThat(model.row("alpha").orElseThrow().kept().key()).isEqualTo(new KeyState.InKeyring());
        assertThat(model.rows().toString()).doesNotContain(KEY);
    }

    @Test
    void whatWouldBeLostIsKnown() {
        ModelDefinition first = kept("first");
        assertThat(model.isUnsaved()).isFalse();
        model.edit(first);
        assertThat(model.isUnsaved()).as("nothing was written").isFalse();
        form().text(ModelField.MODEL).set("other");
        assertThat(model.isUnsaved()).isTrue();
        form().text(ModelField.MODEL).set("judge");
        assertThat(model.isUnsaved()).as("it is as it was").isFalse();
        form().key().set(KEY);
        assertThat(model.isUnsaved()).isTrue();
        model.leave();
        assertThat(model.isUnsaved()).isFalse();
    }

    @Test
    void aTestSaysWhatItFound() {
        ModelDefinition first = kept("first");
        model.check(first);
        assertThat(model.isChecking()).isFalse();
        assertThat(model.row("first").orElseThrow().checked().orElseThrow().ok()).isTrue();
        server.requireKey("another");
        model.checkAll();
        assertThat(model.row("first").orElseThrow().problems()).isNotEmpty();
    }

    @Test
    void aServerOfThisComputerIsFoundAndItsModelAdded() {
        model.discover();
        var found = model.found().get().orElseThrow().getFirst();
        String id = found.models().getFirst();
        model.add(found, id);
        assertThat(model.isAdded(found, id)).isTrue();
        model.add(found, id);
        assertThat(names()).as("no two have one name").containsExactly(id, id + " 2");
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        model.edit(kept("first"));
        form().text(ModelField.BASE_URL).set("http://models.example/v1");
        model.save(false);
        assertThat(model.problem().get()).isNotEmpty().endsWith(".");
        assertThat(person.registry().get("first").baseUrl()).contains(server.baseUrl());
        model.remove(person.registry().get("first"));
        assertThat(names()).isEmpty();
        assertThat(model.form().get()).isEmpty();
    }
}
