package dev.assay.datasets.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a file, with the number of the line they stand in. */
final class ByteInput implements Closeable {

    static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long line = 1;

    ByteInput(InputStream in) {
        this.in = in;
    }

    /** Line of the next byte, counted from 1. */
    long line() {
        return line;
    }

    int read() throws IOException {
        if (at == end && !fill()) {
            return END;
        }
        byte value = buffer[at++];
        if (value == '\n') {
            line++;
        }
        return value & 0xff;
    }

    int peek() throws IOException {
        return at == end && !fill() ? END : buffer[at] & 0xff;
    }

    /** Appends the rest of the line without its end. Returns false if there is no line any more. */
    boolean readLine(ElementBuffer target) throws IOException {
        if (peek() == END) {
            return false;
        }
        while (at < end || fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            target.append(buffer, at, stop - at);
            at = stop;
            if (at < end) {
                at++;
                line++;
                return true;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer);
        at = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
