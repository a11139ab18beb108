package dev.assay.app.gallery;

import dev.assay.app.gallery.Preview.Drawn;
import dev.assay.app.gallery.Preview.Impossible;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All figures of the study, small, one below the other; the chosen one is the model's. */
final class GalleryList extends ListView<FigureKind> {

    private static final double SHAPE = 0.62;
    private static final double AROUND = 44;

    /** Of a card and its padding, above and below together. */
    private static final double BORDERS = 8;

    private final GalleryModel model;

    GalleryList(GalleryModel model) {
        this.model = model;
        getStyleClass().add("figures-gallery");
        setAccessibleText("Figures of the study");
        getItems().setAll(List.of(FigureKind.values()));
        setCellFactory(list -> new Card());
        model.kind().subscribe(kind -> {
            getSelectionModel().select(kind);
            scrollTo(kind);
        });
        getSelectionModel().selectedItemProperty().subscribe(kind -> {
            if (kind != null) {
                model.kind().set(kind);
            }
        });
        model.sketches().subscribe(sketches -> refresh());
    }

    private final class Card extends ListCell<FigureKind> {

        private final ImageView image = new ImageView();
        private final Label nothing = new Label("not with these data");
        private final StackPane frame = new StackPane(image, nothing);
        private final Label title = new Label();
        private final VBox box = new VBox(frame, title);

        Card() {
            frame.getStyleClass().add("figures-sketch");
            title.getStyleClass().add("figures-sketch-title");
            nothing.getStyleClass().addAll("small", "muted");
            box.getStyleClass().add("figures-card");
            image.setPreserveRatio(true);
            image.setSmooth(true);
            image.fitWidthProperty().bind(GalleryList.this.widthProperty().subtract(AROUND));
            image.fitHeightProperty().bind(image.fitWidthProperty().multiply(SHAPE));
            frame.minHeightProperty().bind(image.fitHeightProperty().add(BORDERS));
            frame.maxHeightProperty().bind(frame.minHeightProperty());
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(FigureKind kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(null);
            if (empty || kind == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Map<FigureKind, Preview> sketches = model.sketches().get();
            Preview sketch = sketches.getOrDefault(kind, new Preview.Pending());
            title.setText(kind.title());
            nothing.setVisible(sketch instanceof Impossible);
            image.setImage(sketch instanceof Drawn drawn ? Pictures.of(drawn.pixels()) : null);
            setTooltip(sketch instanceof Impossible impossible ? new Tooltip(impossible.reason()) : null);
            setAccessibleText(kind.title() + (sketch instanceof Impossible impossible ? ": " + impossible.reason() : ""));
            setGraphic(box);
        }
    }
}
