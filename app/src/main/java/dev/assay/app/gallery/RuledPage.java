package dev.assay.app.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** A drawn figure, pixel by pixel, in the middle of its room, with rulers in millimetres at its upper and left edge. */
final class RuledPage extends Region {

    private static final double MARGIN = 21;
    private static final double NUMBER = 2.1;
    private static final double LONG_TICK = 8;
    private static final double SHORT_TICK = 4;
    private static final double LEAST_BETWEEN_LABELS = 44;
    private static final double LEAST_BETWEEN_TICKS = 8;
    private static final List<Integer> STEPS = List.of(5, 10, 20, 50, 100, 200, 500);

    private final ImageView image = new ImageView();
    private final Rectangle frame = new Rectangle();
    private final Path ticks = new Path();
    /** Of the size that the numbers of the rulers have. */
    private final Text probe = new Text("0");
    private final List<Text> numbers = new ArrayList<>();
    private double widthMm = 1;
    private double heightMm = 1;

    RuledPage() {
        getStyleClass().add("figures-page");
        frame.getStyleClass().add("figures-frame");
        ticks.getStyleClass().add("figures-ticks");
        frame.setMouseTransparent(true);
        probe.getStyleClass().add("small");
        probe.setVisible(false);
        getChildren().addAll(image, frame, ticks, probe);
    }

    /** Room for the rulers at the left and above, and as much at the right and below so that the figure stands in the middle. */
    double margin() {
        return Math.rint(MARGIN + NUMBER * probe.getFont().getSize());
    }

    /** @param scale pixels of the screen per unit of the scene */
    void show(Preview.Drawn drawn, double scale) {
        Pixels pixels = drawn.pixels();
        image.setImage(Pictures.of(pixels));
        image.setSmooth(false);
        image.setFitWidth(pixels.width() / scale);
        image.setFitHeight(pixels.height() / scale);
        image.setAccessibleText(drawn.caption());
        widthMm = drawn.widthMm();
        heightMm = drawn.heightMm();
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return image.getFitWidth() + 2 * margin();
    }

    @Override
    protected double computePrefHeight(double width) {
        return image.getFitHeight() + 2 * margin();
    }

    @Override
    protected void layoutChildren() {
        double width = image.getFitWidth();
        double height = image.getFitHeight();
        double left = Math.max(margin(), Math.floor((getWidth() - width) / 2));
        double top = Math.max(margin(), Math.floor((getHeight() - height) / 2));
        image.relocate(left, top);
        frame.setX(left - 0.5);
        frame.setY(top - 0.5);
        frame.setWidth(width + 1);
        frame.setHeight(height + 1);
        getChildren().removeAll(numbers);
        numbers.clear();
        ticks.getElements().clear();
        double unit = width / widthMm;
        if (unit > 0) {
            ruler(left, top, unit, widthMm, true);
            ruler(left, top, unit, heightMm, false);
        }
        getChildren().addAll(numbers);
    }

    private void ruler(double left, double top, double unit, double mm, boolean across) {
        int labelled = STEPS.stream().filter(step -> step * unit >= LEAST_BETWEEN_LABELS).findFirst().orElse(STEPS.getLast());
        int between = labelled % 4 == 0 ? labelled / 4 : Math.max(1, labelled / 5);
        int step = between * unit >= LEAST_BETWEEN_TICKS ? between : labelled;
        for (int at = 0; at <= mm + 1e-6; at += step) {
            double place = Math.floor((across ? left : top) + at * unit) + 0.5;
            double edge = (across ? top : left) - 4.5;
            boolean isLabelled = at % labelled == 0;
            double end = edge - (isLabelled ? LONG_TICK : SHORT_TICK);
            ticks.getElements().addAll(
                    across ? new MoveTo(place, edge) : new MoveTo(edge, place), across ? new LineTo(place, end) : new LineTo(end, place));
            if (isLabelled) {
                number(String.format(Locale.ROOT, "%,d", at), across, place, end - 4);
            }
        }
    }

    private void number(String text, boolean across, double place, double end) {
        Text number = new Text(text);
        number.getStyleClass().addAll("small", "subtle");
        number.setTextOrigin(across ? VPos.BOTTOM : VPos.CENTER);
        numbers.add(number);
        getChildren().add(number);
        number.applyCss();
        double width = number.getLayoutBounds().getWidth();
        number.setX(Math.rint(across ? place - width / 2 : end - width));
        number.setY(Math.rint(across ? end : place));
        getChildren().remove(number);
    }
}
