package dev.assay.datasets.importing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON Lines: one object a line; blank lines are passed over. */
final class JsonLines implements Elements {

    private final ByteInput in;
    private final ElementBuffer element = new ElementBuffer();

    JsonLines(ByteInput in) {
        this.in = in;
    }

    @Override
    public @Nullable Element next() throws IOException {
        for (long line = in.line(); ; line = in.line()) {
            element.clear();
            if (!in.readLine(element)) {
                return null;
            }
            if (!element.isBlank()) {
                return JsonElement.parse(line, element);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
