package dev.assay.app.shell;

import dev.assay.app.platform.UserFolder;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.ViewId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/** What can be done wherever one is. */
final class ShellActions {

    private static final int TEXT_STEP = 10;

    private final Shell shell;
    private final Settings settings;
    private final ObservableValue<Boolean> inStudy;

    ShellActions(Shell shell, Settings settings) {
        this.shell = shell;
        this.settings = settings;
        inStudy = shell.session().map(Optional::isPresent);
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>();
        all.addAll(study());
        all.addAll(edit());
        all.addAll(places());
        all.addAll(look());
        return all;
    }

    private List<Action> study() {
        return List.of(
                Action.of("study.open", "Open study…", "Study", shell::chooseAndOpen).key("Shortcut+O").icon(Feather.FOLDER),
                Action.of("study.new", "New study…", "Study", shell::create).key("Shortcut+N").icon(Feather.FILE_PLUS),
                Action.of("study.demo", "Open demo", "Study", () -> shell.openDemo(UserFolder.demo(System.getProperties())))
                        .icon(Feather.PLAY),
                Action.of("study.import", "Import…", "Study", shell::importFiles).key("Shortcut+I").icon(Feather.DOWNLOAD),
                Action.of("study.import-folder", "Import a folder…", "Study", shell::importFolder).icon(Feather.FOLDER_PLUS),
                Action.of("study.backup", "Copy study to…", "Study", shell::backUp).icon(Feather.COPY).enabledWhen(inStudy),
                Action.of("study.report", "Write report…", "Study", shell::writeReport).icon(Feather.FILE_TEXT).enabledWhen(inStudy),
                Action.of("study.close", "Close study", "Study", shell::closeStudy).key("Shortcut+W").enabledWhen(inStudy));
    }

    private List<Action> edit() {
        return List.of(
                Action.of("edit.undo", "Undo", "Edit", () -> edits(Edits::undo)).key("Shortcut+Z").icon(Feather.CORNER_UP_LEFT)
                        .labelled(labelled("Undo", Edits::undoable))
                        .enabledWhen(ofStudy(session -> session.edits().undoable().map(Optional::isPresent))),
                Action.of("edit.redo", "Redo", "Edit", () -> edits(Edits::redo)).key("Shortcut+Shift+Z").icon(Feather.CORNER_UP_RIGHT)
                        .labelled(labelled("Redo", Edits::redoable))
                        .enabledWhen(ofStudy(session -> session.edits().redoable().map(Optional::isPresent))));
    }

    /** Follows the top of the history. */
    private ObservableValue<String> labelled(String verb, Function<Edits, ObservableValue<Optional<String>>> edit) {
        ObservableValue<Optional<String>> nothing = new ReadOnlyObjectWrapper<>(Optional.empty());
        return shell.session()
                .flatMap(session -> session.map(Session::edits).map(edit).orElse(nothing))
                .map(what -> what.map(description -> verb + ": " + description).orElse(verb));
    }

    private void edits(Consumer<Edits> work) {
        shell.session().get().map(Session::edits).ifPresent(work);
    }

    private List<Action> places() {
        List<Action> places = new ArrayList<>();
        places.add(Action.of("view.palette", "Search or run a command", "View", shell::openPalette).key("Shortcut+K").icon(Feather.SEARCH));
        places.add(Action.of("view.back", "Back", "View", () -> history(History::back)).key("Alt+Left").icon(Feather.CHEVRON_LEFT)
                .enabledWhen(ofStudy(session -> session.history().canGoBack())));
        places.add(Action.of("view.forward", "Forward", "View", () -> history(History::forward)).key("Alt+Right").icon(Feather.CHEVRON_RIGHT)
                .enabledWhen(ofStudy(session -> session.history().canGoForward())));
        int number = 1;
        for (ViewId view : ViewId.values()) {
            places.add(Action.of("view." + view.name().toLowerCase(Locale.ROOT), "Go to " + view.title(), "View",
                            () -> go(view))
                    .key("Shortcut+" + number++)
                    .icon(view.icon())
                    .enabledWhen(isOwn(view) ? new ReadOnlyBooleanWrapper(true) : inStudy));
        }
        places.add(Action.of("view.next-part", "Next part of the window", "View", () -> window(window -> window.nextRegion(1)))
                .key("F6").enabledWhen(inStudy));
        places.add(Action.of("view.previous-part", "Previous part of the window", "View", () -> window(window -> window.nextRegion(-1)))
                .key("Shift+F6").enabledWhen(inStudy));
        places.add(Action.of("view.tray", "Show or hide the job tray", "View", () -> window(window -> window.tray().toggle()))
                .key("Shortcut+J").icon(Feather.ACTIVITY).enabledWhen(inStudy));
        places.add(Action.of("view.close-details", "Close details", "View", () ->
                        shell.session().get().ifPresent(session -> session.workbench().details().hide()))
                .key("Esc")
                .enabledWhen(ofStudy(session -> session.workbench().details().content().map(Optional::isPresent))));
        return places;
    }

    private List<Action> look() {
        return List.of(
                Action.of("look.light", "Light theme", "View", () -> settings.scheme().set(Scheme.LIGHT)).icon(Feather.SUN),
                Action.of("look.dark", "Dark theme", "View", () -> settings.scheme().set(Scheme.DARK)).icon(Feather.MOON),
                Action.of("look.system", "Theme of the system", "View", () -> settings.scheme().set(Scheme.SYSTEM)).icon(Feather.MONITOR),
                Action.of("look.larger", "Larger text", "View", () -> resize(TEXT_STEP)).key("Shortcut+EQUALS").icon(Feather.ZOOM_IN),
                Action.of("look.smaller", "Smaller text", "View", () -> resize(-TEXT_STEP)).key("Shortcut+MINUS").icon(Feather.ZOOM_OUT),
                Action.of("look.usual-size", "Usual size of text", "View", () -> settings.textSize().set(100)).key("Shortcut+0"));
    }

    private void resize(int step) {
        settings.textSize().set(settings.textSize().get() + step);
    }

    /** The person's models and settings belong to no study. */
    private static boolean isOwn(ViewId view) {
        return view == ViewId.MODELS || view == ViewId.SETTINGS;
    }

    private void go(ViewId view) {
        if (isOwn(view)) {
            shell.openOwn(view);
        } else {
            history(history -> history.go(Place.of(view)));
        }
    }

    private void history(Consumer<History> work) {
        shell.session().get().map(Session::history).ifPresent(work);
    }

    private void window(Consumer<StudyWindow> work) {
        shell.window().ifPresent(work);
    }

    private ObservableValue<Boolean> ofStudy(Function<Session, ObservableValue<Boolean>> condition) {
        ObservableValue<Boolean> never = new ReadOnlyBooleanWrapper(false);
        return shell.session().flatMap(session -> session.map(condition).orElse(never));
    }
}
