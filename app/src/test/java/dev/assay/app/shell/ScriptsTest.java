package dev.assay.app.shell;

import static dev.assay.app.testing.Bench.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.testing.Toolkit;
import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names in many scripts, wherever the window shows a name. */
class ScriptsTest {

    private static final List<String> SUBJECTS = List.of(
            "한국어-모델-7B", "通义千问-72B", "日本語モデル-13B", "מודל-שפה-7B", "نموذج-اللغة-7B", "हिन्दी-मॉडल-7B", "ЯндексGPT-3", "emoji 😀🚀✅ model");

    private static final List<String> NODES = List.of(
            "/프로그래밍/언어/자바", "/編程/调试与优化/并发错误的定位", "/作文/題材/スポーツ", "/כתיבה/נושא/אוכל", "/كتابة/موضوع/رياضة", "/लेखन/विषय/भोजन",
            "/emoji 😀/kinds 🚀/done ✅", "/письмо/тема/еда");

    @TempDir
    private Path folder;

    /** What no font has is drawn as a box, and boxes look alike. */
    @ParameterizedTest
    @CsvSource({"한,글", "模,型", "모,델", "か,な", "カ,ナ", "「,、"})
    void lettersOfBundledFontsAreDrawnInEveryWeight(String one, String other) {
        for (String weight : List.of("plain", "medium", "strong")) {
            assertThat(drawn(one, weight)).as("%s and %s, %s", one, other, weight).isNotEqualTo(drawn(other, weight));
        }
    }

    private static int[] drawn(String text, String weight) {
        Toolkit.start();
        return onFx(() -> {
            Label label = new Label(text);
            label.getStyleClass().add(weight);
            Scene scene = new Scene(label, 40, 40);
            new Appearance(new Settings()).dress(scene);
            WritableImage image = scene.snapshot(null);
            int[] pixels = new int[40 * 40];
            image.getPixelReader().getPixels(0, 0, 40, 40, PixelFormat.getIntArgbInstance(), pixels, 0, 40);
            return pixels;
        });
    }

    @ParameterizedTest
    @EnumSource(value = ViewId.class, names = {"OVERVIEW", "QUERIES", "PROFILES", "CATEGORIES", "RESPONSES"})
    void viewsShowThem(ViewId id) {
        try (Study study = study();
                Bench bench = new Bench(study)) {
            bench.show(workbench -> new Views(workbench).apply(id), Place.of(id), 980, 800);
            bench.pictures("scripts-" + id.name().toLowerCase(Locale.ROOT));
        }
    }

    private Study study() {
        return JudgedStudy.create(
                folder.resolve("scripts.assay"), NODES, SUBJECTS, 80, (query, subject) -> OptionalDouble.of((query * 7 + subject * 3) % 10));
    }
}
