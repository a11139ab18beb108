package dev.assay.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasChosenIsThereTheNextTime() {
        Settings settings = new Settings();
        settings.scheme().set(Scheme.DARK);
        settings.textSize().set(140);
        settings.recentStudies().add("/studies/a.assay");
        settings.remember("queries.columns", "120 40");
        new PreferencesFile(folder.resolve("new/folder")).write(PreferencesFile.toJson(settings));

        Settings later = new Settings();
        assertThat(new PreferencesFile(folder.resolve("new/folder")).load(later)).isEmpty();
        assertThat(later.scheme().get()).isEqualTo(Scheme.DARK);
        assertThat(later.textSize().get()).isEqualTo(140);
        assertThat(later.recentStudies()).containsExactly("/studies/a.assay");
        assertThat(later.recall("queries.columns")).contains("120 40");
    }

    @Test
    void aBrokenFileIsSetAsideAndSaidSo() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{\"scheme\": ");
        Settings settings = new Settings();
        PreferencesFile file = new PreferencesFile(folder);
        assertThat(file.load(settings)).get().asString().contains("preferences.broken.json");
        assertThat(settings.textSize().get()).isEqualTo(100);
        file.write(PreferencesFile.toJson(settings));
        assertThat(folder.resolve("preferences.json")).exists();
        assertThat(folder.resolve("preferences.broken.json")).hasContent("{\"scheme\": ");
    }

    @Test
    void preferencesOfANewerProgramAreNotWrittenOver() throws IOException {
        String newer = "{\"version\": 2, \"scheme\": \"dark\", \"more\": true}";
        Files.writeString(folder.resolve("preferences.json"), newer);
        Settings settings = new Settings();
        PreferencesFile file = new PreferencesFile(folder);
        assertThat(file.load(settings)).isEmpty();
        assertThat(settings.scheme().get()).isEqualTo(Scheme.DARK);
        file.write(PreferencesFile.toJson(settings));
        assertThat(folder.resolve("preferences.json")).hasContent(newer);
    }

    @Test
    void wrongValuesAreReplacedByUsualOnes() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{\"version\":1,\"scheme\":\"pink\",\"textSize\":9000,\"recentStudies\":7}");
        Settings settings = new Settings();
        assertThat(new PreferencesFile(folder).load(settings)).isEmpty();
        assertThat(settings.scheme().get()).isEqualTo(Scheme.SYSTEM);
        assertThat(settings.textSize().get()).isEqualTo(Settings.LARGEST_TEXT);
        assertThat(settings.recentStudies()).isEmpty();
    }
}
