package dev.assay.app.queries;

import dev.assay.app.listing.QueryPlace;
import dev.assay.app.listing.QueryPlace.Tagged;
import dev.assay.app.queries.QueriesModel.Choices;
import dev.assay.taxonomy.tagging.NodeCounts;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where in the taxonomy the queries shall stand: nodes of the tree with their counts, found by typing, ticked by Enter, Space or a click. */
final class NodeChooser extends VBox {

    private final QueriesModel model;
    private final TextField field = new TextField();
    private final TreeView<Node> tree = new TreeView<>();
    private final ToggleGroup tagged = new ToggleGroup();

    NodeChooser(QueriesModel model) {
        this.model = model;
        getStyleClass().add("node-chooser");
        field.setPromptText("Find a category");
        field.setAccessibleText("Find a category by its name");
        field.textProperty().subscribe(this::fill);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && tree.getExpandedItemCount() > 0) {
                tree.requestFocus();
                tree.getSelectionModel().select(Math.max(0, tree.getSelectionModel().getSelectedIndex()));
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !field.getText().isBlank()) {
                firstFound().ifPresent(this::toggle);
                event.consume();
            }
        });
        tree.setShowRoot(false);
        tree.setAccessibleText("Categories");
        tree.setCellFactory(any -> new NodeCell(this::isChosen, this::count, this::toggle));
        tree.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            TreeItem<Node> at = tree.getSelectionModel().getSelectedItem();
            if (at != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                toggle(at.getValue());
                event.consume();
            } else if (event.getCode() == KeyCode.UP && tree.getSelectionModel().getSelectedIndex() == 0) {
                field.requestFocus();
                event.consume();
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(taggedChoice(), field, tree);
        model.choices().subscribe(this::fill);
        model.listed().subscribe(this::follow);
    }

    TextField field() {
        return field;
    }

    TreeView<Node> tree() {
        return tree;
    }

    private HBox taggedChoice() {
        HBox row = new HBox(16);
        for (Tagged choice : Tagged.values()) {
            RadioButton button = new RadioButton(switch (choice) {
                case ANY -> "All";
                case TAGGED -> "Tagged";
                case UNTAGGED -> "Untagged";
            });
            button.setToggleGroup(tagged);
            button.setUserData(choice);
            button.setOnAction(event -> model.ask(list -> list.withTagged(choice)));
            row.getChildren().add(button);
        }
        return row;
    }

    private void follow(QueryPlace list) {
        tagged.getToggles().stream().filter(toggle -> toggle.getUserData() == list.tagged()).findFirst().ifPresent(tagged::selectToggle);
        tree.refresh();
    }

    private void toggle(Node node) {
        model.ask(list -> {
            List<NodePath> paths = new ArrayList<>(list.nodes());
            if (!paths.remove(node.path())) {
                paths.add(node.path());
            }
            return list.withNodes(paths);
        });
    }

    private boolean isChosen(Node node) {
        return model.listed().get().nodes().contains(node.path());
    }

    private int count(Node node) {
        return model.choices().get().map(choices -> choices.nodes().queries(node)).orElse(0);
    }

    private Optional<Node> firstFound() {
        return model.choices().get().flatMap(choices -> NodeNames.find(choices.nodes().taxonomy().nodes(), field.getText()).findFirst());
    }

    /** The tree, or of it what is typed with what lies above. */
    private void fill() {
        TreeItem<Node> root = new TreeItem<>();
        model.choices().get().map(Choices::nodes).ifPresent(counts -> {
            boolean all = field.getText().isBlank();
            Set<String> kept = all ? Set.of() : withAncestors(counts);
            counts.taxonomy().domains().forEach(domain -> add(root, domain, counts, kept, all));
        });
        root.setExpanded(true);
        tree.setRoot(root);
    }

    private Set<String> withAncestors(NodeCounts counts) {
        return NodeNames.find(counts.taxonomy().nodes(), field.getText())
                .flatMap(node -> counts.taxonomy().lineage(node).stream())
                .map(Node::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void add(TreeItem<Node> parent, Node node, NodeCounts counts, Set<String> kept, boolean all) {
        if (!all && !kept.contains(node.id())) {
            return;
        }
        TreeItem<Node> item = new TreeItem<>(node);
        counts.taxonomy().children(node).forEach(child -> add(item, child, counts, kept, all));
        item.setExpanded(!all);
        parent.getChildren().add(item);
    }
}
