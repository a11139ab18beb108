package dev.assay.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class TextWidthTest {

    @Test
    void whatIsTooLongEndsInAnEllipsisAndFits() {
        for (String name : new String[] {"a-model-with-a-very-long-name-instruct", "非常长的模型名称非常长的模型名称", "😀😀😀😀😀😀😀😀😀😀😀😀"}) {
            String fitting = Bench.onFx(() -> TextWidth.fitting(name, Font.font(13), 80));
            double width = Bench.onFx(() -> TextWidth.of(fitting, Font.font(13)));
            assertThat(width).isLessThanOrEqualTo(80);
            assertThat(fitting).endsWith("…");
            assertThat(name).startsWith(fitting.substring(0, fitting.length() - 1));
            assertThat(Character.isHighSurrogate(fitting.charAt(Math.max(0, fitting.length() - 2)))).as("half a character").isFalse();
        }
    }

    @Test
    void whatFitsIsLeftAsItIs() {
        assertThat(Bench.onFx(() -> TextWidth.fitting("short", Font.font(13), 200))).isEqualTo("short");
    }
}
