package dev.assay.app.gallery;

import dev.assay.app.charts.Colours;
import dev.assay.app.charts.Legibility;
import dev.assay.app.charts.Theme;
import dev.assay.app.charts.Typeface;
import dev.assay.app.controls.Segments;
import dev.assay.app.gallery.Preview.Drawn;
import dev.assay.app.profiles.RunChoice;
import dev.assay.app.reports.LocalEngineNote;
import dev.assay.app.text.Wrapping;
import dev.assay.datasets.jobs.Run;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside the figure: what it is drawn from, its size and look, its caption, and how it is taken away. */
final class Inspector extends ScrollPane {

    private final GalleryModel model;
    private final Copying copying;
    private final Executor later;
    private boolean isFilled;
    private final VBox content = new VBox();
    private final Label note = new Label();

    /** @param later makes one section after the other, so that all of them together do not hold the window up */
    Inspector(GalleryModel model, Copying copying, Executor later) {
        this.model = model;
        this.copying = copying;
        this.later = later;
        getStyleClass().add("figures-inspector");
        content.getStyleClass().add("figures-inspector-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /** Makes the sections when they are first shown. */
    void fill() {
        if (!isFilled) {
            isFilled = true;
            List<Supplier<Node>> sections =
                    List.of(this::data, () -> new SizeFields(model), this::look, () -> caption(copying), () -> export(copying));
            sections.forEach(section -> later.execute(() -> content.getChildren().add(section.get())));
        }
    }

    private Node data() {
        ObjectProperty<Run> run = new SimpleObjectProperty<>();
        ComboBox<Run> runs = Choices.box("Run of judging", run, one -> RunChoice.of(one, ZoneId.systemDefault()).name());
        ObjectProperty<String> subject = new SimpleObjectProperty<>();
        ComboBox<String> subjects = Choices.box("Subject", subject, Function.identity());
        model.charted().subscribe(now -> now.ifPresent(charted -> {
            runs.getItems().setAll(charted.runs());
            run.set(charted.runs().stream().filter(one -> one.id().equals(charted.run().id())).findFirst().orElse(null));
            subjects.getItems().setAll(charted.subjects());
            subject.set(model.subject().get().orElse(null));
            note.setText(charted.run().engine().equals("local") ? LocalEngineNote.text() : "");
        }));
        run.subscribe(chosen -> {
            if (chosen != null) {
                model.run().set(Optional.of(chosen.id()));
            }
        });
        model.subject().subscribe(name -> subject.set(name.orElse(null)));
        subject.subscribe(name -> {
            if (name != null) {
                model.subject().set(Optional.of(name));
            }
        });
        Label label = label("Subject", subjects);
        for (Node node : List.of(label, subjects)) {
            node.visibleProperty().bind(model.kind().map(FigureKind::isOfOneSubject));
            node.managedProperty().bind(node.visibleProperty());
        }
        GridPane grid = grid();
        grid.addRow(0, label("Run", runs), runs);
        grid.addRow(1, label, subjects);
        return section("Data", grid);
    }

    private Node look() {
        ObjectProperty<Theme> theme = part(Look::theme, Look::in);
        Segments<Theme> themes = new Segments<>(Look.THEMES, Inspector::title, theme::set);
        theme.subscribe(themes::choose);
        GridPane.setFillWidth(themes, false);
        themes.setAccessibleText("Theme");
        ComboBox<Colours> colours = Choices.box("Colours", part(Look::colours, Look::in), Colours::title);
        colours.getItems().setAll(Colours.values());
        ComboBox<Typeface> font = Choices.box("Font", part(Look::typeface, Look::in), Typeface::title);
        font.getItems().setAll(Typeface.values());
        ComboBox<Double> text = Choices.box(
                "Size of text", part(Look::text, Look::withText), size -> String.format(Locale.ROOT, "%.0f pt", size));
        text.getItems().setAll(Look.TEXT_SIZES);
        Label colourBlind = new Label();
        Label grey = new Label();
        List.of(colourBlind, grey).forEach(label -> {
            Wrapping.on(label);
            label.getStyleClass().add("secondary");
        });
        model.preview().subscribe(preview -> {
            if (preview instanceof Drawn drawn) {
                Legibility seen = drawn.legibility();
                check(colourBlind, seen.safeForColourBlindReaders(),
                        "safe for colour-blind readers", "for colour-blind readers signs, shapes and dots tell, colours do not");
                check(grey, seen.readableInGrey(),
                        "still readable in grey", "in grey only signs, shapes and dots tell better from worse");
                Tooltip.install(colourBlind, new Tooltip(distances(seen)));
                Tooltip.install(grey, new Tooltip(distances(seen)));
            }
        });
        GridPane grid = grid();
        grid.addRow(0, label("Theme", themes), themes);
        grid.addRow(1, label("Colours", colours), colours);
        grid.addRow(2, label("Font", font), font);
        grid.addRow(3, label("Text", text), text);
        return section("Look", grid, new VBox(4, colourBlind, grey));
    }

    private static String distances(Legibility seen) {
        if (Double.isInfinite(seen.grey())) {
            return "Nothing in this figure is told by colour.";
        }
        return String.format(
                Locale.ROOT, "Smallest distance of two colours that mean something: %.0f as colour-blind readers see them (ΔE), %.0f in lightness (ΔL*); 20 is asked for.",
                seen.colourBlind(), seen.grey());
    }

    private static void check(Label label, boolean holds, String yes, String no) {
        label.setGraphic(new FontIcon(holds ? Feather.CHECK : Feather.ALERT_TRIANGLE));
        label.setText(holds ? yes : no);
    }

    private static String title(Theme theme) {
        return theme.name().substring(0, 1).toUpperCase(Locale.ROOT) + theme.name().substring(1);
    }

    private Node caption(Copying copying) {
        TextArea text = new TextArea();
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setAccessibleText("Caption");
        text.getStyleClass().add("figures-caption");
        model.preview().subscribe(preview -> text.setText(preview instanceof Drawn drawn ? drawn.caption() : ""));
        Button copy = button("Copy", Feather.COPY, "Copy the caption", copying::caption);
        copy.getStyleClass().addAll("flat", "accent-text");
        VBox section = section("Caption", text);
        HBox header = new HBox(section.getChildren().removeFirst(), spacer(), copy);
        header.getStyleClass().add("figures-section-header");
        section.getChildren().addFirst(header);
        return section;
    }

    private Node export(Copying copying) {
        GridPane buttons = new GridPane();
        buttons.getStyleClass().add("figures-export");
        ExportKind[] kinds = ExportKind.values();
        for (int i = 0; i < kinds.length; i++) {
            ExportKind kind = kinds[i];
            Button button = new Button(kind.title());
            button.setAccessibleText("Export " + kind.title());
            button.setTooltip(new Tooltip(kind.explanation()));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> model.export(kind));
            button.disableProperty().bind(model.drawable().not());
            GridPane.setHgrow(button, Priority.ALWAYS);
            GridPane.setFillWidth(button, true);
            button.setPrefWidth(0);
            button.setMinWidth(0);
            buttons.add(button, i % 3, i / 3);
        }
        ComboBox<Integer> dpi = Choices.box("Resolution of PNG", part(Look::dpi, Look::at), number -> number + " dpi");
        dpi.getItems().setAll(Look.RESOLUTIONS);
        GridPane resolution = grid();
        resolution.addRow(0, label("PNG", dpi), dpi);
        HBox copies = new HBox(
                button("Copy image", Feather.IMAGE, "Copy the figure as an image", copying::image),
                button("Copy SVG", Feather.CODE, "Copy the figure as the text of an SVG file", copying::svg));
        copies.getStyleClass().add("figures-copying");
        Label about = new Label("Fonts are embedded, text stays text (EPS: outlines). The numbers of the figure go beside it as CSV; run and seed are in the caption.");
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        List.of(about, note).forEach(label -> {
            Wrapping.on(label);
            label.getStyleClass().add("secondary");
            label.setMinHeight(Region.USE_PREF_SIZE);
        });
        return section("Export", resolution, buttons, copies, about, note);
    }

    private Button button(String title, Feather icon, String explanation, Runnable work) {
        Button button = new Button(title, new FontIcon(icon));
        button.setAccessibleText(explanation);
        button.setTooltip(new Tooltip(explanation));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> work.run());
        button.disableProperty().bind(model.drawable().not());
        return button;
    }

    /** One part of the look, as a property of its own. */
    private <T> ObjectProperty<T> part(Function<Look, T> get, BiFunction<Look, T, Look> with) {
        ObjectProperty<T> part = new SimpleObjectProperty<>(get.apply(model.look().get()));
        model.look().subscribe(look -> part.set(get.apply(look)));
        part.subscribe(value -> {
            if (value != null && !value.equals(get.apply(model.look().get()))) {
                model.look().set(with.apply(model.look().get(), value));
            }
        });
        return part;
    }

    static VBox section(String title, Node... rows) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox section = new VBox(heading);
        section.getStyleClass().add("figures-section");
        section.getChildren().addAll(rows);
        return section;
    }

    static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figures-fields");
        return grid;
    }

    /** The name of a field, which takes the room that is left of its row. */
    static Label label(String text, Region field) {
        Label label = new Label(text);
        label.getStyleClass().addAll("secondary", "figures-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        GridPane.setHgrow(field, Priority.ALWAYS);
        return label;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
