package dev.assay.app.models;

import dev.assay.app.controls.EmptyState;
import dev.assay.app.controls.LoadingLine;
import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Details;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.OwnModels;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.registry.DefinitionCheck;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The view Models: the person's language models, whatever the study; to add, change, test and find them. */
public final class ModelsView implements View {

    static final String STYLESHEET = Objects.requireNonNull(ModelsView.class.getResource("/dev/assay/app/models/models.css")).toExternalForm();

    private static final String GROUP = ViewId.MODELS.title();

    private final Details details;
    private final Dialogs dialogs;
    private final ModelsModel model;
    private final BorderPane root = new BorderPane();
    private final HBox header = new HBox();
    private final ModelGrid grid;
    private final EmptyState empty;
    private final FoundPane found;
    private final BooleanProperty isEditing = new SimpleBooleanProperty();
    private final BooleanProperty isKept = new SimpleBooleanProperty();
    private final BooleanProperty isAny = new SimpleBooleanProperty();
    private final Action add;
    private final List<Action> actions;
    private Optional<ModelFormPane> pane = Optional.empty();

    public ModelsView(Workbench workbench) {
        this(workbench.models(), workbench.background(), workbench.settings(), workbench.details(), workbench.dialogs());
    }

    /** Also without a study. */
    public ModelsView(OwnModels models, Background background, Settings settings, Details details, Dialogs dialogs) {
        this.details = details;
        this.dialogs = dialogs;
        model = new ModelsModel(models, background);
        grid = new ModelGrid(model, settings, row -> instead(() -> model.edit(row.definition())), this::showPane);
        found = new FoundPane(model);
        empty = new EmptyState(
                "You have no language model set up yet. Add one by its provider and key, or look for servers on this computer.", "Look on this computer",
                this::discover);
        add = Action.of("models.add", "Add a model", GROUP, () -> instead(model::add)).key("N").icon(Feather.PLUS);
        actions = List.of(
                add,
                Action.of("models.discover", "Look for servers on this computer", GROUP, this::discover).key("D").icon(Feather.SEARCH),
                Action.of("models.save", "Save the model", GROUP, this::save).key("Shortcut+S").icon(Feather.CHECK).enabledWhen(isEditing),
                Action.of("models.test", "Test the model", GROUP, () -> chosen().ifPresent(model::check)).key("T").icon(Feather.ACTIVITY).enabledWhen(isKept),
                Action.of("models.test-all", "Test all models", GROUP, model::checkAll).enabledWhen(isAny),
                Action.of("models.cancel-tests", "Cancel the tests", GROUP, model::cancelChecks).enabledWhen(isAny),
                Action.of("models.duplicate", "Duplicate the model", GROUP, this::duplicate).icon(Feather.COPY).enabledWhen(isKept),
                Action.of("models.remove", "Remove the model…", GROUP, this::remove).key("Delete").icon(Feather.TRASH_2).enabledWhen(isKept));
        layOut();
        model.form().subscribe((before, now) -> showForm(now));
        model.rows().addListener((InvalidationListener) changed -> explain());
        model.read().subscribe(known -> explain());
    }

    private void layOut() {
        Button discover = new Button("Look on this computer", new FontIcon(Feather.SEARCH));
        discover.setOnAction(event -> discover());
        Button testAll = new Button("Test all", new FontIcon(Feather.ACTIVITY));
        testAll.setOnAction(event -> model.checkAll());
        testAll.disableProperty().bind(isAny.not());
        Label about = new Label("Yours on this computer, whatever the study; keys are never stored in it.");
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        Wrapping.on(about);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        List.of(discover, testAll).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        header.getStyleClass().add("view-header");
        header.getChildren().addAll(discover, testAll, space, about);
        Label unusable = new Label();
        Wrapping.on(unusable);
        unusable.getStyleClass().addAll("callout", "models-unusable");
        unusable.setMaxWidth(Double.MAX_VALUE);
        model.unusable().subscribe(lines -> {
            unusable.setText(String.join("\n", lines));
            unusable.setVisible(!lines.isEmpty());
            unusable.setManaged(!lines.isEmpty());
        });
        Label trouble = new Label();
        Wrapping.on(trouble);
        trouble.getStyleClass().addAll("callout", "models-unusable");
        trouble.setMaxWidth(Double.MAX_VALUE);
        Runnable tell = () -> {
            trouble.setText(isEditing.get() ? "" : model.problem().get());
            trouble.setVisible(!trouble.getText().isEmpty());
            trouble.setManaged(trouble.isVisible());
        };
        model.problem().subscribe(tell);
        isEditing.subscribe(tell);
        tell.run();
        root.getStyleClass().add("models-view");
        root.getStylesheets().add(STYLESHEET);
        root.setTop(new VBox(header, new LoadingLine(model.loading()), unusable, trouble));
        root.setCenter(new StackPane(grid, empty));
    }

    private void explain() {
        boolean isEmpty = model.read().get() && model.rows().isEmpty();
        empty.setVisible(isEmpty);
        grid.setVisible(!isEmpty);
        isAny.set(!model.rows().isEmpty());
    }

    private void showForm(Optional<ModelForm> form) {
        pane.ifPresent(ModelFormPane::close);
        pane = form.map(written -> new ModelFormPane(model, written, uses()));
        isEditing.set(form.isPresent());
        isKept.set(form.flatMap(ModelForm::before).isPresent());
        pane.ifPresentOrElse(details::show, details::hide);
        if (form.filter(written -> written.before().isEmpty()).isPresent()) {
            pane.ifPresent(ModelFormPane::enter);
        }
    }

    /** The details are closed when another view comes to the front; what was begun to be written is still there. */
    private void showPane() {
        pane.filter(form -> details.content().get().filter(form::equals).isEmpty()).ifPresent(details::show);
    }

    private void discover() {
        instead(() -> {
            model.discover();
            details.show(found);
        });
    }

    private void duplicate() {
        instead(() -> chosen().ifPresent(model::duplicate));
    }

    /** Does something in the place of what is written down; if that would be lost, after asking. */
    private void instead(Runnable next) {
        if (!model.isUnsaved()) {
            next.run();
            return;
        }
        String name = chosen().map(ModelDefinition::name).orElse("the new model");
        dialogs.confirm(
                "Not saved yet", "What you have written down about " + name + " is not saved, and a key that you have typed neither.", "Discard it", next);
    }

    private Optional<ModelDefinition> chosen() {
        return model.form().get().flatMap(ModelForm::before);
    }

    private void save() {
        pane.ifPresent(ModelFormPane::nameAll);
        model.form().get().flatMap(form -> form.checked().get().definition()).ifPresent(written -> {
            if (DefinitionCheck.needsConfirmation(written)) {
                dialogs.confirm(
                        "An open connection",
                        "Everything that is sent to " + written.address().map(Object::toString).orElse("") + ", the key too, can be read on its way, since the address"
                                + " is neither https nor on this computer.",
                        "Save it all the same",
                        () -> model.save(true));
            } else {
                model.save(false);
            }
        });
    }

    private void remove() {
        chosen().ifPresent(kept -> dialogs.confirm(
                "Remove " + kept.name(),
                "The model " + kept.name() + " and its key are removed from this computer. What it answered stays in your studies.",
                "Remove it",
                () -> model.remove(kept)));
    }

    private ModelFormPane.Uses uses() {
        return new ModelFormPane.Uses() {
            @Override
            public void save() {
                ModelsView.this.save();
            }

            @Override
            public void check() {
                chosen().ifPresent(model::check);
            }

            @Override
            public void cancelCheck() {
                model.cancelChecks();
            }

            @Override
            public void duplicate() {
                ModelsView.this.duplicate();
            }

            @Override
            public void remove() {
                ModelsView.this.remove();
            }
        };
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Place place) {
        model.show();
        showPane();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(add);
    }

    @Override
    public List<Node> regions() {
        return List.of(header, grid);
    }

    @Override
    public void close() {
        model.cancelChecks();
        model.leave();
        grid.close();
    }

    ModelsModel model() {
        return model;
    }

    ModelGrid grid() {
        return grid;
    }
}
