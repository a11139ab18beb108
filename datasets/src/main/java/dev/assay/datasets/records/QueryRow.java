package dev.assay.datasets.records;

import java.util.Optional;
import java.util.Set;

/**
 * A query as it stands in a list.
 *
 * @param number its place in the order in which queries came into the study, from 1; it stays with the query
 * @param id the query
 * @param preview the beginning of the first turn on one line, at most 200 characters, with an ellipsis where the text goes on
 * @param length characters (code points) of the first turn
 * @param source where it comes from; empty where that is not known
 * @param followUps number of the person's later turns
 * @param responses number of answers, replicates too
 * @param externalId its id in the data set, of the first collection in alphabetical order if there are several
 * @param flags what may be worth a look
 */
public record QueryRow(
        int number,
        String id,
        String preview,
        int length,
        String source,
        int followUps,
        int responses,
        Optional<String> externalId,
        Set<QueryFlag> flags) {

    private static final int PREVIEW = 200;

    /** Read of a text to make its preview, in code points: white space in it is drawn together. */
    static final int READ = 600;

    public QueryRow {
        flags = Set.copyOf(flags);
    }

    /** @param beginning the first {@link #READ} characters of a text */
    static String preview(String beginning, int length) {
        String line = beginning.strip().replaceAll("\\s+", " ");
        boolean whole = beginning.codePointCount(0, beginning.length()) == length && line.codePointCount(0, line.length()) <= PREVIEW;
        if (whole) {
            return line;
        }
        int end = line.offsetByCodePoints(0, Math.min(PREVIEW - 1, line.codePointCount(0, line.length())));
        return line.substring(0, end).strip() + "…";
    }
}
