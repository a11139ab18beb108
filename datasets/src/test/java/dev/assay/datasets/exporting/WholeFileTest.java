package dev.assay.datasets.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void aFullDiskLeavesTheOldFileAndNoHalfOne() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        })).isInstanceOf(AssayException.class).hasMessageContaining("the disk is full").hasMessageContaining("f.csv");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aFaultWhileDrawingLeavesNothing() {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("f.csv"), out -> {
            throw new IllegalStateException("drawing failed");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
