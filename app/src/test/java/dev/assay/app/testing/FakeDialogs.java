package dev.assay.app.testing;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.WebAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers questions as a test has prepared them, and remembers what was asked and said. An unprepared question is cancelled. */
public final class FakeDialogs implements Dialogs {

    private final Deque<Path> files = new ArrayDeque<>();
    private final Deque<String> texts = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final List<WebAddress> opened = new ArrayList<>();
    private boolean confirms = true;

    /** The file or folder that the next question for one gets. */
    public void choose(Path file) {
        files.add(file);
    }

    public void enter(String text) {
        texts.add(text);
    }

    public void refuse() {
        confirms = false;
    }

    /** After a refusal, as at the beginning. */
    public void agree() {
        confirms = true;
    }

    /** Titles, questions, errors and notices, in the order in which they came. */
    public List<String> said() {
        return said;
    }

    /** What a browser would show. */
    public List<WebAddress> opened() {
        return opened;
    }

    @Override
    public void openFiles(String title, List<FileKind> kinds, Consumer<List<Path>> chosen) {
        said.add(title);
        Optional.ofNullable(files.poll()).map(List::of).ifPresent(chosen);
    }

    @Override
    public void openFolder(String title, Consumer<Path> chosen) {
        said.add(title);
        Optional.ofNullable(files.poll()).ifPresent(chosen);
    }

    @Override
    public void saveFile(String title, FileKind kind, String suggestedName, Consumer<Path> chosen) {
        said.add(title);
        Optional.ofNullable(files.poll()).ifPresent(chosen);
    }

    @Override
    public void confirm(String title, String question, String yes, Runnable confirmed) {
        said.add(question);
        if (confirms) {
            confirmed.run();
        }
    }

    @Override
    public void openInBrowser(WebAddress address) {
        confirm("", "Open " + address + "?", "Open", () -> opened.add(address));
    }

    @Override
    public void askText(String title, String label, String initial, Consumer<String> entered) {
        said.add(title);
        Optional.ofNullable(texts.poll()).ifPresent(entered);
    }

    @Override
    public void error(String title, String message) {
        said.add(message);
    }

    @Override
    public void notice(String message, Optional<Action> next) {
        said.add(message);
    }
}
