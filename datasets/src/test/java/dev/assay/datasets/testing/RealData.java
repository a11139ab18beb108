package dev.assay.datasets.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Other people's data, which lies beside the project and is never copied into it (system property {@code assay.data}). */
public final class RealData {

    private RealData() {}

    /** A file or folder of it; the test is skipped, and says so, where it is absent. */
    public static Path require(String relative) {
        Path path = root().resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), "skipped: the real data " + path + " is absent");
        return path;
    }

    public static Path root() {
        return Path.of(System.getProperty("assay.data", "../shared/data")).toAbsolutePath().normalize();
    }
}
