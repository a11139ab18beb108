package dev.assay.datasets.models.batches;

import dev.assay.datasets.records.ContentId;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ids by which results are known: the key of the unit, with {@code #2}, {@code #3}, … for its later calls. Services demand at most 64 characters;
 * a key that is longer or has other than plain characters is replaced by a hash.
 */
final class CustomIds {

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^#\"\\\\]]{1,56}");

    private CustomIds() {}

    /** Candidates in order, the first of which that is free is taken. */
    static Stream<String> of(String unit) {
        String base = PLAIN.matcher(unit).matches() ? unit : ContentId.of("unit", unit);
        return Stream.concat(Stream.of(base), IntStream.iterate(2, n -> n + 1).mapToObj(n -> base + "#" + n));
    }
}
