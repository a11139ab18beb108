package dev.assay.app.models;

import dev.assay.app.controls.Choice;
import dev.assay.app.steps.Money;
import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.OwnModels.KeyState;
import dev.assay.app.workbench.OwnModels.UsualPrice;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.SchemaSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One model, to be looked at and written down; what is wrong stands under its field. */
final class ModelFormPane extends VBox {

    /** What can be done from here. */
    interface Uses {
        void save();

        void check();

        void cancelCheck();

        void duplicate();

        void remove();
    }

    private final ModelsModel model;
    private final ModelForm form;
    private final Uses uses;
    /** Whether the person has tried to save: then empty fields that must not be are named too. */
    private final BooleanProperty tried = new SimpleBooleanProperty();
    private final VBox state = new VBox();
    private final TextInputControl first;
    private Subscription following = Subscription.EMPTY;

    ModelFormPane(ModelsModel model, ModelForm form, Uses uses) {
        this.model = model;
        this.form = form;
        this.uses = uses;
        getStyleClass().add("models-form");
        getStylesheets().add(ModelsView.STYLESHEET);
        setMinWidth(0);
        Label title = new Label(form.before().map(before -> before.name()).orElse("New model"));
        title.getStyleClass().add("panel-title");
        Wrapping.on(title);
        first = control(ModelField.NAME);
        state.getStyleClass().add("models-state");
        Label problem = words("callout");
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(title, state, field(ModelField.NAME, first), labelled("Provider", provider()), field(ModelField.MODEL), field(ModelField.BASE_URL));
        getChildren().addAll(keys());
        getChildren().addAll(
                prices(), folded("Limits", ModelField.REQUESTS_PER_MINUTE, ModelField.TOKENS_PER_MINUTE, ModelField.CONCURRENCY),
                folded(
                        "Parameters", ModelField.TEMPERATURE, ModelField.TOP_P, ModelField.MAX_TOKENS, ModelField.SEED, ModelField.REASONING_EFFORT,
                        ModelField.SYSTEM_PROMPT),
                connection(), problem, buttons());
        ListChangeListener<ModelRow> rows = change -> showState();
        model.rows().addListener(rows);
        following = () -> model.rows().removeListener(rows);
        showState();
    }

    /** Gives the focus to the first field, as soon as it is in the window. */
    void enter() {
        first.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(() -> {
                    first.requestFocus();
                    first.selectAll();
                });
            }
        });
    }

    /** From now on fields that must not be empty are named. */
    void nameAll() {
        tried.set(true);
    }

    void close() {
        following.unsubscribe();
    }

    // ---- what is known of it ----

    private void showState() {
        state.getChildren().clear();
        form.before().flatMap(before -> model.row(before.name())).ifPresent(row -> {
            Label test = words("secondary");
            test.setText(row.found().isEmpty() ? "Test: " + row.test() : "Test: " + row.test() + ", " + row.found());
            state.getChildren().add(test);
            row.problems().forEach(line -> {
                Label problem = words(row.checked().filter(found -> !found.ok()).isPresent() ? "worse-text" : "secondary");
                problem.setText(Character.toUpperCase(line.charAt(0)) + line.substring(1) + ".");
                state.getChildren().add(problem);
            });
            Button check = button(row.isChecking() ? "Cancel test" : "Test", row.isChecking() ? Feather.X : Feather.ACTIVITY);
            check.setOnAction(event -> {
                if (row.isChecking()) {
                    uses.cancelCheck();
                } else {
                    uses.check();
                }
            });
            Button duplicate = button("Duplicate", Feather.COPY);
            duplicate.setOnAction(event -> uses.duplicate());
            Button remove = button("Remove…", Feather.TRASH_2);
            remove.setOnAction(event -> uses.remove());
            state.getChildren().add(new FlowPane(8, 8, check, duplicate, remove));
        });
        state.setManaged(!state.getChildren().isEmpty());
    }

    // ---- fields ----

    private Node provider() {
        Choice<Provider> box = choice("Provider", List.of(Provider.values()), ModelFormPane::name);
        box.valueProperty().bindBidirectional(form.provider());
        return box;
    }

    private static String name(Provider provider) {
        return switch (provider) {
            case OPENAI -> "OpenAI, or compatible with it";
            case ANTHROPIC -> "Anthropic";
            case GEMINI -> "Google Gemini";
            case OLLAMA -> "Ollama";
            case AZURE -> "Azure OpenAI";
        };
    }

    private List<Node> keys() {
        PasswordField key = new PasswordField();
        key.textProperty().bindBidirectional(form.key());
        key.setPromptText(form.before()
                .flatMap(before -> model.row(before.name()))
                .filter(row -> !(row.kept().key() instanceof KeyState.Missing) && !(row.kept().key() instanceof KeyState.NotNeeded))
                .map(row -> "kept (" + row.key() + "); type to change")
                .orElse("never shown, in no file"));
        ToggleGroup places = new ToggleGroup();
        RadioButton keyring = place("In the keyring of this computer", false, places);
        RadioButton session = place("For this session only", true, places);
        return List.of(labelled("Key", key), new VBox(4, keyring, session), field(ModelField.KEY_VARIABLE));
    }

    private RadioButton place(String name, boolean isForSession, ToggleGroup places) {
        RadioButton place = new RadioButton(name);
        place.setToggleGroup(places);
        place.setSelected(form.keyForSession().get() == isForSession);
        place.setOnAction(event -> form.keyForSession().set(isForSession));
        return place;
    }

    private Node prices() {
        VBox box = new VBox(field(ModelField.PRICE_IN), field(ModelField.PRICE_OUT));
        form.before().flatMap(before -> model.row(before.name())).flatMap(ModelRow::usual).ifPresent(usual -> box.getChildren().add(offer(usual)));
        box.getStyleClass().add("models-group");
        return box;
    }

    private Node offer(UsualPrice usual) {
        Button offer = new Button(String.format(
                Locale.ROOT, "Take %s / %s, as of %s", Money.of(usual.price().in()), Money.of(usual.price().out()), usual.asOf()));
        offer.getStyleClass().addAll("link", "models-offer");
        offer.setOnAction(event -> {
            form.text(ModelField.PRICE_IN).set(ModelForm.plain(usual.price().in()));
            form.text(ModelField.PRICE_OUT).set(ModelForm.plain(usual.price().out()));
        });
        return offer;
    }

    private Node connection() {
        Choice<Optional<SchemaSupport>> schema = choice(
                "Form of a reply", schemas(), chosen -> chosen.map(SchemaSupport::id).orElse("as the provider usually has it"));
        schema.valueProperty().bindBidirectional(form.schema());
        TitledPane folded = folded("Connection", ModelField.TIMEOUT, ModelField.HEADERS, ModelField.PROXY, ModelField.EXTRA_BODY);
        ((VBox) folded.getContent()).getChildren().addFirst(labelled("Form of a reply", schema));
        return folded;
    }

    private static List<Optional<SchemaSupport>> schemas() {
        List<Optional<SchemaSupport>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (SchemaSupport support : SchemaSupport.values()) {
            all.add(Optional.of(support));
        }
        return all;
    }

    /** Opens by itself where something is set. */
    private TitledPane folded(String title, ModelField... fields) {
        VBox content = new VBox();
        content.getStyleClass().add("models-group");
        boolean isSet = false;
        for (ModelField field : fields) {
            content.getChildren().add(field(field));
            isSet |= !form.text(field).get().isBlank();
        }
        TitledPane pane = new TitledPane(title, content);
        pane.setAnimated(false);
        pane.setExpanded(isSet);
        return pane;
    }

    private Node field(ModelField field) {
        return field(field, control(field));
    }

    private Node field(ModelField field, TextInputControl control) {
        Label problem = words("worse-text");
        problem.getStyleClass().add("small");
        Runnable show = () -> {
            String trouble = form.checked().get().problems().getOrDefault(field, "");
            boolean isTold = tried.get() || !form.text(field).get().isBlank();
            problem.setText(isTold ? trouble : "");
            problem.setVisible(!problem.getText().isEmpty());
            problem.setManaged(problem.isVisible());
            control.setAccessibleHelp(problem.getText());
        };
        form.checked().subscribe(show);
        tried.subscribe(show);
        show.run();
        VBox box = new VBox(4, labelled(field.title(), control), problem);
        return box;
    }

    private TextInputControl control(ModelField field) {
        TextInputControl control = field.hasLines() ? area() : new TextField();
        control.setPromptText(field.prompt());
        control.textProperty().bindBidirectional(form.text(field));
        return control;
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(false);
        return area;
    }

    private Node buttons() {
        Button save = button("Save", Feather.CHECK);
        save.getStyleClass().add("accent");
        save.setOnAction(event -> uses.save());
        return new FlowPane(8, 8, save);
    }

    private static Node labelled(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().addAll("secondary", "medium");
        label.setLabelFor(control);
        Wrapping.on(label);
        control.setAccessibleText(name);
        return new VBox(4, label, control);
    }

    private static <T> Choice<T> choice(String name, List<T> choices, Function<T, String> words) {
        Choice<T> box = new Choice<>(name, words);
        box.getItems().setAll(choices);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static Button button(String text, Feather icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Label words(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        Wrapping.on(label);
        return label;
    }
}
