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

    private static final String PAGE = "-color-bg-default";
    private static final String SIDE = "-color-bg-subtle";
    private static final String SELECTED_ROW = "-color-accent-subtle";
    private static final String HOVERED_ROW = "-assay-fill";
    /** What lies under words of an answer, on the page or in a block of code. */
    private static final List<String> UNDER_WORDS = List.of(PAGE, SIDE, "-assay-quote", "-assay-different", "-assay-selection");

    /** Colours of text, and each ground on which text of that colour stands somewhere in the window. */
    private static final Map<String, List<String>> GROUNDS = Map.ofEntries(
            Map.entry("-color-fg-default", List.of(PAGE, SIDE, SELECTED_ROW, HOVERED_ROW, "-assay-quote", "-assay-different", "-assay-selection")),
            Map.entry("-color-fg-muted", List.of(PAGE, SIDE, SELECTED_ROW, HOVERED_ROW)),
            Map.entry("-color-fg-subtle", List.of(PAGE, SIDE)),
            Map.entry("-color-accent-fg", List.of(PAGE, SIDE, SELECTED_ROW, HOVERED_ROW, "-assay-quote", "-assay-different", "-assay-selection")),
            Map.entry("-assay-running-fg", List.of(SELECTED_ROW)),
            Map.entry("-assay-better-fg", List.of(PAGE, SIDE, SELECTED_ROW, HOVERED_ROW, "-assay-better-subtle")),
            Map.entry("-assay-worse-fg", List.of(PAGE, SIDE, SELECTED_ROW, HOVERED_ROW)),
            Map.entry("-assay-failed-fg", List.of("-assay-worse-subtle")),
            Map.entry("-assay-warning-fg", List.of(PAGE, "-assay-warning-subtle")),
            Map.entry("-assay-code-keyword", UNDER_WORDS),
            Map.entry("-assay-code-string", UNDER_WORDS),
            Map.entry("-assay-code-comment", UNDER_WORDS),
            Map.entry("-assay-code-number", UNDER_WORDS));

    private static final List<String> MARKS = List.of("-assay-better", "-assay-worse", "-assay-neutral", "-color-accent-emphasis");

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
    void textIsReadableOnEachGroundItStandsOn(String scheme) throws IOException {
        Map<String, Color> tokens = tokens(scheme);
        GROUNDS.forEach((text, grounds) -> grounds.forEach(ground ->
                assertThat(contrast(tokens, text, ground)).as("%s on %s in %s", text, ground, scheme).isGreaterThanOrEqualTo(4.5)));
    }

    /** A colour that is added to the scheme is tested too. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void noColourOfTextIsForgotten(String scheme) throws IOException {
        assertThat(tokens(scheme).keySet().stream().filter(name -> name.endsWith("-fg") || name.contains("-fg-") || name.contains("-code-")))
                .allMatch(GROUNDS::containsKey, "is tested on its grounds");
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
