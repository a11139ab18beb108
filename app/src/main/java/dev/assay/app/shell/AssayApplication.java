package dev.assay.app.shell;

import dev.assay.app.platform.PreferencesFile;
import dev.assay.app.platform.UserFolder;
import dev.assay.app.workbench.Settings;
import dev.assay.datasets.AssayException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;

/** The program with a window: its preferences, the window itself, and what happens when it is closed. */
public final class AssayApplication {

    private static final javafx.util.Duration BEFORE_SAVING = javafx.util.Duration.millis(500);

    private final Settings settings = new Settings();
    private final PreferencesFile preferences =
            new PreferencesFile(UserFolder.preferences(System.getenv(), System.getProperties()));
    private final CompletableFuture<Duration> startup = new CompletableFuture<>();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    private AssayApplication() {}

    /**
     * Opens the window and waits until the person closes it.
     *
     * @param study to open at once
     */
    public static void run(Optional<Path> study, Clock clock) {
        AssayApplication application = new AssayApplication();
        Platform.startup(() -> application.start(study, clock));
        application.closed.join();
    }

    /**
     * Opens the window, measures how long it took from the start of the process until it was painted, and closes it.
     *
     * @param study whose views are shown, each once, before the window is closed: a cache that is made of this run then holds what they need
     */
    public static Duration measureStartup(Optional<Path> study, Clock clock) {
        AssayApplication application = new AssayApplication();
        CompletableFuture<Shell> shell = new CompletableFuture<>();
        Platform.startup(() -> shell.complete(application.start(study, clock)));
        Duration duration = application.startup.join();
        if (study.isPresent()) {
            Tour tour = new Tour(shell.join());
            tour.settle();
            if (Tour.onFx(() -> shell.join().session().get().isPresent())) {
                tour.visit(shown -> {});
            }
        }
        Platform.exit();
        return duration;
    }

    private Shell start(Optional<Path> study, Clock clock) {
        Optional<String> trouble = preferences.load(settings);
        Stage stage = new Stage();
        Shell shell = Shell.of(stage, settings, clock);
        stage.setMinWidth(800);
        stage.setMinHeight(560);
        WindowMemory.restore(stage, settings);
        saveChanges();
        stage.setOnCloseRequest(event -> {
            event.consume();
            shell.quit(() -> {
                stage.hide();
                save();
                closed.complete(true);
                Platform.exit();
            });
        });
        stage.show();
        FirstPaint.after(stage.getScene(), () -> startup.complete(ProcessAge.now()));
        study.ifPresent(shell::open);
        trouble.ifPresent(text -> shell.dialogs().notice(text, Optional.empty()));
        return shell;
    }

    /** Changes come in swarms (a window that is dragged): they are written when it is quiet. */
    private void saveChanges() {
        PauseTransition quiet = new PauseTransition(BEFORE_SAVING);
        AtomicBoolean writing = new AtomicBoolean();
        quiet.setOnFinished(event -> {
            String json = PreferencesFile.toJson(settings);
            if (!writing.getAndSet(true)) {
                Thread.ofVirtual().start(() -> {
                    write(json);
                    writing.set(false);
                });
            } else {
                quiet.playFromStart();
            }
        });
        Runnable changed = quiet::playFromStart;
        settings.scheme().subscribe(changed);
        settings.textSize().subscribe(changed);
        settings.recentStudies().subscribe(changed);
        settings.remembered().subscribe(changed);
    }

    private void save() {
        write(PreferencesFile.toJson(settings));
    }

    private void write(String json) {
        try {
            preferences.write(json);
        } catch (AssayException e) {
            LoggerFactory.getLogger(AssayApplication.class).warn("{}", e.getMessage());
        }
    }
}
