package dev.assay.app.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/**
 * Shows a document: native nodes, made bit by bit so that the window stays quick, text that can be selected and copied, passages that can be
 * marked. The scene, or a parent, needs {@link #stylesheet}.
 */
public final class DocumentView extends VBox {

    /** Time in which nodes are made before other things get their turn. */
    private static final long TURN_NANOS = 6_000_000;

    private final Executor later;
    private final Consumer<String> openLink;
    private BlockNodes nodes;
    private List<Block> blocks = List.of();
    private Document document = Document.EMPTY;
    private int made;
    private boolean waiting;
    private List<Mark> marks = List.of();
    private final TextSelection selection;
    private final Button more = new Button();
    private final Label limit = new Label("Compared up to the bar above: the first %,d words of each text".formatted(Differences.MOST_WORDS));

    /**
     * @param later runs work on the JavaFX thread, a little later
     * @param openLink told the address when a link is chosen; to ask before it does anything
     */
    public DocumentView(Executor later, Consumer<String> openLink) {
        this.later = later;
        this.openLink = openLink;
        nodes = new BlockNodes(openLink, DocumentView::copy);
        getStyleClass().add("text-document");
        selection = new TextSelection(this, () -> nodes.passages(), () -> document.text());
        more.getStyleClass().addAll("small", "text-more");
        more.managedProperty().bind(more.visibleProperty());
        more.setVisible(false);
        limit.getStyleClass().addAll("secondary", "text-limit");
        limit.setMaxWidth(Double.MAX_VALUE);
        limit.setMinHeight(USE_PREF_SIZE);
        Wrapping.on(limit);
    }

    /** Looks of the nodes; colours are tokens of the theme. */
    public static String stylesheet() {
        return Objects.requireNonNull(DocumentView.class.getResource("text.css")).toExternalForm();
    }

    /** Puts a text on the clipboard. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shows another document. */
    public void show(Document shown) {
        document = shown;
        blocks = shown.blocks();
        made = 0;
        marks = List.of();
        nodes = new BlockNodes(openLink, DocumentView::copy);
        selection.clear();
        more.setVisible(false);
        getChildren().setAll(more);
        makeLater();
    }

    /** Shows the beginning of a text, and a button that asks for more of it if there is more. */
    public void show(Manuscript manuscript, Consumer<Manuscript> showMore) {
        show(manuscript.document());
        offerMore(manuscript, showMore);
    }

    /** Shows more of the text that is shown: the blocks that are there stay. */
    public void showFurther(Manuscript manuscript, Consumer<Manuscript> showMore) {
        document = manuscript.document();
        blocks = document.blocks();
        offerMore(manuscript, showMore);
        makeLater();
    }

    private void offerMore(Manuscript manuscript, Consumer<Manuscript> showMore) {
        more.setVisible(!manuscript.complete());
        if (!manuscript.complete()) {
            int next = manuscript.pieces().get(manuscript.shown()).length();
            more.setText("Show %,d more of %,d hidden characters".formatted(next, manuscript.hidden()));
            more.setOnAction(event -> showMore.accept(manuscript));
        }
    }

    public Document document() {
        return document;
    }

    /** Sets passages off, and nothing else. */
    public void setMarks(List<Mark> shown) {
        marks = List.copyOf(shown);
        nodes.passages().forEach(passage -> passage.setMarks(marks));
        getChildren().remove(limit);
        placeLimit();
    }

    /** Below the block with the last word that was compared, once it has a node. */
    private void placeLimit() {
        Optional<Mark> last = marks.stream().filter(mark -> mark.kind() == Mark.Kind.LIMIT).findFirst();
        if (last.isEmpty() || getChildren().contains(limit)) {
            return;
        }
        nodes.passages().stream().filter(passage -> passage.passage().end() >= last.get().end()).findFirst().ifPresent(passage -> {
            Node block = passage;
            while (!equals(block.getParent())) {
                block = parent(block);
            }
            getChildren().add(getChildren().indexOf(block) + 1, limit);
        });
    }

    /** What the person has selected; empty if nothing. */
    public String selectedText() {
        return selection.text();
    }

    /** Whether all of the document has nodes. */
    public boolean complete() {
        return made == blocks.size();
    }

    /** Distance of a place in the text from the top of this node, in its coordinates; makes the nodes down to there. */
    public double top(int offset) {
        while (!complete() && (nodes.passages().isEmpty() || nodes.passages().getLast().passage().end() <= offset)) {
            makeNext();
        }
        applyCss();
        layout();
        for (PassageNode passage : nodes.passages()) {
            if (passage.passage().end() > offset) {
                double within = passage.place(offset).map(Rectangle2D::getMinY).orElse(0.0);
                return topOf(passage) + within;
            }
        }
        return 0;
    }

    private double topOf(Node node) {
        double top = 0;
        for (Node at = node; at != this; at = parent(at)) {
            Bounds bounds = at.getBoundsInParent();
            top += bounds.getMinY();
        }
        return top;
    }

    private static Parent parent(Node node) {
        return Objects.requireNonNull(node.getParent());
    }

    private void makeLater() {
        if (!waiting && !complete()) {
            waiting = true;
            later.execute(() -> {
                waiting = false;
                long end = System.nanoTime() + TURN_NANOS;
                while (!complete() && System.nanoTime() < end) {
                    makeNext();
                }
                makeLater();
            });
        }
    }

    /** The passages that have nodes. */
    List<PassageNode> passageNodes() {
        return nodes.passages();
    }

    private void makeNext() {
        int known = nodes.passages().size();
        Node node = nodes.make(blocks.get(made++));
        nodes.passages().subList(known, nodes.passages().size()).forEach(passage -> passage.setMarks(marks));
        getChildren().add(getChildren().size() - 1, node);
        placeLimit();
    }
}
