package dev.assay.app.gallery;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.assay.app.gallery.Preview.Drawn;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The size of the figure: that of a column or a page, or any other. An empty height is the one that the content needs. */
final class SizeFields extends VBox {

    private enum Preset {
        COLUMN("Single column, 85 mm"),
        PAGE("Whole page, 174 mm"),
        OWN("Own size");

        private final String title;

        Preset(String title) {
            this.title = title;
        }

        static Preset of(Look look) {
            return look.widthMm() == Look.COLUMN_MM ? COLUMN : look.widthMm() == Look.PAGE_MM ? PAGE : OWN;
        }
    }

    private final GalleryModel model;

    SizeFields(GalleryModel model) {
        this.model = model;
        ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.COLUMN);
        ComboBox<Preset> presets = Choices.box("Preset of the size", preset, each -> each.title);
        presets.getItems().setAll(Preset.values());
        model.look().subscribe(look -> preset.set(Preset.of(look)));
        preset.subscribe(this::take);
        CustomTextField width = field("Width in millimetres", this::takeWidth);
        CustomTextField height = field("Height in millimetres; empty: as the content needs", this::takeHeight);
        height.setTooltip(new Tooltip("Empty: as the content needs"));
        model.look().subscribe(look -> {
            width.setText(number(look.widthMm()));
            height.setText(look.heightMm().isPresent() ? number(look.heightMm().getAsDouble()) : "");
        });
        model.preview().subscribe(preview -> height.setPromptText(preview instanceof Drawn drawn ? number(drawn.heightMm()) : ""));
        HBox both = new HBox(width, height);
        both.getStyleClass().add("figures-copying");
        HBox.setHgrow(width, Priority.ALWAYS);
        HBox.setHgrow(height, Priority.ALWAYS);
        GridPane grid = Inspector.grid();
        grid.addRow(0, Inspector.label("Preset", presets), presets);
        grid.addRow(1, Inspector.label("W × H", both), both);
        getChildren().setAll(Inspector.section("Size", grid).getChildren());
        getStyleClass().add("figures-section");
    }

    private void take(Preset preset) {
        Look look = model.look().get();
        if (preset != Preset.of(look) && preset != Preset.OWN) {
            model.look().set(look.wide(preset == Preset.COLUMN ? Look.COLUMN_MM : Look.PAGE_MM));
        }
    }

    private static CustomTextField field(String name, Predicate<String> take) {
        CustomTextField field = new CustomTextField();
        Label unit = new Label("mm");
        unit.getStyleClass().add("secondary");
        field.setRight(unit);
        field.setPrefColumnCount(4);
        field.setAccessibleText(name);
        Runnable check = () -> field.pseudoClassStateChanged(Styles.STATE_DANGER, !take.test(field.getText().strip()));
        field.setOnAction(event -> check.run());
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                check.run();
            }
        });
        return field;
    }

    private boolean takeWidth(String text) {
        Optional<Double> mm = millimetres(text, Look::isWidth);
        mm.filter(value -> value != model.look().get().widthMm()).ifPresent(value -> model.look().set(model.look().get().wide(value)));
        return mm.isPresent();
    }

    private boolean takeHeight(String text) {
        Optional<Double> mm = millimetres(text, Look::isHeight);
        OptionalDouble height = mm.isPresent() ? OptionalDouble.of(mm.get()) : OptionalDouble.empty();
        if ((mm.isPresent() || text.isEmpty()) && !height.equals(model.look().get().heightMm())) {
            model.look().set(model.look().get().high(height));
        }
        return mm.isPresent() || text.isEmpty();
    }

    private static Optional<Double> millimetres(String text, DoublePredicate allowed) {
        try {
            double mm = Double.parseDouble(text.replace(',', '.'));
            return allowed.test(mm) ? Optional.of(mm) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String number(double mm) {
        return String.format(Locale.ROOT, "%.1f", mm);
    }
}
