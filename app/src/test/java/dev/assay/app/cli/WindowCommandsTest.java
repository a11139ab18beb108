package dev.assay.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.study.Study;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that open a window, each in a process of its own: JavaFX can be started once in a process. */
class WindowCommandsTest {

    private record Outcome(int code, String out, String err) {}

    @TempDir
    private Path folder;

    @Test
    void everyViewIsRenderedWithoutADisplay() throws Exception {
        Path study = study();
        Outcome outcome = run(List.of(), "screens", "--study", study.toString(), "--out", folder.resolve("pictures").toString(),
                "--theme", "dark", "--size", "900x700", "--json", "--quiet");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        JsonNode files = new ObjectMapper().readTree(outcome.out()).path("files");
        assertThat(StreamSupport.stream(files.spliterator(), false).map(file -> Path.of(file.asText()).getFileName().toString()))
                .contains("overview.png", "queries.png", "responses.png", "profiles.png", "categories.png", "figures.png");
        for (JsonNode file : files) {
            BufferedImage image = ImageIO.read(new File(file.asText()));
            assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(900, 700));
            assertThat(new Color(image.getRGB(450, 699)).getRed()).as("a dark ground").isLessThan(80);
        }
    }

    @Test
    void theWindowSaysHowLongItTookUntilItWasPainted() throws Exception {
        Outcome outcome = run(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"), "open", "--startup-report", "--json");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(new ObjectMapper().readTree(outcome.out()).path("startupMs").asInt()).isPositive();
    }

    @Test
    void withoutADisplayTheErrorIsOneLine() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/libgtk-3.so.0")), "skipped: GTK, which would look for a display, is not installed");
        Outcome outcome = run(List.of("-Dglass.platform=gtk"), "open", "--startup-report");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err().lines()).last().asString().startsWith("assay: there is no display").contains("--help");
    }

    @Test
    void aSizeThatCannotBeDrawnIsRefused() throws Exception {
        Outcome outcome = run(List.of(), "screens", "--study", study().toString(), "--out", folder.resolve("p").toString(), "--size", "huge");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err().lines()).singleElement().asString().contains("--size WIDTHxHEIGHT");
        assertThat(folder.resolve("p")).doesNotExist();
    }

    private Path study() {
        Path file = folder.resolve("s.assay");
        Study.create(file, Clock.systemUTC()).close();
        return file;
    }

    private Outcome run(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(6, options);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("ASSAY_HOME", folder.resolve("home").toString());
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        boolean ended = process.waitFor(120, SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended by itself").isTrue();
        return new Outcome(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
}
