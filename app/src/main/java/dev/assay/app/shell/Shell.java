package dev.assay.app.shell;

import dev.assay.app.demo.Demo;
import dev.assay.app.models.KeptModels;
import dev.assay.app.models.ModelsView;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.settings.SettingsView;
import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Details;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window: shows the study, or the ways to one, and holds what every study needs. All methods on the JavaFX thread. */
public final class Shell implements AutoCloseable {

    private static final Dialogs.FileKind STUDY = new Dialogs.FileKind("Assay studies", "assay");

    private final Stage stage;
    private final Settings settings;
    private final Clock clock;
    private final OwnModels models;
    private final Background background;
    private final Overlay overlay = new Overlay();
    private final Notices notices = new Notices();
    private final StackPane content = new StackPane();
    private final StackPane root = new StackPane(content, notices, overlay);
    private final Actions actions = new Actions();
    private final CrashReport crashes = new CrashReport(overlay);
    private final Dialogs dialogs;
    private final Studies studies;
    private Optional<StudyWindow> window = Optional.empty();
    private Optional<PageAlone> page = Optional.empty();

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
        this.models = parts.models();
        this.background = Background.ofToolkit(this::fault);
        this.dialogs = parts.dialogs().orElseGet(() -> new WindowDialogs(stage, overlay, notices));
        this.studies = new Studies(
                new Session.Program(background, actions, dialogs, settings, clock, models, parts.views(), crashes::show),
                new Studies.Display(this::enter, this::leave), this::tell);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(notices, new Insets(0, 16, 48, 16));
        actions.addAll(new ShellActions(this, settings).all());
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> crashes.show(fault));
        Scene scene = new Scene(root);
        new Appearance(settings).dress(scene);
        Shortcuts.install(scene, actions, overlay::isOpen);
        FileDrop.install(scene, this::take);
        stage.setScene(scene);
        showWelcome();
    }

    // ---- what the actions do ----

    /** Opens a study in place of the present one, unless it is that. */
    public void open(Path file) {
        studies.open(file);
    }

    /** Opens a study without the right to change it, unless it is open. */
    void openToRead(Path file) {
        studies.openToRead(file);
    }

    void chooseAndOpen() {
        dialogs.openFiles("Open a study", List.of(STUDY), files -> open(files.getFirst()));
    }

    void create() {
        dialogs.saveFile("New study", STUDY, "study.assay", file -> studies.create(file, () -> {}));
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
        studies.ifMayLeave(() -> {
            studies.leave();
            showWelcome();
        });
    }

    /** Models or settings, which belong to the person: in the study's window or, without a study, on a page of their own. */
    void openOwn(ViewId view) {
        if (session().get().isPresent()) {
            session().get().get().history().go(Place.of(view));
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
        session().get().map(StudySearch::sources).ifPresent(sources::putAll);
        Palette.open(new PaletteModel(() -> window.map(StudyWindow::allActions).orElseGet(actions::all), sources, background), overlay);
    }

    void backUp() {
        Session open = session().get().orElseThrow();
        dialogs.saveFile("Copy the study", STUDY, "copy-of-" + open.study().file().getFileName(), file ->
                open.jobs().start("Copy the study", (progress, cancellation) -> {
                    open.study().study().backUp(file);
                    return new JobWork.Outcome("copied to " + file, 0, true);
                }));
    }

    void writeReport() {
        Session open = session().get().orElseThrow();
        dialogs.openFolder("Folder of the report", folder -> open.jobs().start("Report", new ReportJob(open.study().study(), folder)));
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
        } else if (session().get().isPresent()) {
            new ImportPreview(session().get().get().workbench(), overlay).open(files);
        } else {
            dialogs.saveFile(
                    "Import into a new study", STUDY, "study.assay",
                    file -> studies.create(file, () -> take(files)));
        }
    }

    // ---- for the actions ----

    /** The open study, if there is one. */
    ReadOnlyObjectProperty<Optional<Session>> session() {
        return studies.session();
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

    /** Asks if a job runs, lets it stop, closes everything, and calls back then. */
    void quit(Runnable then) {
        studies.ifMayLeave(() -> {
            if (studies.isWorking()) {
                Label waiting = new Label("What is under way is being stored.");
                overlay.show(new WindowDialogs.Box("Closing the study…", waiting), waiting);
            }
            studies.leave();
            CompletableFuture<Boolean> closed = studies.closed();
            background.run(closed::join, ended -> {
                background.close();
                then.run();
            });
        });
    }

    private void enter(Session opened) {
        StudyWindow shown = new StudyWindow(opened, actions, settings);
        window = Optional.of(shown);
        content.getChildren().setAll(shown);
        Study study = opened.study().study();
        stage.setTitle(study.file().getFileName() + (study.writable() ? "" : " (read only)") + " – Assay");
    }

    private void leave() {
        leavePage();
        window.ifPresent(StudyWindow::close);
        window = Optional.empty();
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
        studies.close();
        background.close();
    }
}
