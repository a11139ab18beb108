package dev.assay.app.models;

import dev.assay.app.text.CleanText;
import dev.assay.app.text.TextTip;
import dev.assay.app.text.Wrapping;
import dev.assay.datasets.models.registry.LocalServer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Servers on this computer, with what they offer, each model to be added by a click. */
final class FoundPane extends VBox {

    private final ModelsModel model;
    private final Label said = new Label();
    private final VBox servers = new VBox();

    FoundPane(ModelsModel model) {
        this.model = model;
        getStyleClass().add("models-form");
        getStylesheets().add(ModelsView.STYLESHEET);
        setMinWidth(0);
        Label title = new Label("On this computer");
        title.getStyleClass().add("panel-title");
        Wrapping.on(said);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("secondary");
        servers.getStyleClass().add("models-servers");
        Label problem = new Label();
        Wrapping.on(problem);
        problem.getStyleClass().add("callout");
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(title, said, problem, servers);
        model.found().subscribe(found -> show());
        model.discovering().subscribe(busy -> show());
        model.rows().addListener((ListChangeListener<ModelRow>) change -> show());
    }

    private void show() {
        servers.getChildren().clear();
        if (model.found().get().isEmpty()) {
            said.setText(model.discovering().get() ? "Looking for Ollama, LM Studio, llama.cpp and vLLM …" : "");
            return;
        }
        boolean isNone = model.found().get().get().isEmpty();
        said.setText(isNone ? "No server answers at the usual ports of Ollama, LM Studio, llama.cpp and vLLM. Start one and look again, or add a model by its base URL." : "");
        said.setManaged(isNone);
        model.found().get().get().forEach(server -> servers.getChildren().add(server(server)));
    }

    private Node server(LocalServer server) {
        Label name = new Label(CleanText.of(server.software()));
        name.getStyleClass().add("section-title");
        Label address = new Label(server.baseUrl().toString());
        address.getStyleClass().add("secondary");
        VBox box = new VBox(4, name, address);
        if (server.models().isEmpty()) {
            Label none = new Label("It offers no model yet.");
            none.getStyleClass().add("muted");
            box.getChildren().add(none);
        }
        server.models().forEach(id -> box.getChildren().add(offered(server, id)));
        return box;
    }

    private Node offered(LocalServer server, String id) {
        Label name = new Label(CleanText.of(id));
        name.setTooltip(TextTip.of(id));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(8, name);
        line.setAlignment(Pos.CENTER_LEFT);
        if (model.isAdded(server, id)) {
            Label added = new Label("added", new FontIcon(Feather.CHECK));
            added.getStyleClass().add("chip");
            added.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(added);
        } else {
            Button add = new Button("Add", new FontIcon(Feather.PLUS));
            add.setMinWidth(Region.USE_PREF_SIZE);
            add.setAccessibleText("Add " + id);
            add.setOnAction(event -> model.add(server, id));
            line.getChildren().add(add);
        }
        return line;
    }
}
