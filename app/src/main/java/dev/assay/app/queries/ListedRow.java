package dev.assay.app.queries;

import dev.assay.datasets.records.QueryRow;
import dev.assay.taxonomy.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table of queries.
 *
 * @param number of the query in the study
 * @param query what is shown of it; empty while it is loading
 * @param nodes the deepest nodes it stands under, those that fit best first
 * @param score of the subject that the list is about, as it is printed
 */
record ListedRow(int number, Optional<QueryRow> query, List<Node> nodes, Optional<String> score) {

    ListedRow {
        nodes = List.copyOf(nodes);
    }

    static ListedRow loading(int number) {
        return new ListedRow(number, Optional.empty(), List.of(), Optional.empty());
    }
}
