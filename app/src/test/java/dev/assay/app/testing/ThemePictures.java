package dev.assay.app.testing;

import static dev.assay.app.testing.Bench.onFx;

import dev.assay.app.platform.Picture;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Scene;

/**
 * Pictures of a window in each theme, to be looked at.
 *
 * @param settings those that the window follows; light afterwards
 * @param settle waits until the window shows what it shall
 */
public record ThemePictures(Settings settings, Runnable settle, Supplier<Scene> scene) {

    /** Writes {@code target/screens/NAME-dark.png} and {@code target/screens/NAME-light.png}. */
    public void write(String name) {
        for (Scheme scheme : List.of(Scheme.DARK, Scheme.LIGHT)) {
            onFx(() -> {
                settings.scheme().set(scheme);
                return true;
            });
            settle.run();
            Picture.write(onFx(() -> Picture.of(scene.get())), Bench.screen(name + "-" + scheme.name().toLowerCase(Locale.ROOT)));
        }
    }
}
