package dev.assay.app.queries;

import dev.assay.datasets.records.QueryFlag;

/** Flags of queries in words. */
final class QueryFlags {

    private QueryFlags() {}

    /** One or two words, for a chip. */
    static String name(QueryFlag flag) {
        return switch (flag) {
            case DUPLICATE -> "duplicate";
            case VERY_SHORT -> "very short";
            case VERY_LONG -> "very long";
            case NO_LETTERS -> "no letters";
            case FEW_ANSWERS -> "few answers";
        };
    }

    /** What it says, in a sentence. */
    static String sentence(QueryFlag flag) {
        return switch (flag) {
            case DUPLICATE -> "Another query has the same words; case, spaces and punctuation aside.";
            case VERY_SHORT -> "It has fewer than three words.";
            case VERY_LONG -> "It has more than 2,000 characters: the local engine reads only its beginning.";
            case NO_LETTERS -> "It has digits and signs only.";
            case FEW_ANSWERS -> "Not every subject has answered it.";
        };
    }
}
