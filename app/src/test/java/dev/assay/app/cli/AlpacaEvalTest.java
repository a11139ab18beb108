package dev.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.app.cli.Shell.Outcome;
import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From real data to a profile by the commands that a person would type, checked against published values. */
class AlpacaEvalTest {

    private static final double NORMAL_97_5 = 1.959964;

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void theProfileOfRealDataAgreesWithThePublishedLeaderboard() throws IOException {
        Path data = RealData.require("alpaca_eval");
        Path tree = RealData.require("feedbacker/cata_tree.json");
        String study = folder.resolve("s.assay").toString();

        Outcome imported = shell.run("import", "alpaca-eval", data.toString(), "--study", study, "--json");
        assertThat(imported.json().at("/imported/responses").asInt()).isEqualTo(8_050);
        shell.run("import", "feedbacker-taxonomy", tree.toString(), "--study", study);
        Outcome tagged = shell.run("tag", "--study", study, "--json");
        assertThat(tagged.json().path("tagged").asInt()).isEqualTo(805);
        Outcome profile = shell.run("profile", "--study", study, "--json");

        Map<String, double[]> published = published(data.resolve("leaderboard.csv"));
        int roots = 0;
        for (JsonNode node : profile.json().path("nodes")) {
            if (node.path("path").asText().equals("/")) {
                roots++;
                double[] expected = Objects.requireNonNull(published.get(node.path("subject").asText()));
                assertThat(node.path("mean").asDouble()).isCloseTo(expected[0], within(1e-6));
                double error = (node.path("high").asDouble() - node.path("low").asDouble()) / (2 * NORMAL_97_5);
                assertThat(error).isCloseTo(expected[1], within(0.02 * expected[1] + 1e-12));
            }
        }
        assertThat(roots).isEqualTo(10);
        assertThat(profile.json().path("nodes").findValuesAsText("path")).contains("/coding", "/writing", "/mathematics");
    }

    private static Map<String, double[]> published(Path csv) throws IOException {
        Map<String, double[]> values = new HashMap<>();
        for (String line : Files.readAllLines(csv)) {
            List<String> cells = List.of(line.split(",", -1));
            if (!cells.get(0).isEmpty()) {
                values.put(cells.get(0), new double[] {Double.parseDouble(cells.get(1)), Double.parseDouble(cells.get(2))});
            }
        }
        return values;
    }
}
