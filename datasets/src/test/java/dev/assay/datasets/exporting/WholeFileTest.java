package dev.assay.datasets.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
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
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        WholeFile.write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void whatIsNoRegularFileIsNotReplaced() throws IOException {
        // A socket stands for devices: a fault of this test cannot harm those of the system.
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(() -> WholeFile.write(socket, "new")).isInstanceOf(AssayException.class);
            assertThat(socket).exists();
            assertThat(Files.isRegularFile(socket)).isFalse();
        }
    }

    @Test
    void aFaultWhileDrawingLeavesNothing() {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("f.csv"), out -> {
            throw new IllegalStateException("drawing failed");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
