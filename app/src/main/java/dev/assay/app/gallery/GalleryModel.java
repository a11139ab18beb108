package dev.assay.app.gallery;

import dev.assay.app.charts.Colours;
import dev.assay.app.charts.Figure;
import dev.assay.app.charts.FigureFormat;
import dev.assay.app.charts.PageSetup;
import dev.assay.app.charts.Theme;
import dev.assay.app.charts.Typeface;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.reports.FileNames;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.AssayException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the view Figures shows, and what has been chosen there. All methods on the JavaFX thread; drawing is done elsewhere. */
final class GalleryModel {

    /** Name of the parameter of a place that says which figure. */
    static final String FIGURE = "figure";

    /** Between typing a size and drawing it. */
    private static final Duration DEBOUNCE = Duration.ofMillis(120);

    private final OpenStudy study;
    private final LoadedProfiles profiles;
    private final Background background;
    private final Dialogs dialogs;
    private final Drawing drawing = new Drawing();
    private final Background.Latest loading;
    private final Background.Latest previewing;
    private final Background.Latest sketching;

    private final ObjectProperty<FigureKind> kind = new SimpleObjectProperty<>(FigureKind.LEADERBOARD);
    private final ObjectProperty<Optional<String>> run = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> subject = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.paper());
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.FIT);
    private final ObjectProperty<Zoom.Room> room = new SimpleObjectProperty<>(new Zoom.Room(600, 600, 1));
    private final BooleanProperty follow = new SimpleBooleanProperty(true);

    private final ReadOnlyObjectWrapper<Optional<Charted>> charted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper drawable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(new Preview.Pending());
    private final ReadOnlyObjectWrapper<Map<FigureKind, Preview>> sketches = new ReadOnlyObjectWrapper<>(Map.of());
    private long shownVersion = -1;
    /** Why nothing could be read. */
    private Optional<String> problem = Optional.empty();
    private @Nullable Sketched sketched;

    GalleryModel(OpenStudy study, LoadedProfiles profiles, Background background, Dialogs dialogs) {
        this.study = study;
        this.profiles = profiles;
        this.background = background;
        this.dialogs = dialogs;
        loading = background.latest(Duration.ZERO);
        previewing = background.latest(DEBOUNCE);
        sketching = background.latest(DEBOUNCE);
        drawable.bind(preview.map(Preview.Drawn.class::isInstance));
        kind.subscribe((before, now) -> choose());
        subject.subscribe((before, now) -> redraw());
        look.subscribe((before, now) -> redraw());
        zoom.subscribe((before, now) -> redrawPreview());
        room.subscribe((before, now) -> redrawIfFitting());
        run.subscribe((before, now) -> loadOther());
        follow.subscribe((before, now) -> catchUp());
    }

    ObjectProperty<FigureKind> kind() {
        return kind;
    }

    /** Id of the run of judging; empty until one is known. */
    ObjectProperty<Optional<String>> run() {
        return run;
    }

    /** Of a figure of one subject; empty: the best. */
    ObjectProperty<Optional<String>> subject() {
        return subject;
    }

    ObjectProperty<Look> look() {
        return look;
    }

    ObjectProperty<Zoom> zoom() {
        return zoom;
    }

    /** What the preview has, as the view measures it. */
    ObjectProperty<Zoom.Room> room() {
        return room;
    }

    /** Whether figures are drawn anew when the study changes. */
    BooleanProperty follow() {
        return follow;
    }

    ReadOnlyObjectProperty<Optional<Charted>> charted() {
        return charted.getReadOnlyProperty();
    }

    /** Whether it is known if there is anything to draw. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Whether the study has changed since what is shown was read, or it could not be read. */
    ReadOnlyBooleanProperty behind() {
        return behind.getReadOnlyProperty();
    }

    /** Whether the chosen figure can be drawn, and so exported. */
    ReadOnlyBooleanProperty drawable() {
        return drawable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return loading.busy();
    }

    ReadOnlyObjectProperty<Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    /** All figures, small. */
    ReadOnlyObjectProperty<Map<FigureKind, Preview>> sketches() {
        return sketches.getReadOnlyProperty();
    }

    /** Where one is. */
    Place place() {
        Place place = Place.of(ViewId.FIGURES).with(FIGURE, kind.get().id());
        if (run.get().isPresent()) {
            place = place.with(Place.RUN, run.get().get());
        }
        return kind.get().isOfOneSubject() && subject.get().isPresent() ? place.with(Place.SUBJECT, subject.get().get()) : place;
    }

    /** Shows a place; what the place does not name stays as it is. */
    void show(Place place) {
        place.parameter(FIGURE).flatMap(FigureKind::of).ifPresent(kind::set);
        place.parameter(Place.SUBJECT).ifPresent(name -> subject.set(Optional.of(name)));
        place.parameter(Place.RUN).ifPresent(id -> run.set(Optional.of(id)));
        catchUp();
    }

    /** Reads the study anew, also when it is not followed. */
    void refresh() {
        load();
    }

    private void catchUp() {
        boolean changed = shownVersion != study.version().get();
        if (changed && (follow.get() || shownVersion < 0)) {
            load();
        } else {
            behind.set(changed);
        }
    }

    private void loadOther() {
        boolean shown = charted.get().map(now -> now.run().id()).equals(run.get());
        if (!shown && shownVersion >= 0) {
            load();
        }
    }

    private void load() {
        long version = study.version().get();
        Optional<String> wanted = run.get();
        shownVersion = version;
        behind.set(false);
        loading.run(() -> Charted.of(study, profiles, version, wanted), this::loaded, this::failed);
    }

    private void loaded(Optional<Charted> now) {
        problem = Optional.empty();
        charted.set(now);
        loaded.set(true);
        now.ifPresent(some -> {
            run.set(Optional.of(some.run().id()));
            if (subject.get().filter(some.subjects()::contains).isEmpty()) {
                subject.set(some.subjects().stream().findFirst());
            }
        });
        redraw();
    }

    private void failed(Throwable fault) {
        loaded.set(true);
        problem = Optional.of(message(fault));
        charted.set(Optional.empty());
        behind.set(true);
        redraw();
    }

    private void choose() {
        // A height that fits one figure hides half of another.
        if (look.get().heightMm().isPresent()) {
            look.set(look.get().high(OptionalDouble.empty()));
        } else {
            redrawPreview();
        }
    }

    private void redraw() {
        redrawPreview();
        redrawSketches();
    }

    private void redrawIfFitting() {
        if (zoom.get() == Zoom.FIT) {
            redrawPreview();
        }
    }

    private void redrawPreview() {
        charted.get().ifPresentOrElse(
                from -> {
                    FigureKind what = kind.get();
                    Optional<String> whose = subject.get();
                    Look how = look.get();
                    Zoom size = zoom.get();
                    Zoom.Room space = room.get();
                    previewing.run(() -> drawing.preview(from, what, whose, how, size, space), preview::set);
                },
                () -> {
                    previewing.cancel();
                    preview.set(problem.<Preview>map(Preview.Impossible::new).orElse(new Preview.Pending()));
                });
    }

    private void redrawSketches() {
        if (charted.get().isEmpty()) {
            sketching.cancel();
            sketches.set(Map.of());
            return;
        }
        Look how = look.get();
        Sketched wanted = new Sketched(charted.get().get(), subject.get(), how.theme(), how.colours(), how.typeface());
        if (wanted.equals(sketched)) {
            return;
        }
        sketched = wanted;
        sketching.run(() -> {
            Look small = Look.paper().in(wanted.theme()).in(wanted.colours()).in(wanted.typeface());
            Map<FigureKind, Preview> drawn = new EnumMap<>(FigureKind.class);
            for (FigureKind each : FigureKind.values()) {
                drawn.put(each, drawing.sketch(wanted.from(), each, wanted.subject(), small));
            }
            return drawn;
        }, sketches::set);
    }

    /** What the small figures depend on. */
    private record Sketched(Charted from, Optional<String> subject, Theme theme, Colours colours, Typeface typeface) {}

    /** Asks for a file and writes the chosen figure into it, with what belongs beside it. */
    void export(ExportKind as) {
        if (charted.get().isEmpty() || !drawable.get()) {
            return;
        }
        Charted from = charted.get().get();
        FigureKind what = kind.get();
        Optional<String> whose = subject.get();
        Look how = look.get();
        String suggested = what.id() + (what.isOfOneSubject() ? whose.map(name -> "-" + FileNames.of(name)).orElse("") : "");
        dialogs.saveFile("Export " + what.title() + " as " + as.title(), as.fileKind(), suggested + "." + as.extension(), file -> background.run(
                () -> {
                    Figure figure = from.figure(what, whose);
                    return new FigureFiles(drawing.exporter(), study.file()).write(figure, as, how.setup(), from.caption(figure), file);
                },
                this::exported,
                fault -> dialogs.error("The figure was not exported", message(fault))));
    }

    private void exported(List<Path> files) {
        String names = files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
        String folder = Objects.requireNonNullElse(files.getFirst().toAbsolutePath().getParent(), files.getFirst()).toString();
        dialogs.notice("Written: " + names + " in " + folder, Optional.empty());
    }

    /** The chosen figure as pixels at the chosen resolution, for the clipboard. */
    void copyImage(Consumer<Pixels> copied) {
        PageSetup setup = look.get().setup();
        render(figure -> Pixels.of(drawing.exporter().image(figure, setup)), copied);
    }

    /** The chosen figure as the text of an SVG file, for the clipboard. */
    void copySvg(Consumer<String> copied) {
        PageSetup setup = look.get().setup();
        render(figure -> new String(drawing.exporter().bytes(figure, FigureFormat.SVG, setup), StandardCharsets.UTF_8), copied);
    }

    private <T> void render(Function<Figure, T> work, Consumer<T> done) {
        if (preview.get() instanceof Preview.Drawn drawn) {
            background.run(() -> work.apply(drawn.figure()), done, fault -> dialogs.error("The figure was not copied", message(fault)));
        }
    }

    /** What is wrong with the data or the disk is told; a fault of the program goes where all of them go. */
    private static String message(Throwable fault) {
        return switch (fault) {
            case AssayException known -> known.getMessage();
            case RuntimeException unknown -> throw unknown;
            default -> throw new IllegalStateException(fault);
        };
    }
}
