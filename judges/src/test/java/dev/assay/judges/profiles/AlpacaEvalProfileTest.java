package dev.assay.judges.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.testing.RealData;
import dev.assay.judges.statistics.Interval;
import dev.assay.taxonomy.tree.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against the published leaderboard of AlpacaEval 2. */
class AlpacaEvalProfileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theRootAgreesWithThePublishedWinRatesAndStandardErrors() throws IOException {
        Path folder = RealData.require("alpaca_eval");
        NodeProfile root = profile(folder).root();
        assertThat(root.n()).isEqualTo(805);
        assertThat(root.subjects()).hasSize(10);
        for (String line : Files.readAllLines(folder.resolve("leaderboard.csv"))) {
            String[] cells = line.split(",", -1);
            root.subject(cells[0]).ifPresent(score -> {
                SubjectScore.Mean mean = score.mean().orElseThrow();
                Interval interval = mean.interval().orElseThrow();
                double standardError = Double.parseDouble(cells[2]);
                assertThat(mean.value()).as(cells[0]).isCloseTo(Double.parseDouble(cells[1]), within(1e-6));
                assertThat(interval.width() / 2 / 1.96).as(cells[0]).isCloseTo(standardError, within(0.02 * standardError));
            });
        }
    }

    @Test
    void everyPublishedModelWasCompared() throws IOException {
        Path folder = RealData.require("alpaca_eval");
        List<String> published = Files.readAllLines(folder.resolve("leaderboard.csv")).stream()
                .map(line -> line.split(",", -1)[0])
                .toList();
        assertThat(published).containsAll(profile(folder).subjects());
    }

    private static Profile profile(Path folder) throws IOException {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        try (Stream<Path> models = Files.list(folder)) {
            models.filter(Files::isDirectory).sorted().forEach(model -> read(model, scores));
        }
        return Profiler.profile(scores.build(), new Taxonomy(List.of()), List.of(), ProfileOptions.seeded(1));
    }

    private static void read(Path model, ScoreMatrix.Builder scores) {
        try {
            for (JsonNode row : JSON.readTree(model.resolve("annotations.json").toFile())) {
                double preference = row.path("preference").asDouble();
                scores.score(row.path("instruction").asText(), model.getFileName().toString(), (preference - 1) * 100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
