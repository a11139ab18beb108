package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.datasets.records.StorableText;
import java.io.Serial;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads JSON as models spell it: trailing commas, single quotes, names without quotes, comments, line breaks within strings, Python's True, False and
 * None. It does not guess: what is not closed, misses a comma, or says two things under one name is no value. NaN and infinities are no numbers; they
 * come out as texts, so that the check of the form names them.
 *
 * <p>The work is bounded over all reads of one text, whatever the text.
 */
final class TolerantJson {

    /** Stands for NUL and for what is no character, see {@link StorableText}. */
    static final char REPLACEMENT = '\uFFFD';
    static final char BYTE_ORDER_MARK = '\uFEFF';
    static final String TOO_DEEP = "it is nested too deeply";

    sealed interface Result {}

    /** @param end behind the value */
    record Read(JsonNode value, int end) implements Result {}

    /** @param names of members, at any depth, that were read before */
    record Malformed(int at, String why, Set<String> names) implements Result {}

    /** The text ended within the value. */
    record Unfinished(Set<String> names) implements Result {}

    /** Leaves the depths of a value; carries no stack trace, for it is no fault. */
    abstract static class Stop extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    /** Reading on would take too long. */
    static final class TooMuchWork extends Stop {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final int STEPS_PER_CHARACTER = 200;
    private static final int FREE_STEPS = 100_000;

    private final String text;
    private final Scalars scalars = new Scalars(LONGEST_NUMBER);
    private long stepsLeft;
    private int at;
    private Set<String> names = new HashSet<>();

    TolerantJson(String text) {
        this.text = text;
        this.stepsLeft = (long) STEPS_PER_CHARACTER * text.length() + FREE_STEPS;
    }

    /**
     * Reads the value that begins at a brace or bracket.
     *
     * @throws TooMuchWork if the text was made to be read for ever
     */
    Result read(int start) {
        at = start;
        names = new HashSet<>();
        try {
            JsonNode value = value(0);
            return new Read(value, at);
        } catch (NotJson e) {
            return new Malformed(Math.min(e.at, text.length()), e.why, names);
        } catch (TextEnds e) {
            return new Unfinished(names);
        }
    }

    private JsonNode value(int depth) {
        char c = afterSpace();
        if (depth == DEEPEST) {
            throw new NotJson(at, TOO_DEEP);
        }
        return switch (c) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"', '\'' -> TextNode.valueOf(string(",}]"));
            default -> scalar();
        };
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        at++;
        while (afterSpace() != '}') {
            String name = name();
            if (afterSpace() != ':') {
                throw new NotJson(at, "a name without a colon");
            }
            at++;
            names.add(name);
            JsonNode value = value(depth);
            JsonNode before = object.get(name);
            if (before != null && !before.equals(value)) {
                throw new NotJson(at, "two values for " + name);
            }
            object.set(name, value);
            separator('}');
        }
        at++;
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        at++;
        while (afterSpace() != ']') {
            array.add(value(depth));
            separator(']');
        }
        at++;
        return array;
    }

    private void separator(char close) {
        char c = afterSpace();
        if (c == ',') {
            at++;
        } else if (c != close) {
            throw new NotJson(at, "a comma is missing");
        }
    }

    private String name() {
        char c = peek();
        if (c == '"' || c == '\'') {
            return string(":");
        }
        int start = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '$' || peek() == '-') {
            at++;
        }
        if (at == start) {
            throw new NotJson(at, "no name");
        }
        return text.substring(start, at);
    }

    /** @param followers one of which must come after a closing apostrophe, for apostrophes also stand within texts */
    private String string(String followers) {
        char quote = peek();
        at++;
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = peek();
            if (c == quote && (quote == '"' || closes(followers))) {
                at++;
                return StorableText.of(value.toString());
            }
            at++;
            if (c == '\\') {
                escape(value);
            } else {
                value.append(c);
            }
        }
    }

    private boolean closes(String followers) {
        int next = at + 1;
        while (next < text.length() && isSpace(text.charAt(next))) {
            work();
            next++;
        }
        return next == text.length() || followers.indexOf(text.charAt(next)) >= 0;
    }

    /** What is no escape in JSON, such as in formulas, stands for itself. */
    private void escape(StringBuilder value) {
        char c = peek();
        at++;
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case '"', '\'', '\\', '/' -> value.append(c);
            case 'u' -> unicode(value);
            default -> value.append('\\').append(c);
        }
    }

    private void unicode(StringBuilder value) {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(i), 16);
            if (digit < 0) {
                value.append("\\u");
                return;
            }
            code = code * 16 + digit;
        }
        at += 4;
        value.append((char) code);
    }

    private JsonNode scalar() {
        int start = at;
        while (Scalars.mayHold(peek())) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true", "True" -> BooleanNode.TRUE;
            case "false", "False" -> BooleanNode.FALSE;
            case "null", "None" -> NullNode.instance;
            default -> scalars.numberOrName(word).orElseThrow(() -> new NotJson(start, "no value"));
        };
    }

    /** The next character that is neither space nor comment, without taking it. */
    private char afterSpace() {
        while (true) {
            char c = peek();
            if (isSpace(c)) {
                at++;
            } else if (c == '#' || (c == '/' && peek(1) == '/')) {
                skipTo("\n");
            } else if (c == '/' && peek(1) == '*') {
                at += 2;
                skipTo("*/");
            } else {
                return c;
            }
        }
    }

    private void skipTo(String end) {
        while (!text.startsWith(end, at)) {
            peek();
            at++;
        }
        at += end.length();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK || c == REPLACEMENT || c == '\u200B';
    }

    private char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        work();
        if (at + ahead >= text.length()) {
            throw new TextEnds();
        }
        return text.charAt(at + ahead);
    }

    private void work() {
        if (--stepsLeft < 0) {
            throw new TooMuchWork();
        }
    }

    private static final class NotJson extends Stop {
        @Serial
        private static final long serialVersionUID = 1L;

        private final int at;
        private final String why;

        NotJson(int at, String why) {
            this.at = at;
            this.why = why;
        }
    }

    private static final class TextEnds extends Stop {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
