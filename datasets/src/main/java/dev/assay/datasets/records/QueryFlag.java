package dev.assay.datasets.records;

/** What a person may want to look at in a query before building on it. A flag says what is stored, not that the query is bad. */
public enum QueryFlag {
    /** Another query differs only in case, width, white space and punctuation. */
    DUPLICATE,

    /** Fewer than three words; in scripts written without spaces, fewer than three characters. */
    VERY_SHORT,

    /** More than 2,000 characters: likely more than the local engine reads of a text (256 word pieces by default, 512 at most, of about four characters). */
    VERY_LONG,

    /** Digits and signs only. */
    NO_LETTERS,

    /** Fewer subjects have answered it than have answered anything. */
    FEW_ANSWERS
}
