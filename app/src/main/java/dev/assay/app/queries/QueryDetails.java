package dev.assay.app.queries;

import dev.assay.app.text.Manuscript;
import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryRow;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Reading;
import dev.assay.judges.JudgmentTable;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TaggedListing;
import dev.assay.taxonomy.tagging.TaggedRow;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the pane at the right shows of a query.
 *
 * @param turns the person's turns, ready to be shown
 * @param tags by path
 * @param answers by subject
 */
record QueryDetails(QueryRow row, List<Manuscript> turns, List<Placed> tags, List<Answer> answers) {

    /**
     * A node that the query stands under.
     *
     * @param score how well it fits, 0 to 1; 1 where a person or a data set says so
     */
    record Placed(Node node, double score) {}

    /**
     * A subject that has answered.
     *
     * @param answers how often
     * @param score mean of its scores in the run that the list is about, as it is printed
     */
    record Answer(String subject, int answers, Optional<String> score) {}

    /** Reads the query at a place of a list; empty if it is gone. Not on the JavaFX thread. */
    static Optional<QueryDetails> read(Reading reading, FoundQueries found, int place, Taxonomy taxonomy, Optional<About> about) {
        return new TaggedListing().page(reading, found, place, 1).stream().findFirst().flatMap(row -> new QueryTable()
                .find(reading, row.query().id())
                .map(query -> new QueryDetails(
                        row.query(), turns(query), placed(row, taxonomy), answers(reading, query.id(), about))));
    }

    private static List<Manuscript> turns(Query query) {
        return Stream.concat(Stream.of(query.text()), query.followUps().stream()).map(Manuscript::markdown).toList();
    }

    private static List<Placed> placed(TaggedRow row, Taxonomy taxonomy) {
        return row.tags().stream()
                .filter(tag -> taxonomy.contains(tag.nodeId()))
                .map((Tag tag) -> new Placed(taxonomy.byId(tag.nodeId()), tag.score()))
                .sorted(Comparator.comparing(placed -> placed.node().path()))
                .toList();
    }

    private static List<Answer> answers(Reading reading, String queryId, Optional<About> about) {
        Map<String, Long> counts = new ResponseTable().ofQuery(reading, queryId).stream()
                .collect(Collectors.groupingBy(Response::subject, TreeMap::new, Collectors.counting()));
        Map<String, Double> scores = about.map(list -> new JudgmentTable()
                        .ofQuery(reading, list.runId(), queryId).stream()
                        .filter(row -> row.score().isPresent())
                        .collect(Collectors.groupingBy(
                                JudgmentTable.Row::subject, Collectors.averagingDouble(row -> row.score().orElseThrow()))))
                .orElse(Map.of());
        return counts.entrySet().stream()
                .map(entry -> new Answer(
                        entry.getKey(), Math.toIntExact(entry.getValue()), about.flatMap(
                                list -> Optional.ofNullable(scores.get(entry.getKey())).map(list::score))))
                .toList();
    }
}
