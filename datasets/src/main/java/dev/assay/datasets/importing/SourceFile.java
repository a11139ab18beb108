package dev.assay.datasets.importing;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.Sha256;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file to import. It is opened past its compression (gzip, told by its first bytes) and its byte-order mark. */
final class SourceFile {

    private static final int BUFFER = 1 << 16;

    private final Path path;

    private SourceFile(Path path) {
        this.path = path;
    }

    /** @throws AssayException if there is no such file, if it is a folder, cannot be read or is empty */
    static SourceFile require(Path path) {
        if (Files.isDirectory(path)) {
            throw new AssayException(path + " is a folder: name the files in it");
        }
        if (!Files.exists(path)) {
            throw new AssayException(path + " does not exist: check the path");
        }
        if (!Files.isRegularFile(path)) {
            throw new AssayException(path + " is no regular file: save its content to a file and import that");
        }
        if (!Files.isReadable(path)) {
            throw new AssayException(path + " cannot be read: check its permissions");
        }
        SourceFile file = new SourceFile(path);
        if (file.size() == 0) {
            throw new AssayException(path + " is empty: was it downloaded completely?");
        }
        return file;
    }

    Path path() {
        return path;
    }

    /** Name without folders. */
    String name() {
        return path.getFileName().toString();
    }

    /** Name without folders, and without the endings of the format and the compression. */
    String stem() {
        String stem = name();
        for (String ending : new String[] {".gz", ".jsonl", ".ndjson", ".json", ".csv"}) {
            if (stem.toLowerCase(Locale.ROOT).endsWith(ending) && stem.length() > ending.length()) {
                stem = stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem;
    }

    boolean hasEnding(String ending) {
        String name = name().toLowerCase(Locale.ROOT);
        return name.endsWith(ending) || name.endsWith(ending + ".gz");
    }

    /** Bytes on the disk. */
    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Of the bytes on the disk, in hexadecimal. */
    String sha256() {
        try {
            return Sha256.of(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** @param read told how many bytes more were read from the disk */
    InputStream open(LongConsumer read) throws IOException {
        InputStream disk = new BufferedInputStream(new Counted(Files.newInputStream(path), read), BUFFER);
        if (startsWith(disk, 0x1f, 0x8b)) {
            disk = new BufferedInputStream(new GZIPInputStream(disk, BUFFER), BUFFER);
        }
        requireText(disk);
        if (startsWith(disk, 0xef, 0xbb, 0xbf)) {
            disk.skipNBytes(3);
        }
        return disk;
    }

    AssayException unreadable(IOException e) {
        if (e instanceof ZipException || e instanceof EOFException) {
            return new AssayException(
                    path + " is a damaged gzip file (" + e.getMessage() + "), nothing of it was imported: fetch or compress it again", e);
        }
        return new AssayException(path + " cannot be read (" + e + "): check its permissions and the disk", e);
    }

    private void requireText(InputStream in) throws IOException {
        if (startsWith(in, 0xff, 0xfe) || startsWith(in, 0xfe, 0xff)) {
            throw new AssayException(path + " is UTF-16: save it as UTF-8");
        }
        if (startsWith(in, 'P', 'K', 3, 4)) {
            throw new AssayException(path + " is a zip archive: unpack it and import what is in it");
        }
    }

    private static boolean startsWith(InputStream in, int... bytes) throws IOException {
        in.mark(bytes.length);
        try {
            for (int expected : bytes) {
                if (in.read() != expected) {
                    return false;
                }
            }
            return true;
        } finally {
            in.reset();
        }
    }

    private static final class Counted extends FilterInputStream {

        private final LongConsumer read;

        Counted(InputStream in, LongConsumer read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            if (count > 0) {
                read.accept(count);
            }
            return count;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                read.accept(1);
            }
            return value;
        }
    }
}
