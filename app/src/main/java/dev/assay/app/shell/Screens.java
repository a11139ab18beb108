package dev.assay.app.shell;

import dev.assay.app.models.KeptModels;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.platform.Picture;
import dev.assay.app.workbench.Settings;
import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** Pictures of every view of a study, made without a display: for the documentation, and to look at. */
public final class Screens {

    private final Path study;
    private final Path folder;
    private final Settings.Scheme scheme;
    private final int width;
    private final int height;

    /**
     * @param folder for the pictures; made if it is not there
     * @param width of the window, in pixels
     */
    public Screens(Path study, Path folder, Settings.Scheme scheme, int width, int height) {
        this.study = study;
        this.folder = folder;
        this.scheme = scheme;
        this.width = width;
        this.height = height;
    }

    /** To be called before anything of JavaFX is: from then on this process has no display. */
    public static void withoutDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Writes a picture of each view, named after it.
     *
     * @param listener told of each picture
     * @throws AssayException if the study cannot be opened or the folder cannot be written
     */
    public List<Path> write(Clock clock, Consumer<Path> listener) {
        makeFolder();
        List<String> errors = new ArrayList<>();
        Shell shell = Tour.onFx(() -> open(clock, errors));
        try {
            Tour tour = new Tour(shell);
            tour.settle();
            if (!errors.isEmpty()) {
                throw new AssayException(errors.getFirst());
            }
            List<Path> files = new ArrayList<>();
            tour.visit(view -> {
                WritableImage picture = Tour.onFx(() -> Picture.of(shell.scene()));
                Path file = folder.resolve(view.name().toLowerCase(Locale.ROOT) + ".png");
                Picture.write(picture, file);
                listener.accept(file);
                files.add(file);
            });
            return files;
        } finally {
            Tour.onFx(() -> {
                shell.close();
                return true;
            });
        }
    }

    private Shell open(Clock clock, List<String> errors) {
        Settings settings = new Settings();
        settings.scheme().set(scheme);
        Stage stage = new Stage();
        Shell shell = new Shell(stage, settings, clock, new Shell.Parts(Views::new, Optional.of(new SilentDialogs(errors)), new KeptModels(PersonalModels.of(System.getenv(), System.getProperties(), clock))));
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        // The pictures are made of the scene. The platform without a display has a screen of 1,000 pixels a side, and fails at painting larger windows.
        stage.setIconified(true);
        shell.openToRead(study);
        return shell;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AssayException("cannot make the folder " + folder + " (" + e.getMessage() + "): choose another", e);
        }
    }
}
