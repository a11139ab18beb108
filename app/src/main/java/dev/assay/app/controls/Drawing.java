package dev.assay.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A surface to draw on by hand: shapes on a canvas, text as nodes over it, which are used again with each drawing.
 *
 * <p>Text is never drawn on the canvas itself: a canvas lays it out on the thread that renders, and on Linux JavaFX's layout of complex
 * scripts is not safe against the same being done on the JavaFX thread (the shared layout is handed on before it is emptied).
 */
public final class Drawing extends Pane {

    private final Canvas canvas = new Canvas();
    private final Layer below = new Layer();
    private final Layer above = new Layer();
    private double originX;

    public Drawing() {
        canvas.setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(canvas, below, above);
    }

    /** Begins anew, on an empty surface of this size. */
    public void begin(double width, double height) {
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        below.begin(0, width, height);
        above.begin(0, width, height);
        originX = 0;
    }

    /** Text that is not {@linkplain #text on top} is seen only from this place on, to the right. */
    public void clipTextFrom(double x) {
        below.clip.setX(x);
        below.clip.setWidth(Math.max(0, canvas.getWidth() - x));
    }

    /** From now on, x of texts is counted from here. That of shapes is the canvas's own matter. */
    public void originX(double x) {
        originX = x;
    }

    /** Shapes. */
    public GraphicsContext shapes() {
        return canvas.getGraphicsContext2D();
    }

    /** Writes in the line whose middle is at y; x is where the text begins, has its middle, or ends. */
    public void text(String text, Font font, Color color, double x, double y, HPos align) {
        below.write(text, font, color, originX + x, y, align);
    }

    /** The same, never clipped. */
    public void textOnTop(String text, Font font, Color color, double x, double y, HPos align) {
        above.write(text, font, color, originX + x, y, align);
    }

    /** Ends a drawing: what was left over from the one before is gone. */
    public void end() {
        below.end();
        above.end();
    }

    private static final class Layer extends Pane {

        private final List<Text> texts = new ArrayList<>();
        private final Rectangle clip = new Rectangle();
        private int used;

        Layer() {
            setManaged(false);
            setClip(clip);
        }

        void begin(double x, double width, double height) {
            used = 0;
            clip.setX(x);
            clip.setWidth(width);
            clip.setHeight(height);
        }

        void write(String text, Font font, Color color, double x, double y, HPos align) {
            if (text.isEmpty()) {
                return;
            }
            Text node = next();
            node.setText(text);
            node.setFont(font);
            node.setFill(color);
            double width = align == HPos.LEFT ? 0 : node.getLayoutBounds().getWidth();
            node.setX(switch (align) {
                case LEFT -> x;
                case CENTER -> x - width / 2;
                case RIGHT -> x - width;
            });
            node.setY(y);
            node.setVisible(true);
        }

        private Text next() {
            if (used == texts.size()) {
                Text made = new Text();
                made.setManaged(false);
                made.setTextOrigin(VPos.CENTER);
                made.getStyleClass().add("drawn-text");
                texts.add(made);
                getChildren().add(made);
            }
            return texts.get(used++);
        }

        void end() {
            for (int i = used; i < texts.size(); i++) {
                texts.get(i).setVisible(false);
            }
        }
    }
}
