package dev.assay.taxonomy.tagging;

import dev.assay.datasets.records.Query;
import java.util.List;

/** Finds the place of queries in the taxonomy it was made for. Keeps no state: the same query gives the same tagging. */
public interface Tagger {

    /** One tagging per query, in the order of the queries. */
    List<Tagging> tag(List<Query> queries);

    /** The tagging of one query. */
    default Tagging tag(Query query) {
        return tag(List.of(query)).getFirst();
    }
}
