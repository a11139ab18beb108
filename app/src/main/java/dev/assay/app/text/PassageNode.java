package dev.assay.app.text;

import dev.assay.app.text.Span.Code;
import dev.assay.app.text.Span.InlineCode;
import dev.assay.app.text.Span.Link;
import dev.assay.app.text.Span.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Shear;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A passage as lines of text. What is set off lies under the text as rectangles: the grounds of code and marks, the lines under marks, the
 * selection. They are drawn when the text is laid out, since only then is known where its lines break.
 */
final class PassageNode extends Region {

    private static final Logger LOG = LoggerFactory.getLogger(PassageNode.class);

    /** Beyond so many italic words the words are only a little bolder: each slanted word is a node of its own. */
    private static final int MOST_SLANTED_WORDS = 120;

    /** The bundled text font has no italic; its letters are slanted by about 11 degrees. */
    private static final double SLANT = -0.2;

    /** Width of the bar behind the last word that was compared. */
    private static final double BAR = 2;

    private static final double CODE_MARGIN = 2;
    static final double LEAST_WIDTH = 40;

    private final Passage passage;
    private final TextFlow flow = new TextFlow();
    private final Pane ground = new Pane();
    private final boolean fromRight;
    private List<Mark> marks = List.of();
    private int selectedFrom;
    private int selectedTo;
    private int slanted;
    /** The height for a width, as long as nothing changes: a column of passages is asked for its height again and again. */
    private double knownWidth = Double.NaN;
    private double knownHeight;

    /** @param openLink told the address when a link is chosen */
    PassageNode(Passage passage, Consumer<String> openLink) {
        this.passage = passage;
        ground.setManaged(false);
        ground.setMouseTransparent(true);
        for (Span span : passage.spans()) {
            for (Script.Run run : Script.runs(span.text())) {
                if (run.script() == Script.FROM_RIGHT) {
                    Pieces.words(run.text()).forEach(piece -> add(span.withText(piece), run.script(), openLink));
                } else {
                    add(span.withText(run.text()), run.script(), openLink);
                }
            }
        }
        boolean isCode = !passage.spans().isEmpty() && passage.spans().getFirst() instanceof Code;
        flow.getStyleClass().add(isCode ? "text-code-lines" : "text-lines");
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(passage.text());
        fromRight = !isCode && Script.runsFromRight(passage.text());
        flow.setNodeOrientation(fromRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        if (fromRight) {
            flow.getStyleClass().add("text-from-right");
        }
        getChildren().setAll(ground, flow);
    }

    /** Whether its lines begin at the right. */
    boolean isFromRight() {
        return fromRight;
    }

    Passage passage() {
        return passage;
    }

    /** Marks anywhere in the document; those in this passage are drawn. */
    void setMarks(List<Mark> all) {
        List<Mark> mine = Mark.within(all, passage);
        if (!mine.equals(marks)) {
            marks = mine;
            requestLayout();
        }
    }

    /** A range of the document; what lies in this passage is drawn as selected. */
    void select(int from, int to) {
        int mineFrom = Math.clamp(from - passage.start(), 0, passage.length());
        int mineTo = Math.clamp(to - passage.start(), 0, passage.length());
        if (mineFrom != selectedFrom || mineTo != selectedTo) {
            selectedFrom = mineFrom;
            selectedTo = mineTo;
            requestLayout();
        }
    }

    /** Offset in the document of the gap between characters that is nearest to a point of the scene. */
    int offsetAt(double sceneX, double sceneY) {
        Point2D point = flow.sceneToLocal(sceneX, sceneY);
        if (point.getY() < 0) {
            return passage.start();
        }
        if (point.getY() > flow.getHeight()) {
            return passage.end();
        }
        HitInfo hit = flow.getHitInfo(point);
        return passage.start() + Math.clamp(hit.getInsertionIndex(), 0, passage.length());
    }

    /** Where a character stands, in the coordinates of this node; empty before the first layout. */
    Optional<Rectangle2D> place(int offset) {
        int at = Math.clamp(offset - passage.start(), 0, Math.max(0, passage.length() - 1));
        return flow.getLayoutInfo().getSelectionGeometry(at, at + 1, true).stream().findFirst();
    }

    private void add(Span span, Script script, Consumer<String> openLink) {
        switch (span) {
            case Words words when words.emphasis().italic() && slanted < MOST_SLANTED_WORDS -> addSlanted(words, script);
            case Words words -> append(styled(words.text(), words.emphasis(), script));
            case InlineCode code -> append(coded(code.text(), script, TokenKind.PLAIN));
            case Code code -> append(coded(code.text(), script, code.kind()));
            case Link link -> append(linked(link, script, openLink));
        }
    }

    private void append(Text text) {
        flow.getChildren().add(text);
    }

    private void addSlanted(Words words, Script script) {
        for (String piece : Pieces.words(words.text())) {
            Text word = styled(piece, words.emphasis(), script);
            Shear shear = new Shear(SLANT, 0);
            word.layoutBoundsProperty().subscribe(bounds -> shear.setPivotY(bounds.getMaxY()));
            word.getTransforms().add(shear);
            append(word);
            slanted++;
        }
    }

    private static Text styled(String string, Span.Emphasis emphasis, Script script) {
        Text text = text(string, script, emphasis.strong() ? "text-strong" : emphasis.italic() ? "text-emphasis" : "text-plain");
        text.setStrikethrough(emphasis.struck());
        return text;
    }

    private static Text coded(String string, Script script, TokenKind kind) {
        Text text = text(string, script, "text-code");
        switch (kind) {
            case PLAIN -> {}
            case KEYWORD -> text.getStyleClass().add("text-keyword");
            case STRING -> text.getStyleClass().add("text-string");
            case COMMENT -> text.getStyleClass().add("text-comment");
            case NUMBER -> text.getStyleClass().add("text-number");
        }
        return text;
    }

    private static Text linked(Link link, Script script, Consumer<String> openLink) {
        Text text = styled(link.text(), link.emphasis(), script);
        text.getStyleClass().add("text-link");
        text.setFocusTraversable(true);
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setAccessibleText(link.text() + ", link to " + link.address());
        Tooltip.install(text, new Tooltip(link.address()));
        text.setOnMouseClicked(event -> {
            if (event.isStillSincePress()) {
                openLink.accept(link.address());
            }
        });
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openLink.accept(link.address());
                event.consume();
            }
        });
        return text;
    }

    private static Text text(String string, Script script, String style) {
        Text text = new Text(string);
        text.getStyleClass().addAll("text-span", style);
        switch (script) {
            case GENERAL, EMOJI, FROM_RIGHT -> {}
            case CJK -> text.getStyleClass().add(BundledScripts.CJK.styleClass());
            case HANGUL -> text.getStyleClass().add(BundledScripts.HANGUL.styleClass());
        }
        return text;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** Passages take the width they are given. To ask the text for one would lay it out in a single line, and then anew. */
    @Override
    protected double computePrefWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width != knownWidth) {
            knownHeight = height(width);
            knownWidth = width;
        }
        return knownHeight;
    }

    /**
     * JavaFX 26.0.2 throws when it breaks a line within letters that run from the right, at many widths. Their words stand alone, so that it
     * breaks between them; where a word is wider than the line, each letter stands alone.
     */
    private double height(double width) {
        try {
            return flow.prefHeight(width);
        } catch (ArrayIndexOutOfBoundsException e) {
            LOG.debug("a line could not be broken; its letters are laid out one by one", e);
            List<Node> letters = flow.getChildren().stream().flatMap(PassageNode::letters).toList();
            flow.getChildren().setAll(letters);
            flow.applyCss();
            return flow.prefHeight(width);
        }
    }

    private static Stream<Node> letters(Node node) {
        if (!(node instanceof Text text) || text.getText().codePoints().noneMatch(Script::isFromRight)) {
            return Stream.of(node);
        }
        return Pieces.letters(text.getText()).stream().map(letter -> {
            Text one = new Text(letter);
            one.getStyleClass().setAll(text.getStyleClass());
            one.setStrikethrough(text.isStrikethrough());
            one.setOnMouseClicked(text.getOnMouseClicked());
            return one;
        });
    }

    @Override
    public void requestLayout() {
        knownWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        ground.resizeRelocate(0, 0, getWidth(), getHeight());
        ground.getChildren().clear();
        drawCode();
        for (Mark mark : marks) {
            String style = switch (mark.kind()) {
                case QUOTE -> "text-quote-mark";
                case FOUND -> "text-found-mark";
                case DIFFERENT -> "text-different-mark";
                case LIMIT -> "text-limit-mark";
            };
            if (mark.kind() == Mark.Kind.LIMIT) {
                bar(mark.end(), style);
            } else {
                draw(geometry(mark.start(), mark.end()), style, 0, 0);
                underline(mark.start(), mark.end(), style + "-line");
            }
        }
        if (selectedFrom < selectedTo) {
            draw(geometry(selectedFrom, selectedTo), "text-selection", 0, 0);
        }
        // What is added while a scene is laid out would be painted once before it has its colours.
        ground.applyCss();
    }

    private void drawCode() {
        int at = 0;
        for (Span span : passage.spans()) {
            int end = at + span.text().length();
            if (span instanceof InlineCode) {
                draw(geometry(at, end), "text-code-ground", CODE_MARGIN, 4);
            }
            at = end;
        }
    }

    private List<Rectangle2D> geometry(int from, int to) {
        List<Rectangle2D> places = flow.getLayoutInfo().getSelectionGeometry(from, to, false);
        // Places in text from the right are counted from there.
        return fromRight ? places.stream().map(this::mirrored).toList() : places;
    }

    private Rectangle2D mirrored(Rectangle2D place) {
        return new Rectangle2D(Math.max(0, flow.getWidth() - place.getMaxX()), place.getMinY(), place.getWidth(), place.getHeight());
    }

    private void draw(List<Rectangle2D> places, String style, double margin, double arc) {
        for (Rectangle2D place : places) {
            Rectangle rectangle = new Rectangle(place.getMinX() - margin, place.getMinY(), place.getWidth() + 2 * margin, place.getHeight());
            rectangle.setArcWidth(2 * arc);
            rectangle.setArcHeight(2 * arc);
            rectangle.getStyleClass().add(style);
            ground.getChildren().add(rectangle);
        }
    }

    /** Upright, behind the character before this place. */
    private void bar(int end, String style) {
        geometry(Math.max(0, end - 1), end).stream().findFirst().ifPresent(last -> {
            double x = fromRight ? last.getMinX() - BAR : last.getMaxX();
            Rectangle bar = new Rectangle(x, last.getMinY(), BAR, last.getHeight());
            bar.getStyleClass().add(style);
            ground.getChildren().add(bar);
        });
    }

    private void underline(int from, int to, String style) {
        for (Rectangle2D place : geometry(from, to)) {
            Rectangle line = new Rectangle(place.getMinX(), place.getMaxY() - 1, place.getWidth(), 1);
            line.getStyleClass().add(style);
            ground.getChildren().add(line);
        }
    }

    /** The nodes of the text, for tests. */
    List<Node> texts() {
        return flow.getChildren();
    }
}
