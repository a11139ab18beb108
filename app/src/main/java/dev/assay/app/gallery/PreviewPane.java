package dev.assay.app.gallery;

import dev.assay.app.charts.Theme;
import dev.assay.app.gallery.Preview.Drawn;
import dev.assay.app.gallery.Preview.Impossible;
import dev.assay.app.gallery.Preview.Pending;
import dev.assay.app.text.Wrapping;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;

/** The chosen figure, large, with its size below; or why there is none. */
final class PreviewPane extends BorderPane {

    private final GalleryModel model;
    private final RuledPage page = new RuledPage();
    private final ScrollPane scroll = new ScrollPane(page);
    private final Label size = new Label();
    private final Label reason = new Label();
    private final Button wider = new Button("Use the width of a page, 174 mm");
    private final VBox impossible = new VBox(reason, wider);

    PreviewPane(GalleryModel model) {
        this.model = model;
        getStyleClass().add("figures-preview");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        scroll.setAccessibleText("The figure as its file shows it");
        scroll.viewportBoundsProperty().subscribe(this::measure);
        impossible.getStyleClass().add("empty-state");
        Wrapping.on(reason);
        wider.setOnAction(event -> model.look().set(model.look().get().wide(Look.PAGE_MM)));
        // Width helps a figure that does not fit, not a study that cannot be read.
        wider.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> model.charted().get().isPresent() && model.look().get().widthMm() < Look.PAGE_MM, model.charted(), model.look()));
        wider.managedProperty().bind(wider.visibleProperty());
        size.getStyleClass().add("secondary");
        Wrapping.on(size);
        size.setTextAlignment(TextAlignment.CENTER);
        size.setMinHeight(USE_PREF_SIZE);
        HBox foot = new HBox(size);
        foot.getStyleClass().add("figures-foot");
        setCenter(new StackPane(scroll, impossible));
        setBottom(foot);
        model.preview().subscribe(this::show);
    }

    private void measure(Bounds viewport) {
        double margins = 2 * page.margin();
        if (viewport.getWidth() > margins && viewport.getHeight() > margins) {
            model.room().set(new Zoom.Room(viewport.getWidth() - margins, viewport.getHeight() - margins, scale()));
        }
    }

    private double scale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    private void show(Preview preview) {
        impossible.setVisible(preview instanceof Impossible);
        scroll.setVisible(preview instanceof Drawn);
        switch (preview) {
            case Drawn drawn -> {
                page.show(drawn, model.room().get().scale());
                size.setText(describe(drawn, model.room().get().scale()));
            }
            case Impossible impossibility -> {
                reason.setText(impossibility.reason());
                size.setText("");
            }
            case Pending _ -> size.setText("");
        }
    }

    private static String describe(Drawn drawn, double scale) {
        Theme theme = drawn.setup().theme();
        return String.format(
                Locale.ROOT,
                "%.1f × %.1f mm · smallest text %.1f pt · thinnest line %s pt · shown at %.0f\u2009%%",
                drawn.widthMm(),
                drawn.heightMm(),
                theme.textSize(),
                theme.thinnestLine(),
                100 * drawn.setup().dpi() / Zoom.PIXELS_PER_INCH / scale);
    }
}
