package dev.assay.app.shell;

import dev.assay.app.workbench.Job;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The study that is open, if one is: another is opened in its place, and it is closed behind the window. Files are opened and closed in the background;
 * all methods on the JavaFX thread.
 */
final class Studies implements AutoCloseable {

    private final Session.Program program;
    private final Display display;
    private final BiConsumer<String, Throwable> trouble;
    private final ReadOnlyObjectWrapper<Optional<Session>> session = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean isOpening;
    /** Of the study before: its last job may still be storing what it has, and keeps the file until then. */
    private CompletableFuture<Boolean> closed = CompletableFuture.completedFuture(true);

    /**
     * What shows the study.
     *
     * @param enter shows a study
     * @param leave shows it no longer, before it is closed
     */
    record Display(Consumer<Session> enter, Runnable leave) {}

    /** @param trouble told what was tried, and why a study could not be opened */
    Studies(Session.Program program, Display display, BiConsumer<String, Throwable> trouble) {
        this.program = program;
        this.display = display;
        this.trouble = trouble;
    }

    /** The open study, if there is one. */
    ReadOnlyObjectProperty<Optional<Session>> session() {
        return session.getReadOnlyProperty();
    }

    /** Opens a study in place of the present one, unless it is that. */
    void open(Path file) {
        replace("Open " + file.getFileName(), unlessOpen(file, () -> openToWriteOrRead(file)), () -> {});
    }

    /** Opens a study without the right to change it, unless it is open. */
    void openToRead(Path file) {
        replace("Open " + file.getFileName(), unlessOpen(file, () -> Study.openReadOnly(file)), () -> {});
    }

    /** Makes a study and opens it in place of the present one. */
    void create(Path file, Runnable then) {
        replace("New study", () -> Optional.of(Study.create(file, program.clock())), then);
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
            return Study.open(file, program.clock());
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
            program.background().onScreen(() -> program.dialogs().notice("Opened for reading only: " + e.getMessage(), Optional.empty()));
            return readable;
        }
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
            program.background().run(
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
                        trouble.accept(title, failure);
                    });
        });
    }

    private void enter(Study study) {
        Session opened = new Session(study, program);
        display.enter().accept(opened);
        session.set(Optional.of(opened));
        Recents.add(program.settings().recentStudies(), study.file());
        study.copyOfOldFormat().ifPresent(copy ->
                program.dialogs().notice("The study was brought up to date; as it was before, it lies in " + copy.getFileName() + ".", Optional.empty()));
    }

    /** Asks before a job is stopped. */
    void ifMayLeave(Runnable then) {
        if (isWorking()) {
            program.dialogs().confirm(
                    "A job is running",
                    "It stops after what is under way, which is kept, and can go on when the study is opened again.",
                    "Stop and close",
                    then);
        } else {
            then.run();
        }
    }

    /** Whether a job of the study is under way. */
    boolean isWorking() {
        return session.get().filter(open -> open.jobs().all().stream().anyMatch(Job::isUnderWay)).isPresent();
    }

    /** The study is closed behind the window, since a job may take a while to stop. */
    void leave() {
        display.leave().run();
        Optional<Session> old = session.get();
        session.set(Optional.empty());
        if (old.isPresent()) {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            closed = done;
            program.background().run(
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

    /** Done when the study that was left last is closed. */
    CompletableFuture<Boolean> closed() {
        return closed;
    }

    /** Stops what runs after its last unit, and closes the study. Waits for it. */
    @Override
    public void close() {
        session.get().ifPresent(Session::close);
        session.set(Optional.empty());
    }
}
