package dev.assay.datasets.importing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one JSON array, cut out by their brackets before they are parsed, so that an element that is no proper JSON does not
 * take those after it along.
 */
final class JsonArrayElements implements Elements {

    private final ByteInput in;
    private final ElementBuffer element = new ElementBuffer();
    private boolean begun;
    private boolean ended;

    JsonArrayElements(ByteInput in) {
        this.in = in;
    }

    @Override
    public @Nullable Element next() throws IOException {
        if (ended) {
            return null;
        }
        if (!begun) {
            skipBlanks(false);
            in.read();
            begun = true;
        }
        skipBlanks(true);
        long line = in.line();
        return switch (in.peek()) {
            case ByteInput.END -> end(new Bad(line, "the file ends inside the array: is it cut off?"));
            case ']' -> {
                in.read();
                skipBlanks(false);
                yield end(in.peek() == ByteInput.END ? null : new Bad(in.line(), "there is more text after the end of the array"));
            }
            default -> {
                element.clear();
                copyElement();
                yield JsonElement.parse(line, element);
            }
        };
    }

    private @Nullable Element end(@Nullable Element last) {
        ended = true;
        return last;
    }

    private void skipBlanks(boolean andCommas) throws IOException {
        for (int next = in.peek();
                next == ' ' || next == '\n' || next == '\r' || next == '\t' || (andCommas && next == ',');
                next = in.peek()) {
            in.read();
        }
    }

    /** Up to the bracket that closes it; an element without brackets, up to the comma or bracket after it. */
    private void copyElement() throws IOException {
        int depth = 0;
        boolean inText = false;
        for (int next = in.peek(); next != ByteInput.END; next = in.peek()) {
            if (depth == 0 && !inText && (next == ',' || next == ']')) {
                return;
            }
            element.append(in.read());
            if (inText) {
                // A text never runs over a line break: one that does lacks its quote, and the next line is no text.
                inText = next != '"' && next != '\n';
                if (next == '\\' && in.peek() != ByteInput.END) {
                    element.append(in.read());
                }
            } else if (next == '"') {
                inText = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
                if (depth == 0) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
