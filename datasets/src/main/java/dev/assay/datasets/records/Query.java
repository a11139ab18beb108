package dev.assay.datasets.records;

import java.util.List;

/**
 * One thing that subjects are asked.
 *
 * @param id content hash of the turns: the same text from two data sets is one query
 * @param text the first turn; never blank
 * @param followUps the person's later turns in a conversation, in order; mostly empty
 * @param source where it comes from, in the words of the data set ("helpful_base"); empty where none is given
 */
public record Query(String id, String text, List<String> followUps, String source) {

    public Query {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a query has no text");
        }
        followUps = List.copyOf(followUps);
    }

    public static Query of(String text, List<String> followUps, String source) {
        String[] turns = new String[followUps.size() + 1];
        turns[0] = text;
        for (int i = 0; i < followUps.size(); i++) {
            turns[i + 1] = followUps.get(i);
        }
        return new Query(ContentId.of("query", turns), text, followUps, source);
    }

    public static Query of(String text) {
        return of(text, List.of(), "");
    }
}
