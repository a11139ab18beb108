package dev.assay.app.shell;

import dev.assay.app.text.Wrapping;
import dev.assay.datasets.ProgramVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person is shown of a fault of the program: what happened, what is safe, and the details to copy. One at a time. */
final class CrashReport {

    private static final Logger LOG = LoggerFactory.getLogger(CrashReport.class);

    private final Overlay overlay;
    private Optional<Throwable> shown = Optional.empty();

    CrashReport(Overlay overlay) {
        this.overlay = overlay;
    }

    /** On the JavaFX thread. A fault that follows while the box is open is only logged: most often it is the same again. */
    void show(Throwable fault) {
        // Without the message, which may hold texts of the study.
        LOG.error("a fault of the program: {}", details(fault));
        if (shown.isPresent()) {
            return;
        }
        shown = Optional.of(fault);
        Label what = text("Something in Assay did not work: " + summary(fault) + ".");
        Label safe = text("Your study is safe: every change is written to the disk as a whole before it is shown. You can go on working; if"
                + " this view stays as it is, open another one and come back.");
        Button copy = new Button("Copy details");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(details(fault));
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText("Copied");
        });
        WindowDialogs.Box box = new WindowDialogs.Box("A fault of Assay", new VBox(8, what, safe));
        box.buttons(overlay, copy, "Go on", copy, () -> {});
        box.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                shown = Optional.empty();
            }
        });
    }

    /** Version, system and the trace of calls; nothing of the study, whose texts and names may be confidential. */
    static String details(Throwable fault) {
        StringWriter trace = new StringWriter();
        trace.append("Assay ").append(ProgramVersion.current()).append(", Java ").append(Runtime.version().toString())
                .append(", ").append(System.getProperty("os.name")).append(' ').append(System.getProperty("os.arch")).append('\n');
        for (Throwable each = fault; each != null; each = each.getCause()) {
            PrintWriter out = new PrintWriter(trace);
            out.println(each.getClass().getName());
            for (StackTraceElement call : each.getStackTrace()) {
                out.println("    at " + call);
            }
            out.flush();
        }
        return trace.toString();
    }

    private static String summary(Throwable fault) {
        String name = fault.getClass().getSimpleName();
        return name.isEmpty() ? "an unnamed fault" : name;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        Wrapping.on(label);
        return label;
    }
}
