package dev.assay.app.listing;

import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.study.Reading;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.profiles.CriterionCost;
import dev.assay.taxonomy.tagging.TagTable;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The queries that a {@link QueryPlace} lists.
 *
 * @param found the queries in order
 * @param scores by id of the query, of the subject that the list is about; empty if it is about none
 */
public record ListedQueries(FoundQueries found, Map<String, Double> scores) {

    public ListedQueries {
        scores = Map.copyOf(scores);
    }

    static ListedQueries find(Reading reading, QueryPlace place) {
        QueryListing listing = new QueryListing();
        FoundQueries found = listing.find(reading, placed(reading, place), place.order().sort());
        if (place.judged().isEmpty()) {
            return new ListedQueries(found, Map.of());
        }
        QueryPlace.Judged judged = place.judged().get();
        Map<String, Double> scores = new JudgmentTable().meanScores(reading, judged.runId(), judged.subject());
        List<String> ids = listing.ids(reading, found);
        Set<String> wanted = part(reading, judged, ids, scores.keySet());
        int[] listed = IntStream.range(0, ids.size()).filter(at -> wanted.contains(ids.get(at))).toArray();
        // Answers without a score come before the lowest.
        int[] inOrder = inOrder(listed, place.order(), at -> scores.getOrDefault(ids.get(at), Double.NEGATIVE_INFINITY));
        return new ListedQueries(found.only(inOrder), scores);
    }

    private static Set<String> part(Reading reading, QueryPlace.Judged judged, List<String> ids, Set<String> scored) {
        JudgmentTable judgments = new JudgmentTable();
        return switch (judged.part()) {
            case JudgedPart.Scored() -> scored;
            case JudgedPart.Failed() -> judgments.failedQueries(reading, judged.runId(), judged.subject());
            case JudgedPart.Lower(String criterion, var reference) -> CriterionCost.lowerOn(
                    judgments.besideOthers(reading, judged.runId(), judged.subject(), reference, ids).stream()
                            .filter(score -> score.criterion().equals(criterion))
                            .toList());
        };
    }

    private static int[] inOrder(int[] places, Order order, ToDoubleFunction<Integer> score) {
        if (order.by() != Order.By.SCORE) {
            return places;
        }
        Comparator<Integer> byScore = Comparator.comparingDouble(score);
        return IntStream.of(places).boxed().sorted(order.descending() ? byScore.reversed() : byScore).mapToInt(Integer::intValue).toArray();
    }

    private static QueryFilter placed(Reading reading, QueryPlace place) {
        TagTable tags = new TagTable();
        if (!place.nodes().isEmpty()) {
            return place.filter().withAmong(tags.queriesUnder(reading, below(new TaxonomyTable().load(reading), place)));
        }
        return switch (place.tagged()) {
            case ANY -> place.filter();
            case TAGGED -> place.filter().withAmong(tags.tagged(reading));
            case UNTAGGED -> place.filter().withWithout(tags.tagged(reading));
        };
    }

    /** Nodes that the taxonomy does not have any more have nothing below them. */
    private static Set<String> below(Taxonomy taxonomy, QueryPlace place) {
        return place.nodes().stream()
                .flatMap(path -> taxonomy.find(path).stream())
                .flatMap(node -> taxonomy.subtree(node).stream())
                .map(Node::id)
                .collect(Collectors.toSet());
    }
}
