package dev.assay.app.shell;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.WebAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** For a window that nobody sees: every question is cancelled, errors are collected. */
record SilentDialogs(List<String> errors) implements Dialogs {

    @Override
    public void openFiles(String title, List<FileKind> kinds, Consumer<List<Path>> chosen) {}

    @Override
    public void openFolder(String title, Consumer<Path> chosen) {}

    @Override
    public void saveFile(String title, FileKind kind, String suggestedName, Consumer<Path> chosen) {}

    @Override
    public void confirm(String title, String question, String yes, Runnable confirmed) {}

    @Override
    public void openInBrowser(WebAddress address) {}

    @Override
    public void askText(String title, String label, String initial, Consumer<String> entered) {}

    @Override
    public void error(String title, String message) {
        errors.add(message);
    }

    @Override
    public void notice(String message, Optional<Action> next) {}
}
