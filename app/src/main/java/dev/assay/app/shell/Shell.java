package dev.assay.app.shell;

import dev.assay.app.demo.Demo;
import dev.assay.app.models.KeptModels;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.reports.Report;
import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.OwnModels;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
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
    private Optional<ModelsPage> modelsPage = Optional.empty();

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
        this.background = Background.threads(Platform::runLater, this::fault);
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

    /** Opens a study in place of the present one. */
    public void open(Path file) {
        replace("Open " + file.getFileName(), () -> openToWriteOrRead(file));
    }

    /** Opens a study without the right to change it. */
    void openToRead(Path file) {
        replace("Open " + file.getFileName(), () -> Study.openReadOnly(file));
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
        dialogs.saveFile("New study", STUDY, "study.assay", file -> replace("New study", () -> Study.create(file, clock)));
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
        leave(this::showWelcome);
    }

    /** The person's models, in the study's window or, without a study, on a page of their own. */
    void openModels() {
        if (session.get().isPresent()) {
            session.get().get().history().go(Place.of(ViewId.MODELS));
        } else if (modelsPage.isEmpty()) {
            ModelsPage page = new ModelsPage(models, background, settings, dialogs, actions, this::showWelcome);
            modelsPage = Optional.of(page);
            content.getChildren().setAll(page);
        }
    }

    private void leaveModels() {
        modelsPage.ifPresent(ModelsPage::close);
        modelsPage = Optional.empty();
    }

    void openPalette() {
        Palette.open(new PaletteModel(actions::all, session.get().map(StudySearch::sources).orElseGet(Map::of), background), overlay);
    }

    void backUp() {
        Session open = session.get().orElseThrow();
        dialogs.saveFile("Copy the study", STUDY, "copy-of-" + open.study().file().getFileName(), file ->
                open.jobs().start("Copy the study", (progress, cancellation) -> {
                    open.study().study().backUp(file);
                    return new JobWork.Outcome("copied to " + file, 0);
                }));
    }

    void writeReport() {
        Session open = session.get().orElseThrow();
        dialogs.openFolder("Folder of the report", folder ->
                open.jobs().start("Report", (progress, cancellation) -> {
                    Study study = open.study().study();
                    ProfileLoader.Source source = new ProfileLoader().latest(study);
                    Profile profile = source.profile(ProfileOptions.seeded(REPORT_SEED));
                    Report.Written written = new Report(study, source, profile).write(folder, progress);
                    return new JobWork.Outcome("written to " + written.page(), 0);
                }));
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
                    file -> replace("New study", () -> Study.create(file, clock), () -> take(files)));
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

    private void replace(String title, Callable<Study> opening) {
        replace(title, opening, () -> {});
    }

    /** The new study is opened before the old one is closed: if it cannot be, one stays where one is. */
    private void replace(String title, Callable<Study> opening, Runnable then) {
        background.run(opening, study -> leave(() -> {
            enter(study);
            then.run();
        }), failure -> tell(title, failure));
    }

    private void leave(Runnable then) {
        if (session.get().isEmpty()) {
            then.run();
            return;
        }
        Session old = session.get().get();
        window.ifPresent(StudyWindow::close);
        window = Optional.empty();
        session.set(Optional.empty());
        background.run(
                () -> {
                    old.close();
                    return true;
                },
                closed -> {});
        then.run();
    }

    private void enter(Study study) {
        leaveModels();
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
        leaveModels();
        stage.setTitle("Assay");
        content.getChildren().setAll(new WelcomePage(actions, settings.recentStudies(), this::open));
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
        leaveModels();
        window.ifPresent(StudyWindow::close);
        session.get().ifPresent(Session::close);
        session.set(Optional.empty());
        background.close();
    }
}
