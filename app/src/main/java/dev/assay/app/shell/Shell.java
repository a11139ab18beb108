package dev.assay.app.shell;

import dev.assay.app.demo.Demo;
import dev.assay.app.models.KeptModels;
import dev.assay.app.models.ModelsView;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.reports.Report;
import dev.assay.app.settings.SettingsView;
import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Details;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.OwnModels;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window: opens and closes studies, and holds what every study needs. All methods on the JavaFX thread. */
public final class Shell implements AutoCloseable {

    private static final Dialogs.FileKind STUDY = new Dialogs.FileKind("Assay studies", "assay");

    /** The same as the command line's usual one, so that both write the same report. */
    private static final long REPORT_SEED = 1;

    private final Stage stage;
    private final Settings settings;
    private final Clock clock;
    private final Function<Workbench, Function<ViewId, View>> views;
    private final OwnModels models;
    private final Background background;
    private final Overlay overlay = new Overlay();
    private final Notices notices = new Notices();
    private final StackPane content = new StackPane();
    private final StackPane root = new StackPane(content, notices, overlay);
    private final Actions actions = new Actions();
    private final CrashReport crashes = new CrashReport(overlay);
    private final Dialogs dialogs;
    private final Appearance appearance;
    private final ReadOnlyObjectWrapper<Optional<Session>> session = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<StudyWindow> window = Optional.empty();
    private Optional<PageAlone> page = Optional.empty();
    private boolean isOpening;
    /** Of the study before: its last job may still be storing what it has, and keeps the file until then. */
    private CompletableFuture<Boolean> closed = CompletableFuture.completedFuture(true);

    /** The window of the program, with its own views. */
    public static Shell of(Stage stage, Settings settings, Clock clock) {
        return new Shell(stage, settings, clock, new Parts(Views::new, Optional.empty(), new KeptModels(PersonalModels.of(System.getenv(), System.getProperties(), clock))));
    }

    /**
     * What a window is made with.
     *
     * @param views makes what makes the views of a study
     * @param dialogs instead of the window's own, for tests
     * @param models language models of the person
     */
    record Parts(Function<Workbench, Function<ViewId, View>> views, Optional<Dialogs> dialogs, OwnModels models) {}

    Shell(Stage stage, Settings settings, Clock clock, Parts parts) {
        this.stage = stage;
        this.settings = settings;
        this.clock = clock;
        this.views = parts.views();
        this.models = parts.models();
        this.background = Background.ofToolkit(this::fault);
        this.dialogs = parts.dialogs().orElseGet(() -> new WindowDialogs(stage, overlay, notices));
        this.appearance = new Appearance(settings);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(notices, new Insets(0, 16, 48, 16));
        actions.addAll(new ShellActions(this, settings).all());
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> crashes.show(fault));
        Scene scene = new Scene(root);
        appearance.dress(scene);
        Shortcuts.install(scene, actions, overlay::isOpen);
        FileDrop.install(scene, this::take);
        stage.setScene(scene);
        showWelcome();
    }

    // ---- what the actions do ----

    /** Opens a study in place of the present one, unless it is that. */
    public void open(Path file) {
        replace("Open " + file.getFileName(), unlessOpen(file, () -> openToWriteOrRead(file)), () -> {});
    }

    /** Opens a study without the right to change it, unless it is open. */
    void openToRead(Path file) {
        replace("Open " + file.getFileName(), unlessOpen(file, () -> Study.openReadOnly(file)), () -> {});
    }

    private Callable<Optional<Study>> unlessOpen(Path file, Callable<Study> opening) {
        Optional<Path> present = session.get().map(open -> open.study().file());
        return () -> present.isPresent() && Files.exists(file) && Files.isSameFile(file, present.get())
                ? Optional.empty()
                : Optional.of(opening.call());
    }

    /** Another program may be writing it: then it can still be read. */
    private Study openToWriteOrRead(Path file) {
        try {
            return Study.open(file, clock);
        } catch (AssayException e) {
            if (!Files.exists(file)) {
                throw e;
            }
            Study readable;
            try {
                readable = Study.openReadOnly(file);
            } catch (AssayException unreadable) {
                e.addSuppressed(unreadable);
                throw e;
            }
            background.onScreen(() -> dialogs.notice("Opened for reading only: " + e.getMessage(), Optional.empty()));
            return readable;
        }
    }

    void chooseAndOpen() {
        dialogs.openFiles("Open a study", List.of(STUDY), files -> open(files.getFirst()));
    }

    void create() {
        dialogs.saveFile("New study", STUDY, "study.assay", file -> create(file, () -> {}));
    }

    private void create(Path file, Runnable then) {
        replace("New study", () -> Optional.of(Study.create(file, clock)), then);
    }

    /** Makes the demo study in the person's folder, or opens it if it was made before. */
    void openDemo(Path folder) {
        Path file = folder.resolve("demo.assay");
        if (Files.exists(file)) {
            open(file);
            return;
        }
        ProgressBox box = new ProgressBox("Making the demo study", overlay, background);
        background.run(
                () -> {
                    Files.createDirectories(folder);
                    return new Demo(clock, box.progress(), box.cancellation(), step -> {}).run(folder).study();
                },
                made -> {
                    box.close();
                    open(made);
                },
                failure -> {
                    box.close();
                    if (!(failure instanceof StoppedException)) {
                        tell("The demo study could not be made", failure);
                    }
                });
    }

    /** Closes the study and shows the welcome page. */
    void closeStudy() {
        ifMayLeave(() -> {
            leave();
            showWelcome();
        });
    }

    /** Models or settings, which belong to the person: in the study's window or, without a study, on a page of their own. */
    void openOwn(ViewId view) {
        if (session.get().isPresent()) {
            session.get().get().history().go(Place.of(view));
        } else {
            leavePage();
            Details details = new Details();
            View shown = view == ViewId.MODELS
                    ? new ModelsView(models, background, settings, details, dialogs)
                    : new SettingsView(settings, Optional.empty());
            PageAlone alone = new PageAlone(view, shown, details, actions, this::showWelcome);
            page = Optional.of(alone);
            content.getChildren().setAll(alone);
        }
    }

    private void leavePage() {
        page.ifPresent(PageAlone::close);
        page = Optional.empty();
    }

    void openPalette() {
        Map<PaletteModel.Kind, PaletteModel.Source> sources = new EnumMap<>(PaletteModel.Kind.class);
        sources.put(PaletteModel.Kind.STUDY, new RecentSearch(List.copyOf(settings.recentStudies()), this::open)::find);
        session.get().map(StudySearch::sources).ifPresent(sources::putAll);
        Palette.open(new PaletteModel(() -> window.map(StudyWindow::allActions).orElseGet(actions::all), sources, background), overlay);
    }

    void backUp() {
        Session open = session.get().orElseThrow();
        dialogs.saveFile("Copy the study", STUDY, "copy-of-" + open.study().file().getFileName(), file ->
                open.jobs().start("Copy the study", (progress, cancellation) -> {
                    open.study().study().backUp(file);
                    return new JobWork.Outcome("copied to " + file, 0, true);
                }));
    }

    void writeReport() {
        Session open = session.get().orElseThrow();
        dialogs.openFolder("Folder of the report", folder ->
                open.jobs().start("Report", (progress, cancellation) -> {
                    Study study = open.study().study();
                    ProfileLoader.Source source = new ProfileLoader().latest(study);
                    Profile profile = source.profile(ProfileOptions.seeded(REPORT_SEED));
                    Report.Written written = new Report(study, source, profile).write(folder, stopping(progress, cancellation));
                    return new JobWork.Outcome("written to " + written.page(), 0, true);
                }));
    }

    /** Ends, between two pieces of the work, what itself knows nothing of being stopped. */
    private static Progress stopping(Progress progress, Cancellation cancellation) {
        return (step, done, total) -> {
            if (cancellation.requested()) {
                throw new StoppedException(StoppedException.BY_PERSON);
            }
            progress.update(step, done, total);
        };
    }

    void importFiles() {
        dialogs.openFiles("Import files", List.of(), this::take);
    }

    void importFolder() {
        dialogs.openFolder("Import a folder", folder -> take(List.of(folder)));
    }

    /** What was dropped or chosen: a study is opened, everything else is imported, after a look at it. */
    private void take(List<Path> files) {
        if (files.size() == 1 && files.getFirst().toString().endsWith(".assay")) {
            open(files.getFirst());
        } else if (session.get().isPresent()) {
            new ImportPreview(session.get().get().workbench(), overlay).open(files);
        } else {
            dialogs.saveFile(
                    "Import into a new study", STUDY, "study.assay",
                    file -> create(file, () -> take(files)));
        }
    }

    // ---- for the actions ----

    /** The open study, if there is one. */
    ReadOnlyObjectProperty<Optional<Session>> session() {
        return session.getReadOnlyProperty();
    }

    Optional<StudyWindow> window() {
        return window;
    }

    Dialogs dialogs() {
        return dialogs;
    }

    Actions actions() {
        return actions;
    }

    Background background() {
        return background;
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Whether everything that was begun is shown. */
    boolean idle() {
        return background.idle();
    }

    /**
     * The new study is opened before the old one is closed: if it cannot be, one stays where one is.
     *
     * @param opening gives nothing if there is nothing to be replaced
     */
    private void replace(String title, Callable<Optional<Study>> opening, Runnable then) {
        if (isOpening) {
            return;
        }
        ifMayLeave(() -> {
            isOpening = true;
            CompletableFuture<Boolean> before = closed;
            background.run(
                    () -> {
                        before.join();
                        return opening.call();
                    },
                    opened -> {
                        isOpening = false;
                        opened.ifPresent(study -> {
                            leave();
                            enter(study);
                        });
                        then.run();
                    },
                    failure -> {
                        isOpening = false;
                        tell(title, failure);
                    });
        });
    }

    /** Asks before a job is stopped. */
    private void ifMayLeave(Runnable then) {
        if (isWorking()) {
            dialogs.confirm(
                    "A job is running",
                    "It stops after what is under way, which is kept, and can go on when the study is opened again.",
                    "Stop and close",
                    then);
        } else {
            then.run();
        }
    }

    private boolean isWorking() {
        return session.get().filter(open -> open.jobs().all().stream().anyMatch(Job::isUnderWay)).isPresent();
    }

    /** The study is closed behind the window, since a job may take a while to stop. */
    private void leave() {
        leavePage();
        window.ifPresent(StudyWindow::close);
        window = Optional.empty();
        Optional<Session> old = session.get();
        session.set(Optional.empty());
        if (old.isPresent()) {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            closed = done;
            background.run(
                    () -> {
                        try {
                            old.get().close();
                        } finally {
                            done.complete(true);
                        }
                        return true;
                    },
                    ended -> {});
        }
    }

    /** Asks if a job runs, lets it stop, closes everything, and calls back then. */
    void quit(Runnable then) {
        ifMayLeave(() -> {
            if (isWorking()) {
                Label waiting = new Label("What is under way is being stored.");
                overlay.show(new WindowDialogs.Box("Closing the study…", waiting), waiting);
            }
            leave();
            CompletableFuture<Boolean> last = closed;
            background.run(last::join, ended -> {
                background.close();
                then.run();
            });
        });
    }

    private void enter(Study study) {
        leavePage();
        Session opened = new Session(study, new Session.Program(background, actions, dialogs, settings, clock, models, views, crashes::show));
        StudyWindow shown = new StudyWindow(opened, actions, settings);
        session.set(Optional.of(opened));
        window = Optional.of(shown);
        content.getChildren().setAll(shown);
        stage.setTitle(study.file().getFileName() + (study.writable() ? "" : " (read only)") + " – Assay");
        Recents.add(settings.recentStudies(), study.file());
        study.copyOfOldFormat().ifPresent(copy ->
                dialogs.notice("The study was brought up to date; as it was before, it lies in " + copy.getFileName() + ".", Optional.empty()));
    }

    private void showWelcome() {
        leavePage();
        stage.setTitle("Assay");
        content.getChildren().setAll(new WelcomePage(actions, settings.recentStudies(), background, this::open));
    }

    private void fault(Throwable failure) {
        if (failure instanceof AssayException) {
            tell("That did not work", failure);
        } else {
            crashes.show(failure);
        }
    }

    private void tell(String title, Throwable failure) {
        if (failure instanceof AssayException) {
            dialogs.error(title, String.valueOf(failure.getMessage()));
        } else {
            crashes.show(failure);
        }
    }

    /** Stops what runs after its last unit, and closes everything. Waits for it. */
    @Override
    public void close() {
        leavePage();
        window.ifPresent(StudyWindow::close);
        session.get().ifPresent(Session::close);
        session.set(Optional.empty());
        background.close();
    }
}
