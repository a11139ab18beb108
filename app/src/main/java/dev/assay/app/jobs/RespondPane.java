package dev.assay.app.jobs;

import dev.assay.app.steps.ModelServices;
import dev.assay.app.text.TextTip;
import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.OwnModels;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.models.ModelDefinition;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is chosen before models answer the queries: who, how often, how many queries, for how much. */
public final class RespondPane extends VBox {

    private RespondPane(RespondModel model, Consumer<StepSetup> start) {
        this();
        Label about = words("Each model answers the queries, those with several turns turn by turn. What it has answered is not asked again.", "secondary");
        VBox boxes = new VBox(6);
        model.models().forEach(each -> boxes.getChildren().add(box(model, each)));
        Label problem = followed(model.problem(), "worse-text");
        Label plan = followed(model.plan(), "plain");
        Label estimate = followed(model.estimate(), "secondary");
        Button begin = new Button("Start answering", new FontIcon(Feather.PLAY));
        begin.getStyleClass().add("accent");
        begin.disableProperty().bind(model.setup().map(setup -> setup.isEmpty()));
        begin.setOnAction(event -> model.setup().get().ifPresent(start));
        CheckBox batch = new CheckBox("As batches: half the price, within a day");
        batch.selectedProperty().bindBidirectional(model.batch());
        getChildren().addAll(
                about, group("Models", boxes), field("Answers per query", "1", model.replicates()), field("Queries", "all", model.limit()),
                field("Budget of the run", "no limit", model.budget()), area("System prompt", "as each model has it", model.system()), batch, plan, estimate, problem, new HBox(begin),
                words("Every reply is kept in the study before it is read. It can be stopped at any time, and goes on where it was.", "secondary"));
    }

    private RespondPane() {
        getStyleClass().add("jobs-setup");
        getStylesheets().add(JobsView.STYLESHEET);
        Label title = new Label("Have models answer");
        title.getStyleClass().add("panel-title");
        getChildren().add(title);
    }

    /** Shows the set-up in the details of the window, as soon as the person's models are read. */
    public static void open(Workbench workbench, Consumer<StepSetup> start) {
        workbench.background().run(() -> read(workbench.models()), models -> {
            RespondPane pane = models.isEmpty()
                    ? nobody(() -> workbench.navigator().go(Place.of(ViewId.MODELS)))
                    : new RespondPane(new RespondModel(workbench.study(), workbench.background(), workbench.models(), models), start);
            workbench.details().show(pane);
        });
    }

    private static List<ModelDefinition> read(OwnModels models) {
        try (ModelServices services = models.services()) {
            return services.models();
        }
    }

    private static RespondPane nobody(Runnable toModels) {
        RespondPane pane = new RespondPane();
        Button add = new Button("Add a model", new FontIcon(Feather.PLUS));
        add.getStyleClass().add("accent");
        add.setOnAction(event -> toModels.run());
        pane.getChildren().addAll(words("You have no language model set up yet.", "plain"), new HBox(add));
        return pane;
    }

    private static Node box(RespondModel model, ModelDefinition each) {
        CheckBox box = new CheckBox(each.name());
        box.setMnemonicParsing(false);
        box.setMinWidth(0);
        box.setTooltip(TextTip.of(each.name() + "\n" + each.provider().id() + ", " + each.model()));
        box.selectedProperty().subscribe((before, isChosen) -> {
            if (isChosen) {
                model.chosen().add(each.name());
            } else {
                model.chosen().remove(each.name());
            }
        });
        return box;
    }

    private static Node field(String name, String empty, StringProperty text) {
        TextField field = new TextField();
        field.setPromptText(empty);
        field.textProperty().bindBidirectional(text);
        field.setAccessibleText(name);
        return group(name, field);
    }

    private static Node area(String name, String empty, StringProperty text) {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(false);
        area.setPromptText(empty);
        area.textProperty().bindBidirectional(text);
        area.setAccessibleText(name);
        return group(name, area);
    }

    private static Node group(String name, Node content) {
        Label label = new Label(name);
        label.getStyleClass().addAll("secondary", "medium");
        label.setLabelFor(content);
        return new VBox(4, label, content);
    }

    private static Label followed(ObservableStringValue text, String style) {
        Label label = words("", style);
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        Wrapping.on(label);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
