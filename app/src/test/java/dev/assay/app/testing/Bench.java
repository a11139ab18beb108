package dev.assay.app.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.platform.Picture;
import dev.assay.app.shell.Shortcuts;
import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Costs;
import dev.assay.app.workbench.Details;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.Navigator;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.OwnModels;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/**
 * One view in a real window on the headless platform, with everything that the shell gives it. Mouse and keyboard by {@link #robot}, keys of actions too; after
 * each step {@link #settle} waits until what was begun is shown. A fault in the background or on the JavaFX thread fails the test, and so does a view that
 * reads or changes the study on the JavaFX thread.
 */
public final class Bench implements AutoCloseable {

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Visited visited = new Visited();
    private final FxRobot robot = new FxRobot();
    private final StudyOnFxThread misuse = new StudyOnFxThread();
    private final Background background;
    private final Settings settings = new Settings();
    private final Workbench workbench;
    private final FakeDialogs dialogs = new FakeDialogs();
    private @Nullable Stage stage;

    public Bench(Study study) {
        this(study, new FixedModels(List.of()));
    }

    /** @param models of the person */
    public Bench(Study study, OwnModels models) {
        Toolkit.start();
        background = Background.ofToolkit(faults::add);
        OpenStudy open = new OpenStudy(study, Clocks.fixed());
        Jobs jobs = new Jobs(background, System::nanoTime, open::changed, faults::add);
        workbench = new Workbench(open, background, visited, new Actions(), jobs, new Details(), dialogs, settings, models, onFx(() -> new Costs(open, background, jobs)));
        onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
            settings.scheme().set(Settings.Scheme.LIGHT);
            return true;
        });
    }

    public Workbench workbench() {
        return workbench;
    }

    public Settings settings() {
        return settings;
    }

    /** Sets the size of text, in percent, where settings may be changed: on the JavaFX thread. */
    public void textSize(int percent) {
        onFx(() -> {
            settings.textSize().set(percent);
            return true;
        });
    }

    public FakeDialogs dialogs() {
        return dialogs;
    }

    /** Where the view has asked to go, the latest last. */
    public List<Place> visited() {
        return visited.places;
    }

    public FxRobot robot() {
        return robot;
    }

    /** Shows a view in a window. At most 980 × 900: the headless screen is no larger. The details pane is at the right, as in the shell. */
    public <V extends View> V show(Function<Workbench, V> make, Place place, int width, int height) {
        V view = onFx(() -> {
            V made = make.apply(workbench);
            BorderPane pane = new BorderPane(made.node());
            workbench.details().content().subscribe(content -> pane.setRight(content.<Region>map(Bench::details).orElse(null)));
            Scene scene = new Scene(pane, width, height);
            new Appearance(settings).dress(scene);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            stage = window;
            visited.here.set(place);
            workbench.actions().addAll(made.actions());
            Shortcuts.install(scene, workbench.actions(), () -> false);
            made.show(place);
            visited.here.subscribe((before, now) -> made.show(now));
            workbench.study().version().subscribe((before, now) -> made.show(visited.here.get()));
            return made;
        });
        settle();
        return view;
    }

    private static ScrollPane details(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("details-scroll");
        scroll.setPrefWidth(288);
        scroll.setMinWidth(288);
        return scroll;
    }

    /** Waits until nothing is under way and everything is laid out and painted; fails if something has gone wrong. */
    public void settle() {
        Awaitility.await().atMost(60, SECONDS).until(() -> {
            twoPulses();
            boolean idle = background.idle();
            twoPulses();
            return idle && background.idle();
        });
        assertThat(faults).isEmpty();
    }

    /** Writes what the window shows to {@code target/screens/NAME.png}. */
    public Path picture(String name) {
        settle();
        Path file = screen(name);
        Picture.write(onFx(() -> Picture.of(Objects.requireNonNull(stage).getScene())), file);
        return file;
    }

    /** Where the picture of that name is written to. */
    public static Path screen(String name) {
        Path file = Path.of("target", "screens", name + ".png");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Writes it in light ({@code NAME-light.png}) and in dark ({@code NAME-dark.png}). */
    public void pictures(String name) {
        new ThemePictures(settings, this::settle, () -> Objects.requireNonNull(stage).getScene()).write(name);
    }

    /** Presses a node in its middle, drags it sideways by so many pixels and lets go: the robot loses a divider of a few pixels. */
    public static void drag(Node node, double by) {
        onFx(() -> {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            double x = bounds.getCenterX();
            double y = bounds.getCenterY();
            Event.fireEvent(node, mouse(MouseEvent.MOUSE_PRESSED, x, y));
            Event.fireEvent(node, mouse(MouseEvent.MOUSE_DRAGGED, x + by, y));
            node.getScene().getRoot().layout();
            Event.fireEvent(node, mouse(MouseEvent.MOUSE_RELEASED, x + by, y));
            return true;
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        boolean isDown = type != MouseEvent.MOUSE_RELEASED;
        return new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, isDown, false, false, false, false, false, null);
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static <T extends @Nullable Object> T onFx(Callable<T> work) {
        Toolkit.start();
        if (Platform.isFxApplicationThread()) {
            return call(work);
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(60, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T extends @Nullable Object> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void twoPulses() {
        for (int i = 0; i < 2; i++) {
            onFx(() -> {
                Platform.requestNextPulse();
                return true;
            });
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            if (stage != null) {
                stage.close();
            }
            return true;
        });
        workbench.jobs().close();
        background.close();
        try (misuse) {
            assertThat(misuse.calls()).as("reads and changes of the study on the JavaFX thread").isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    private static final class Visited implements Navigator {
        private final List<Place> places = new ArrayList<>();
        private final ReadOnlyObjectWrapper<Place> here = new ReadOnlyObjectWrapper<>(Place.of(ViewId.OVERVIEW));

        @Override
        public void go(Place place) {
            places.add(place);
        }

        @Override
        public void settle(Place place) {
            here.set(place);
        }

        @Override
        public ObservableValue<Place> here() {
            ReadOnlyObjectProperty<Place> property = here.getReadOnlyProperty();
            return property;
        }
    }
}
