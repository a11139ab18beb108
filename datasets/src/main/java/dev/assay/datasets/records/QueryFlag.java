package dev.assay.datasets.records;

/** What a person may want to look at in a query before building on it. A flag says what is stored, not that the query is bad. */
public enum QueryFlag {
    /** Another query differs only in case, width, white space and punctuation. */
    DUPLICATE("EXISTS (SELECT 1 FROM query AS other WHERE other.alike = query.alike AND other.number <> query.number)"),

    /** Fewer than three words; in scripts written without spaces, fewer than three characters. */
    VERY_SHORT("words < 3"),

    /** More than 2,000 characters: likely more than the local engine reads of a text (256 word pieces by default, 512 at most, of about four characters). */
    VERY_LONG("length > 2000"),

    /** Digits and signs only. */
    NO_LETTERS("letters = 0"),

    /** Fewer subjects have answered it than have answered anything. */
    FEW_ANSWERS("""
            (SELECT count(DISTINCT subject) FROM response WHERE query_id = query.id)
            < (SELECT count(*) FROM subject WHERE EXISTS (SELECT 1 FROM response WHERE response.subject = subject.name))""");

    private final String condition;

    QueryFlag(String condition) {
        this.condition = condition;
    }

    /** True of a row of {@code query} that has the flag, in SQL. */
    String condition() {
        return condition;
    }
}
