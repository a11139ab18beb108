package dev.assay.app.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2 contrast of the tokens: text 4.5, marks 3.0. */
class ContrastTest {

    private static final Pattern TOKEN = Pattern.compile("(-(?:color|assay)-[a-z0-9-]+):\\s*(#[0-9a-f]{6});");

    private static final List<String> TEXTS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-fg-subtle",
            "-color-accent-fg",
            "-assay-better-fg",
            "-assay-worse-fg",
            "-assay-warning-fg",
            "-assay-code-keyword",
            "-assay-code-string",
            "-assay-code-comment",
            "-assay-code-number");

    private static final List<String> MARKS = List.of("-assay-better", "-assay-worse", "-assay-neutral", "-color-accent-emphasis");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsReadableOnThePage(String scheme) throws IOException {
        Map<String, Color> tokens = tokens(scheme);
        for (String text : TEXTS) {
            assertThat(contrast(tokens, text, "-color-bg-default")).as("%s in %s", text, scheme).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void marksAreSeenOnThePage(String scheme) throws IOException {
        Map<String, Color> tokens = tokens(scheme);
        for (String mark : MARKS) {
            assertThat(contrast(tokens, mark, "-color-bg-default")).as("%s in %s", mark, scheme).isGreaterThanOrEqualTo(3.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsReadableOnEverythingItStandsOn(String scheme) throws IOException {
        Map<String, Color> tokens = tokens(scheme);
        for (String ground : List.of("-color-bg-subtle", "-color-accent-subtle", "-assay-fill", "-assay-quote")) {
            assertThat(contrast(tokens, "-color-fg-default", ground)).as("text on %s in %s", ground, scheme).isGreaterThanOrEqualTo(4.5);
        }
        assertThat(contrast(tokens, "-color-fg-muted", "-color-bg-subtle")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(tokens, "-color-fg-muted", "-assay-fill")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(tokens, "-assay-running-fg", "-color-accent-subtle")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(tokens, "-assay-failed-fg", "-assay-worse-subtle")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(tokens, "-assay-better-fg", "-assay-better-subtle")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(tokens, "-assay-warning-fg", "-assay-warning-subtle")).isGreaterThanOrEqualTo(4.5);
    }

    private static Map<String, Color> tokens(String scheme) throws IOException {
        try (InputStream sheet = Objects.requireNonNull(Appearance.class.getResourceAsStream(scheme + ".css"))) {
            Matcher matcher = TOKEN.matcher(new String(sheet.readAllBytes(), UTF_8));
            Map<String, Color> tokens = new HashMap<>();
            while (matcher.find()) {
                tokens.put(matcher.group(1), Color.web(matcher.group(2)));
            }
            return tokens;
        }
    }

    private static double contrast(Map<String, Color> tokens, String text, String ground) {
        double one = luminance(Objects.requireNonNull(tokens.get(text), text));
        double other = luminance(Objects.requireNonNull(tokens.get(ground), ground));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** Relative luminance (WCAG 2.2). */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
