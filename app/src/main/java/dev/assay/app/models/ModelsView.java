package dev.assay.app.models;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.Workbench;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** wip */
public final class ModelsView implements View {
    private final BorderPane root = new BorderPane();

    public ModelsView(Workbench workbench) {}

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Place place) {}

    @Override
    public List<Action> actions() {
        return List.of();
    }

    @Override
    public List<Node> regions() {
        return List.of();
    }
}
