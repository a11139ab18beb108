package dev.assay.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Questions to the person. Answers come later, on the JavaFX thread: no dialog blocks. */
public interface Dialogs {

    /** A kind of file to choose from; its extension without the dot. */
    record FileKind(String description, String extension) {}

    /** Asks for files to open; not called back if none is chosen. */
    void openFiles(String title, List<FileKind> kinds, Consumer<List<Path>> chosen);

    /** Asks for a folder; not called back if none is chosen. */
    void openFolder(String title, Consumer<Path> chosen);

    /** Asks for a file to write; not called back if none is chosen. The system has asked whether to replace one that exists. */
    void saveFile(String title, FileKind kind, String suggestedName, Consumer<Path> chosen);

    /**
     * Asks before something is done.
     *
     * @param question what will happen, in one sentence
     * @param yes what the button says, a verb: "Open the link"
     */
    void confirm(String title, String question, String yes, Runnable confirmed);

    /** Asks, with the whole address in view, whether it may be opened in the system's browser; opens it after a yes, and never without one. */
    void openInBrowser(WebAddress address);

    /** Asks for one line of text; not called back if the person cancels. */
    void askText(String title, String label, String initial, Consumer<String> entered);

    /** Says that something could not be done: one line that says what, where, what to do. */
    void error(String title, String message);

    /** Says in passing that something was done; goes away by itself. */
    void notice(String message, Optional<Action> next);
}
