package dev.assay.app.models;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.platform.PersonalModels;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.MemoryKeyring;
import dev.assay.app.testing.SampleStudies;
import dev.assay.app.workbench.OwnModels.KeyState;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.registry.Discovery;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.ModelServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are added, tested, changed and removed, against a server of this computer. */
class ModelsViewTest {

    private static final int WIDTH = 980;
    private static final int HEIGHT = 880;
    /** Looked for in everything that can be seen, read or kept. */
    private static final String PLANTED = "sk-planted-7f3a9c0e5d1b";

    @TempDir
    Path folder;

    private final MemoryKeyring keyring = new MemoryKeyring();
    private ModelServer server;
    private Study study;
    private PersonalModels person;
    private Bench bench;
    private ModelsView view;

    @BeforeEach
    void open() {
        server = ModelServer.start();
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        Discovery discovery = new Discovery(List.of(new Discovery.Place("LM Studio", Provider.OPENAI, server.port())));
        person = PersonalModels.in(folder.resolve("person"), keyring, discovery, Map.of(), Clocks.fixed());
        bench = new Bench(study, new KeptModels(person));
        view = bench.show(ModelsView::new, Place.of(ViewId.MODELS), WIDTH, HEIGHT);
    }

    @AfterEach
    void close() {
        bench.close();
        study.close();
        server.close();
    }

    /** Looks again at what was set up behind the view's back. */
    private void show() {
        Bench.onFx(() -> {
            view.show(Place.of(ViewId.MODELS));
            return true;
        });
        bench.settle();
    }

    @Test
    void byKeyboardAModelIsWrittenDownSavedAndTested() {
        server.requireKey(PLANTED);
        press(KeyCode.N);
        bench.robot().write("alpha").type(KeyCode.TAB, 2).write("judge").type(KeyCode.TAB).write(server.baseUrl().toString());
        bench.robot().type(KeyCode.TAB).write(PLANTED);
        bench.settle();
        assertThat(seen()).noneMatch(text -> text.contains(PLANTED));
        bench.pictures("models-new");
        bench.robot().press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        awaitRows(1);
        ModelDefinition kept = person.registry().get("alpha");
        assertThat(kept.model()).isEqualTo("judge");
        assertThat(kept.baseUrl()).contains(server.baseUrl());
        assertThat(person.keys().find(kept).orElseThrow().key().value()).isEqualTo(PLANTED);
        assertThat(row("alpha").kept().key()).isEqualTo(new KeyState.InKeyring());

        // A letter is text while a field has the keyboard: F6 and its like leave it.
        bench.robot().press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        Bench.onFx(() -> {
            view.grid().enter();
            return true;
        });
        press(KeyCode.T);
        Awaitility.await().atMost(30, SECONDS).until(() -> row("alpha").checked().isPresent());
        bench.settle();
        assertThat(row("alpha").checked().orElseThrow().ok()).isTrue();
        assertThat(row("alpha").found()).contains("ms").contains("json-schema");
        bench.pictures("models-tested");
        assertThat(seen()).noneMatch(text -> text.contains(PLANTED));
        assertThat(files()).noneMatch(text -> text.contains(PLANTED));
    }

    @Test
    void whatIsWrongIsSaidUnderItsFieldAndNothingIsKept() {
        run("models.add");
        run("models.save");
        assertThat(texts()).contains("A name is needed.", "The id by which the service knows the model is needed.");
        bench.robot().write("al,pha").type(KeyCode.TAB, 3).write("not an address");
        bench.settle();
        assertThat(texts()).contains("At most 80 characters, without commas, in one line.", "An address such as https://api.example.com/v1.");
        bench.pictures("models-wrong");
        assertThat(person.registry().list()).isEmpty();
    }

    @Test
    void whatIsHalfWrittenIsNotGivenUpUnasked() {
        person.registry().add(model("first", "judge"), false);
        person.registry().add(model("second", "judge"), false);
        show();
        bench.robot().clickOn("first");
        bench.settle();
        bench.robot().clickOn("second");
        bench.settle();
        assertThat(bench.dialogs().said()).as("nothing was written").isEmpty();
        Bench.onFx(() -> {
            view.model().form().get().orElseThrow().key().set(PLANTED);
            return true;
        });
        bench.dialogs().refuse();
        bench.robot().clickOn("first");
        bench.settle();
        assertThat(bench.dialogs().said()).singleElement().asString().contains("second", "not saved").doesNotContain(PLANTED);
        run("models.add");
        bench.robot().clickOn("Look on this computer");
        bench.settle();
        assertThat(bench.dialogs().said()).hasSize(3);
        ModelForm form = Bench.onFx(() -> view.model().form().get().orElseThrow());
        assertThat(form.before().orElseThrow().name()).isEqualTo("second");
        assertThat(form.key().get()).isEqualTo(PLANTED);
        assertThat(Bench.onFx(() -> view.grid().getSelectionModel().getSelectedItem().name())).isEqualTo("second");
        bench.dialogs().agree();
        bench.robot().clickOn("first");
        bench.settle();
        assertThat(Bench.onFx(() -> view.model().form().get().orElseThrow().before().orElseThrow().name())).isEqualTo("first");
        assertThat(form.key().get()).as("a key that was discarded").isEmpty();
    }

    @Test
    void anOpenConnectionIsAskedAboutBeforeItIsKept() {
        run("models.add");
        bench.robot().write("far").type(KeyCode.TAB, 2).write("m").type(KeyCode.TAB).write("http://models.example/v1");
        bench.dialogs().refuse();
        run("models.save");
        assertThat(bench.dialogs().said()).anyMatch(text -> text.contains("http://models.example/v1") && text.contains("can be read on its way"));
        assertThat(person.registry().list()).isEmpty();
    }

    @Test
    void byMouseAServerIsFoundItsModelsAddedAndOneRemoved() {
        bench.robot().clickOn("Look on this computer");
        Awaitility.await().atMost(30, SECONDS).until(() -> Bench.onFx(() -> view.model().found().get().isPresent()));
        bench.settle();
        bench.pictures("models-found");
        bench.robot().clickOn("Add");
        awaitRows(1);
        assertThat(texts()).contains("added");
        assertThat(person.registry().list().getFirst().baseUrl().orElseThrow().getPort()).isEqualTo(server.port());
        String name = Bench.onFx(() -> view.model().rows().getFirst().name());
        Bench.onFx(() -> {
            view.grid().getSelectionModel().select(0);
            return true;
        });
        bench.settle();
        bench.robot().clickOn("Duplicate");
        bench.settle();
        run("models.save");
        awaitRows(2);
        bench.robot().clickOn("Remove…");
        awaitRows(1);
        assertThat(Bench.onFx(() -> view.model().rows().getFirst().name())).isEqualTo(name);
    }

    @Test
    void aTestOfASlowModelIsCancelled() {
        server.latency(Duration.ofSeconds(50));
        person.registry().add(model("slow", "judge"), false);
        show();
        Bench.onFx(() -> {
            view.grid().enter();
            return true;
        });
        bench.settle();
        run("models.test", false);
        Awaitility.await().atMost(10, SECONDS).until(() -> server.inFlight() == 1);
        run("models.cancel-tests", false);
        Awaitility.await().atMost(10, SECONDS).until(() -> !Bench.<Boolean>onFx(() -> view.model().isChecking()));
        assertThat(row("slow").checked()).isEmpty();
    }

    @Test
    void aRefusedKeyIsSaidWithWhatToDoAndTheKeyIsNowhere() {
        server.requireKey("another");
        ModelDefinition model = model("refused", "judge");
        person.registry().add(model, false);
        person.keys().keepForThisSession(model, new ApiKey(PLANTED));
        show();
        run("models.test-all");
        Awaitility.await().atMost(30, SECONDS).until(() -> row("refused").checked().isPresent());
        Bench.onFx(() -> {
            view.grid().enter();
            return true;
        });
        bench.settle();
        assertThat(row("refused").problems()).anyMatch(text -> text.contains("refuses the key") && text.contains("in the form"));
        assertThat(seen()).noneMatch(text -> text.contains(PLANTED));
        bench.pictures("models-refused");
    }

    @Test
    void pictures() {
        bench.pictures("models-empty");
        List<String> names = SampleStudies.SEVENTEEN.stream().filter(name -> name.length() <= 80).limit(14).toList();
        for (int i = 0; i < names.size(); i++) {
            ModelDefinition model = switch (i % 5) {
                case 0 -> model(names.get(i), "judge");
                case 1 -> ModelDefinition.of(names.get(i), Provider.OPENAI, "gpt-4.1-mini", Optional.empty());
                case 2 -> ModelDefinition.of(names.get(i), Provider.ANTHROPIC, "claude-sonnet-4-5", Optional.empty());
                case 3 -> model(names.get(i), "judge+auth").at(new Price(0.4, 1.6));
                default -> ModelDefinition.of(
                                names.get(i), Provider.OPENAI, "meta-llama/llama-3.1-405b-instruct", Optional.of(URI.create("https://openrouter.ai/api/v1")))
                        .with(new ModelLimits(Optional.of(500), Optional.of(200_000), Optional.of(32)));
            };
            person.registry().add(model, false);
        }
        show();
        for (String name : List.of(names.get(0), names.get(3))) {
            Bench.onFx(() -> {
                view.model().check(row(name).definition());
                return true;
            });
            Awaitility.await().atMost(30, SECONDS).until(() -> row(name).checked().isPresent());
        }
        bench.settle();
        bench.pictures("models-full");
        Bench.onFx(() -> {
            view.grid().getSelectionModel().select(3);
            return true;
        });
        bench.settle();
        bench.pictures("models-full-form");
        Bench.onFx(() -> {
            view.grid().getSelectionModel().select(1);
            bench.robot().lookup(node -> node instanceof TitledPane).queryAll().forEach(pane -> ((TitledPane) pane).setExpanded(true));
            return true;
        });
        bench.pictures("models-offer");
        bench.textSize(200);
        bench.pictures("models-200");
    }

    private ModelDefinition model(String name, String id) {
        return ModelDefinition.of(name, Provider.OPENAI, id, Optional.of(server.baseUrl()));
    }

    private ModelRow row(String name) {
        return Bench.onFx(() -> view.model().row(name).orElseThrow());
    }

    private void press(KeyCode key) {
        bench.robot().type(key);
        bench.settle();
    }

    private void run(String action) {
        run(action, true);
    }

    private void run(String action, boolean settled) {
        Bench.onFx(() -> {
            bench.workbench().actions().run(action);
            return true;
        });
        if (settled) {
            bench.settle();
        }
    }

    private void awaitRows(int count) {
        Awaitility.await().atMost(30, SECONDS).until(() -> Bench.onFx(() -> view.model().rows().size()) == count);
        bench.settle();
    }

    private List<String> texts() {
        return Bench.onFx(() -> bench.robot().lookup(node -> node instanceof Labeled && node.isVisible()).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null)
                .toList());
    }

    /** Everything that somebody could see, hear or copy: labels, tooltips, prompts, names for screen readers; not what stands in the field of the key. */
    private List<String> seen() {
        return Bench.onFx(() -> {
            List<String> all = new ArrayList<>();
            for (Node node : bench.robot().lookup(node -> true).queryAll()) {
                all.add(String.valueOf(node.getAccessibleText()));
                all.add(String.valueOf(node.getAccessibleHelp()));
                if (node instanceof Labeled label) {
                    all.add(String.valueOf(label.getText()));
                    all.add(Optional.ofNullable(label.getTooltip()).map(Tooltip::getText).orElse(""));
                }
                if (node instanceof TextInputControl field) {
                    all.add(field.getPromptText());
                    all.add(field.lookupAll(".text").toString());
                }
            }
            all.addAll(bench.dialogs().said());
            view.model().rows().forEach(row -> all.add(row.toString()));
            return all;
        });
    }

    /** What was written to the disk: the study, the list of models. */
    private List<String> files() {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(ModelsViewTest::content).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
