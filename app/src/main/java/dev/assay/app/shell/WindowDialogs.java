package dev.assay.app.shell;

import dev.assay.app.platform.WebBrowser;
import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.WebAddress;
import dev.assay.datasets.AssayException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Questions in boxes over the window; files are chosen in the system's own dialogs. */
final class WindowDialogs implements Dialogs {

    private static final int ADDRESS_ROWS = 3;

    private final Window window;
    private final Overlay overlay;
    private final Notices notices;
    private @Nullable File lastFolder;

    WindowDialogs(Window window, Overlay overlay, Notices notices) {
        this.window = window;
        this.overlay = overlay;
        this.notices = notices;
    }

    @Override
    public void openFiles(String title, List<FileKind> kinds, Consumer<List<Path>> chosen) {
        FileChooser chooser = chooser(title);
        if (!kinds.isEmpty()) {
            kinds.forEach(kind -> chooser.getExtensionFilters().add(filter(kind)));
            chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
        }
        List<File> files = chooser.showOpenMultipleDialog(window);
        if (files != null && !files.isEmpty()) {
            lastFolder = files.getFirst().getParentFile();
            chosen.accept(files.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void openFolder(String title, Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        File folder = chooser.showDialog(window);
        if (folder != null) {
            lastFolder = folder;
            chosen.accept(folder.toPath());
        }
    }

    @Override
    public void saveFile(String title, FileKind kind, String suggestedName, Consumer<Path> chosen) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters().add(filter(kind));
        chooser.setInitialFileName(suggestedName);
        File file = chooser.showSaveDialog(window);
        if (file != null) {
            lastFolder = file.getParentFile();
            chosen.accept(withExtension(file.toPath(), kind.extension()));
        }
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        return chooser;
    }

    private static ExtensionFilter filter(FileKind kind) {
        return new ExtensionFilter(kind.description(), "*." + kind.extension());
    }

    /** Not every system's dialog adds it. */
    private static Path withExtension(Path file, String extension) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + "." + extension);
    }

    @Override
    public void confirm(String title, String question, String yes, Runnable confirmed) {
        Button confirm = new Button(yes);
        confirm.getStyleClass().add("accent");
        confirm.setDefaultButton(true);
        Box box = new Box(title, text(question));
        box.buttons(overlay, confirm, "Cancel", confirm, confirmed);
    }

    @Override
    public void openInBrowser(WebAddress address) {
        TextArea whole = new TextArea(address.toString());
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(ADDRESS_ROWS);
        whole.setAccessibleText("Address");
        Label warning = text("Somebody else wrote this link, perhaps a model, and nobody has checked where it leads:");
        Button open = new Button("Open in the browser");
        open.getStyleClass().add("accent");
        Box box = new Box("Open " + address.host() + " in the browser?", new VBox(8, warning, whole));
        // Not the button: an Enter that was meant for the link must not open it.
        box.buttons(overlay, open, "Cancel", whole, () -> browse(address));
    }

    private void browse(WebAddress address) {
        Thread.ofVirtual().start(() -> {
            try {
                WebBrowser.of(System.getProperty("os.name", "")).open(address);
            } catch (AssayException e) {
                Platform.runLater(() -> error("The address was not opened", e.getMessage()));
            }
        });
    }

    @Override
    public void askText(String title, String label, String initial, Consumer<String> entered) {
        TextField field = new TextField(initial);
        Label caption = new Label(label);
        caption.setLabelFor(field);
        caption.getStyleClass().add("secondary");
        Button accept = new Button("OK");
        accept.getStyleClass().add("accent");
        accept.setDefaultButton(true);
        accept.disableProperty().bind(field.textProperty().map(String::isBlank));
        Box box = new Box(title, new VBox(4, caption, field));
        box.buttons(overlay, accept, "Cancel", field, () -> entered.accept(field.getText().strip()));
        field.selectAll();
    }

    @Override
    public void error(String title, String message) {
        Button copy = new Button("Copy");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(message);
            Clipboard.getSystemClipboard().setContent(content);
        });
        new Box(title, text(message)).buttons(overlay, copy, "Close", copy, () -> {});
    }

    @Override
    public void notice(String message, Optional<Action> next) {
        notices.show(message, next);
    }

    private static Label text(String text) {
        Label label = new Label(text);
        Wrapping.on(label);
        return label;
    }

    /** A box with a title, something below, and two buttons. */
    static final class Box extends VBox {

        Box(String title, Node content) {
            getStyleClass().add("dialog-box");
            Label heading = new Label(title);
            heading.getStyleClass().add("panel-title");
            getChildren().addAll(heading, content);
            setAccessibleText(title);
        }

        /** Shows the box; the first button does something and closes it, the second only closes it. */
        void buttons(Overlay overlay, Button first, String second, Node focused, Runnable work) {
            Button cancel = new Button(second);
            cancel.setCancelButton(true);
            HBox row = new HBox(8, cancel, first);
            row.setAlignment(Pos.CENTER_RIGHT);
            getChildren().add(row);
            Runnable close = overlay.show(this, focused);
            cancel.setOnAction(event -> close.run());
            if (first.getOnAction() == null) {
                first.setOnAction(event -> {
                    close.run();
                    work.run();
                });
            }
        }
    }
}
