package dev.assay.app.controls;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * The theme's colours and size of text for what is drawn by hand. A node without extent, to be added to the control that draws, so that
 * the stylesheet reaches it; tells when something has changed and the drawing is to be made anew.
 */
public final class Inks extends Region {

    private static final StyleablePropertyFactory<Inks> FACTORY = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    static final String STYLESHEET =
            Objects.requireNonNull(Inks.class.getResource("/dev/assay/app/controls/controls.css")).toExternalForm();

    private final Runnable changed;
    private final StyleableProperty<Font> font =
            FACTORY.createStyleableFontProperty(this, "font", "-fx-font", inks -> inks.font, Font.getDefault(), true);
    private final StyleableProperty<Color> text = color("text", inks -> inks.text);
    private final StyleableProperty<Color> muted = color("muted", inks -> inks.muted);
    private final StyleableProperty<Color> subtle = color("subtle", inks -> inks.subtle);
    private final StyleableProperty<Color> line = color("line", inks -> inks.line);
    private final StyleableProperty<Color> border = color("border", inks -> inks.border);
    private final StyleableProperty<Color> page = color("page", inks -> inks.page);
    private final StyleableProperty<Color> accent = color("accent", inks -> inks.accent);
    private final StyleableProperty<Color> selected = color("selected", inks -> inks.selected);
    private final StyleableProperty<Color> better = color("better", inks -> inks.better);
    private final StyleableProperty<Color> betterText = color("better-text", inks -> inks.betterText);
    private final StyleableProperty<Color> betterFill = color("better-fill", inks -> inks.betterFill);
    private final StyleableProperty<Color> worse = color("worse", inks -> inks.worse);
    private final StyleableProperty<Color> worseText = color("worse-text", inks -> inks.worseText);
    private final StyleableProperty<Color> worseFill = color("worse-fill", inks -> inks.worseFill);
    private final StyleableProperty<Color> failed = color("failed", inks -> inks.failed);
    private final StyleableProperty<Color> neutral = color("neutral", inks -> inks.neutral);

    /** @param changed called, possibly often in a row, when the drawing is to be made anew */
    public Inks(Runnable changed) {
        this.changed = changed;
        getStyleClass().add("inks");
        getStylesheets().add(STYLESHEET);
        setManaged(false);
        setMouseTransparent(true);
        for (StyleableProperty<?> property : List.of(
                font, text, muted, subtle, line, border, page, accent, selected, better, betterText, betterFill, worse, worseText, worseFill,
                failed, neutral)) {
            ((ObservableValue<?>) property).addListener((any, old, now) -> this.changed.run());
        }
    }

    private StyleableProperty<Color> color(String name, Function<Inks, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(this, name, "-ink-" + name, property, Color.GRAY);
    }

    /** Pixels of 1 px of the drawings' sizes at the size of text that the person has chosen: 1 at 100 %. */
    public double scale() {
        return font.getValue().getSize() / 13;
    }

    public Font font(double em) {
        return Font.font(font.getValue().getFamily(), em * font.getValue().getSize());
    }

    public Font strong(double em) {
        return Font.font("Assay Sans SemiBold", em * font.getValue().getSize());
    }

    public Color text() {
        return text.getValue();
    }

    public Color muted() {
        return muted.getValue();
    }

    public Color subtle() {
        return subtle.getValue();
    }

    public Color line() {
        return line.getValue();
    }

    public Color border() {
        return border.getValue();
    }

    public Color page() {
        return page.getValue();
    }

    public Color accent() {
        return accent.getValue();
    }

    /** Ground of a selected row. */
    public Color selected() {
        return selected.getValue();
    }

    /** Of a dot and its line. */
    public Color mark(Standing standing) {
        return switch (standing) {
            case BETTER -> better.getValue();
            case WORSE -> worse.getValue();
            case LEVEL, UNTESTED -> neutral.getValue();
        };
    }

    /** Of a number. */
    public Color number(Standing standing) {
        return switch (standing) {
            case BETTER -> betterText.getValue();
            case WORSE -> worseText.getValue();
            case LEVEL -> text();
            case UNTESTED -> muted();
        };
    }

    /** Of words on the ground of what is worse. */
    public Color failed() {
        return failed.getValue();
    }

    /** Of a bar behind a mark. */
    public Color ground(Standing standing) {
        return switch (standing) {
            case BETTER -> betterFill.getValue();
            case WORSE -> worseFill.getValue();
            case LEVEL, UNTESTED -> line();
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
