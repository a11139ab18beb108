package dev.assay.app.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Linux system without fontconfig, as in small containers: there Java cannot even load a font from a file, since it asks
 * fontconfig for its logical fonts first. A configuration of our own that maps them to a bundled font takes its place.
 */
final class FontlessSystem {

    private static final Logger LOG = LoggerFactory.getLogger(FontlessSystem.class);
    private static final String PROPERTY = "sun.awt.fontconfig";
    private static final List<String> FAMILIES = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

    private FontlessSystem() {
    }

    /** Whether Java was given a font configuration, so that loading a font is worth another try. */
    static boolean supply(byte[] font) {
        if (System.getProperty(PROPERTY) != null || !System.getProperty("os.name", "").startsWith("Linux")) {
            return false;
        }
        try {
            Path folder = Files.createTempDirectory("assay-fonts");
            Path file = Files.write(folder.resolve("AssaySans-Regular.ttf"), font);
            Path configuration = Files.write(folder.resolve("fontconfig.properties"), lines(file));
            // Java reads both for as long as it runs.
            List.of(folder, file, configuration).forEach(path -> path.toFile().deleteOnExit());
            System.setProperty(PROPERTY, configuration.toString());
            LOG.info("This system has no fontconfig: figures use the bundled fonts alone.");
            return true;
        } catch (IOException e) {
            LOG.warn("This system has no fontconfig, and no configuration can be written in its place: {}", e.toString());
            return false;
        }
    }

    private static List<String> lines(Path font) {
        List<String> lines = new ArrayList<>();
        lines.add("version=1");
        FAMILIES.forEach(family -> STYLES.forEach(style -> lines.add(family + "." + style + ".latin-1=Assay Sans")));
        lines.add("sequence.allfonts=latin-1");
        lines.add("filename.Assay_Sans=" + font);
        return lines;
    }
}
