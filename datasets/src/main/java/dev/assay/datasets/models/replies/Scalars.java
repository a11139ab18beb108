package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers, and the names of what is none. */
final class Scalars {

    private static final Pattern INTEGER = Pattern.compile("[+-]?(?:0|[1-9]\\d*)");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:(?:0|[1-9]\\d*)(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
    private static final Set<String> NO_NUMBERS = Set.of("NaN", "nan", "Infinity", "-Infinity", "inf", "-inf", "undefined");

    private final int longest;

    Scalars(int longest) {
        this.longest = longest;
    }

    static boolean mayHold(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '.' || c == '-' || c == '+' || c == '_';
    }

    Optional<JsonNode> numberOrName(String word) {
        if (NO_NUMBERS.contains(word)) {
            return Optional.of(TextNode.valueOf(word));
        }
        if (word.length() > longest) {
            return Optional.empty();
        }
        if (INTEGER.matcher(word).matches()) {
            return Optional.of(integer(new BigInteger(word)));
        }
        if (DECIMAL.matcher(word).matches()) {
            double value = Double.parseDouble(word);
            return Double.isInfinite(value) ? Optional.empty() : Optional.of(DoubleNode.valueOf(value));
        }
        return Optional.empty();
    }

    /** In the narrowest kind of node, as Jackson has it: others are not equal to it. */
    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }
}
