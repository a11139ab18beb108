package dev.assay.app.gallery;

import atlantafx.base.controls.ToggleSwitch;
import dev.assay.app.controls.EmptyState;
import dev.assay.app.controls.LoadingLine;
import dev.assay.app.controls.Segments;
import dev.assay.app.controls.Unrolling;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.figures.RunScale;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The view Figures: a gallery of all charts of the study, the chosen one as its file will show it, and what is chosen for it. */
public final class GalleryView implements View {

    private static final String GROUP = ViewId.FIGURES.title();
    /** Numbers after a name that runs from the right stay behind it. */
    private static final char LEFT_TO_RIGHT = '\u200e';

    private static final String FOLLOW = "Follow the study";
    private static final String STYLE = "/dev/assay/app/gallery/gallery.css";

    /** Under this width, in ems, the gallery becomes a box in the header. */
    private static final double WIDE_ENOUGH = 62;

    /** Size of the title, as the stylesheet has it. */
    private static final double TITLE_EMS = 1.08;

    private final Workbench workbench;
    private final GalleryModel model;
    private final Copying copying;
    private final GalleryList gallery;
    private final Inspector inspector;
    private final PreviewPane preview;
    private final Label title = new Label();
    private final Label about = new Label();
    private final ToggleSwitch follow = new ToggleSwitch(FOLLOW);
    private final ComboBox<FigureKind> kinds;
    private final HBox header;
    private final BorderPane content = new BorderPane();
    private final StackPane root;
    private final List<Action> actions;
    private final Action exportPdf;

    public GalleryView(Workbench workbench, LoadedProfiles profiles) {
        this.workbench = workbench;
        model = new GalleryModel(workbench.study(), profiles, workbench.background(), workbench.dialogs());
        copying = new Copying(model, workbench.dialogs());
        exportPdf = export(ExportKind.PDF).key("Shortcut+E").icon(Feather.DOWNLOAD);
        gallery = new GalleryList(model);
        preview = new PreviewPane(model);
        Executor later = new OneAtATime(workbench.background());
        inspector = new Inspector(model, copying, later);
        kinds = Choices.box("Figure", model.kind(), FigureKind::title);
        header = header();
        Unrolling cards = new Unrolling(gallery, later);
        cards.begin();
        VBox gallerySide = new VBox(galleryTitle(), cards);
        gallerySide.getStyleClass().add("figures-gallery-side");
        VBox.setVgrow(cards, Priority.ALWAYS);
        content.setTop(new VBox(header, new LoadingLine(model.loading())));
        content.setLeft(gallerySide);
        content.setCenter(preview);
        content.setRight(inspector);
        root = new StackPane(content, empty());
        root.getStyleClass().add("figures-view");
        root.getStylesheets().add(Objects.requireNonNull(GalleryView.class.getResource(STYLE), STYLE).toExternalForm());
        root.widthProperty().subscribe(this::fit);
        title.fontProperty().subscribe(this::fit);
        actions = allActions();
        model.kind().subscribe(this::settle);
        model.run().subscribe(this::settle);
        model.subject().subscribe(this::settle);
    }

    private HBox header() {
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.textProperty().bind(model.kind().map(FigureKind::title));
        about.getStyleClass().add("secondary");
        about.textProperty().bind(model.charted().map(now -> now.map(GalleryView::about).orElse("")));
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        kinds.getItems().setAll(FigureKind.values());
        kinds.getStyleClass().add("figures-kinds");
        HBox.setHgrow(kinds, Priority.ALWAYS);
        Segments<Zoom> zooms = new Segments<>(List.of(Zoom.values()), Zoom::title, model.zoom()::set);
        model.zoom().subscribe(zooms::choose);
        zooms.setMinWidth(Region.USE_PREF_SIZE);
        follow.selectedProperty().bindBidirectional(model.follow());
        follow.setAccessibleText(FOLLOW);
        follow.setMinWidth(Region.USE_PREF_SIZE);
        Button refresh = new Button("Draw anew");
        refresh.setOnAction(event -> model.refresh());
        refresh.visibleProperty().bind(model.behind());
        refresh.managedProperty().bind(refresh.visibleProperty());
        refresh.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(title, kinds, about, zooms, refresh, follow);
        box.getStyleClass().add("view-header");
        return box;
    }

    private static String about(Charted charted) {
        RunScale scale = RunScale.of(charted.run());
        return String.format(
                Locale.ROOT, "%s" + LEFT_TO_RIGHT + " · %,d subjects · %,d queries", scale.judge(), charted.profile().subjects().size(), charted.profile().root().n());
    }

    private Label galleryTitle() {
        Label title = new Label(FigureKind.values().length + " figures");
        title.getStyleClass().addAll("secondary", "medium");
        title.setLabelFor(gallery);
        return title;
    }

    private Node empty() {
        EmptyState empty = new EmptyState(
                "Nothing is judged yet. Figures show what a judge has said of the answers.",
                "See what comes next",
                () -> workbench.navigator().go(Place.of(ViewId.OVERVIEW)));
        empty.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> model.loaded().get() && model.charted().get().isEmpty() && !(model.preview().get() instanceof Preview.Impossible),
                model.loaded(), model.charted(), model.preview()));
        content.visibleProperty().bind(empty.visibleProperty().not());
        return empty;
    }

    /** In a narrow window, or with large text, there is no room for three columns. */
    private void fit() {
        double em = title.getFont().getSize() / TITLE_EMS;
        boolean wide = root.getWidth() >= WIDE_ENOUGH * em;
        follow.setText(wide ? FOLLOW : "Follow");
        for (Node node : List.of(content.getLeft(), title, about)) {
            node.setVisible(wide);
            node.setManaged(wide);
        }
        kinds.setVisible(!wide);
        kinds.setManaged(!wide);
    }

    private List<Action> allActions() {
        List<Action> all = new ArrayList<>(List.of(exportPdf));
        for (ExportKind kind : ExportKind.values()) {
            if (kind != ExportKind.PDF) {
                all.add(export(kind));
            }
        }
        all.add(Action.of("figures.copyImage", "Copy the figure as an image", GROUP, copying::image).key("Shortcut+Shift+C").enabledWhen(model.drawable()));
        all.add(Action.of("figures.copySvg", "Copy the figure as SVG", GROUP, copying::svg).enabledWhen(model.drawable()));
        all.add(Action.of("figures.copyCaption", "Copy the caption", GROUP, copying::caption).enabledWhen(model.drawable()));
        for (Zoom zoom : Zoom.values()) {
            all.add(Action.of("figures.zoom." + zoom.name().toLowerCase(Locale.ROOT), "Zoom: " + zoom.title(), GROUP, () -> model.zoom().set(zoom)));
        }
        all.add(Action.of("figures.follow", "Follow the study, or stop", GROUP, () -> model.follow().set(!model.follow().get())));
        all.add(Action.of("figures.refresh", "Draw the figures anew", GROUP, model::refresh));
        return List.copyOf(all);
    }

    private Action export(ExportKind kind) {
        return Action.of("figures.export" + kind.title(), "Export " + kind.title(), GROUP, () -> model.export(kind)).enabledWhen(model.drawable());
    }

    private void settle() {
        if (workbench.navigator().here().getValue().view() == ViewId.FIGURES) {
            workbench.navigator().settle(model.place());
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Place place) {
        inspector.fill();
        model.show(place);
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(exportPdf);
    }

    @Override
    public Optional<ObservableValue<String>> subtitle() {
        return Optional.of(model.kind().map(FigureKind::title));
    }

    @Override
    public List<Node> regions() {
        return List.of(header, gallery, preview, inspector);
    }
}
