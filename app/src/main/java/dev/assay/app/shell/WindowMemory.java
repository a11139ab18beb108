package dev.assay.app.shell;

import dev.assay.app.workbench.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was, if that is still on a screen, and remembers where it is. */
final class WindowMemory {

    private static final String NAME = "window";
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;
    /** So much of the title bar must be on a screen for the window to be within reach. */
    private static final double REACHABLE = 80;

    private WindowMemory() {}

    /** @param maximized whether the window fills the screen; its bounds are those it returns to */
    record Bounds(double x, double y, double width, double height, boolean maximized) {

        static Optional<Bounds> parse(String text) {
            String[] parts = text.split(" ", -1);
            try {
                return parts.length != 5
                        ? Optional.empty()
                        : Optional.of(new Bounds(
                                Double.parseDouble(parts[0]),
                                Double.parseDouble(parts[1]),
                                Double.parseDouble(parts[2]),
                                Double.parseDouble(parts[3]),
                                Boolean.parseBoolean(parts[4])));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f %b", x, y, width, height, maximized);
        }

        /** These bounds where they can be reached on one of the screens, no larger than it; else in the middle of the first. */
        Bounds on(List<Rectangle2D> screens) {
            Rectangle2D title = new Rectangle2D(x, y, Math.max(1, width), REACHABLE / 2);
            Optional<Rectangle2D> reached = screens.stream()
                    .filter(screen -> screen.intersects(title)
                            && screen.getMaxX() - x >= REACHABLE
                            && x + width - screen.getMinX() >= REACHABLE
                            && y >= screen.getMinY())
                    .max(Comparator.comparingDouble(this::shared));
            Rectangle2D screen = reached.orElse(screens.getFirst());
            double w = Math.min(width, screen.getWidth());
            double h = Math.min(height, screen.getHeight());
            if (reached.isEmpty()) {
                return new Bounds(screen.getMinX() + (screen.getWidth() - w) / 2, screen.getMinY() + (screen.getHeight() - h) / 2, w, h, maximized);
            }
            // One that had to shrink is brought in whole; another may hang over an edge, as a person has left it.
            return w == width && h == height
                    ? this
                    : new Bounds(Math.clamp(x, screen.getMinX(), screen.getMaxX() - w), Math.clamp(y, screen.getMinY(), screen.getMaxY() - h), w, h, maximized);
        }

        private double shared(Rectangle2D screen) {
            double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
            double down = Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY());
            return across * down;
        }
    }

    static void restore(Stage stage, Settings settings) {
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Bounds usual = new Bounds(Double.NEGATIVE_INFINITY, 0, USUAL_WIDTH, USUAL_HEIGHT, false);
        Bounds bounds = settings.recall(NAME).flatMap(Bounds::parse).orElse(usual).on(screens);
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximized());
        Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.subscribe(() -> keep(stage, settings)));
        stage.maximizedProperty().subscribe(() -> keep(stage, settings));
    }

    private static void keep(Stage stage, Settings settings) {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        Optional<Bounds> before = settings.recall(NAME).flatMap(Bounds::parse);
        boolean full = stage.isMaximized();
        Bounds now = full && before.isPresent()
                ? new Bounds(before.get().x(), before.get().y(), before.get().width(), before.get().height(), true)
                : new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), full);
        settings.remember(NAME, now.toString());
    }
}
