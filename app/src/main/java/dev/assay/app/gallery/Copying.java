package dev.assay.app.gallery;

import dev.assay.app.gallery.Preview.Drawn;
import dev.assay.app.workbench.Dialogs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/** Puts the chosen figure on the clipboard, in the forms in which other programs take it. */
final class Copying {

    private static final String SVG = "image/svg+xml";

    private final GalleryModel model;
    private final Dialogs dialogs;

    Copying(GalleryModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    void caption() {
        if (model.preview().get() instanceof Drawn drawn) {
            ClipboardContent content = new ClipboardContent();
            content.putString(drawn.caption());
            put(content, "The caption is on the clipboard.");
        }
    }

    /** At the chosen resolution, as the PNG file would be. */
    void image() {
        model.copyImage(pixels -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(Pictures.of(pixels));
            put(content, "The figure is on the clipboard, " + pixels.width() + " × " + pixels.height() + " pixels.");
        });
    }

    /** As text, and under the type of SVG for programs that know it. */
    void svg() {
        model.copySvg(svg -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(svg);
            DataFormat known = DataFormat.lookupMimeType(SVG);
            content.put(Objects.requireNonNullElseGet(known, () -> new DataFormat(SVG)), ByteBuffer.wrap(svg.getBytes(StandardCharsets.UTF_8)));
            put(content, "The figure is on the clipboard as SVG.");
        });
    }

    private void put(ClipboardContent content, String notice) {
        Clipboard.getSystemClipboard().setContent(content);
        dialogs.notice(notice, Optional.empty());
    }
}
