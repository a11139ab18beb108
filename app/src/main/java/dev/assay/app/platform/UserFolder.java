package dev.assay.app.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a person's own files of the program lie, by the custom of each system. */
public final class UserFolder {

    private UserFolder() {}

    /**
     * The folder for preferences. It may not be there yet.
     *
     * @param environment of the process; {@code ASSAY_HOME} names another folder
     * @param properties of the virtual machine: os.name and user.home
     */
    public static Path preferences(Map<String, String> environment, Map<?, ?> properties) {
        String own = environment.getOrDefault("ASSAY_HOME", "");
        if (!own.isBlank()) {
            return Path.of(own);
        }
        Path home = Path.of(String.valueOf(properties.get("user.home")));
        String system = String.valueOf(properties.get("os.name")).toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Assay");
        }
        if (system.contains("win")) {
            return folder(environment.get("APPDATA"), home.resolve("AppData/Roaming")).resolve("Assay");
        }
        return folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("assay");
    }

    private static Path folder(@Nullable String named, Path usual) {
        return named == null || named.isBlank() ? usual : Path.of(named);
    }

    /** Where the demo study is made. */
    public static Path demo(Map<?, ?> properties) {
        return Path.of(String.valueOf(properties.get("user.home"))).resolve("Assay demo");
    }
}
