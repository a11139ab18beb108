package dev.assay.datasets.models.batches;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of a text that nobody vouches for: one that is too long is cut, so that it cannot fill the memory. */
final class BoundedLines {

    /** Longer than any reply may be. */
    static final int LONGEST = 32 << 20;

    private final Reader in;
    private final int longest;

    BoundedLines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; empty at the end of the text. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() < longest) {
                line.append((char) c);
            }
        }
        return Optional.of(line.toString());
    }
}
