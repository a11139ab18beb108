package dev.assay.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Gives scenes the look of the program, and changes it when the person, or the system, chooses another. On the JavaFX thread. */
public final class Appearance {

    /** Size of text at 100 percent, in pixels: the 1 em of every size in the stylesheet. */
    public static final double TEXT_SIZE = 13;

    /** JavaFX looks for what a font lacks in the system's fonts alone, so the text font has Chinese, Japanese and Korean itself. */
    private static final List<String> FONTS = List.of(
            "AssaySans.ttc",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf",
            "JetBrainsMono-Italic.ttf");

    private final Settings settings;
    private Optional<Boolean> chosen = Optional.empty();
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    public Appearance(Settings settings) {
        this.settings = settings;
        FONTS.forEach(file -> Font.loadFonts(resource("/dev/assay/app/fonts/" + file), TEXT_SIZE));
        settings.scheme().subscribe(this::choose);
        Platform.getPreferences().colorSchemeProperty().subscribe(() -> choose(settings.scheme().get()));
    }

    /** Whether the dark colours are shown. Charts and pictures drawn by hand follow it. */
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a scene the look of the program from now on. */
    public void dress(Scene scene) {
        dark.subscribe(isDark -> scene.getStylesheets().setAll(sheet("assay.css"), sheet(isDark ? "dark.css" : "light.css")));
        settings.textSize().subscribe(percent -> scene.getRoot().setStyle("-fx-font-size: " + TEXT_SIZE * percent.intValue() / 100 + "px;"));
        scene.rootProperty().subscribe(root -> root.getStyleClass().add("assay"));
    }

    private void choose(Scheme scheme) {
        boolean isDark = switch (scheme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        if (chosen.filter(now -> now == isDark).isEmpty()) {
            chosen = Optional.of(isDark);
            Application.setUserAgentStylesheet(isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            dark.set(isDark);
        }
    }

    private static String sheet(String name) {
        return resource("/dev/assay/app/theme/" + name);
    }

    private static String resource(String path) {
        return Objects.requireNonNull(Appearance.class.getResource(path), path).toExternalForm();
    }
}
