package dev.assay.app.listing;

import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryFilter.Any;
import dev.assay.datasets.records.QueryFilter.Flagged;
import dev.assay.datasets.records.QueryFilter.Quality;
import dev.assay.datasets.records.QueryFilter.Unflagged;
import dev.assay.datasets.records.QueryFlag;
import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tree.NodePath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which queries are listed and in what order, as a place in the window says it. A place of Queries and the place of Responses that it leads to name
 * the same, so that both go through the same list.
 *
 * @param search words as a person types them; blank for all
 * @param nodes queries under any of these, or below them; empty for all queries
 * @param tagged whether they have tags at all
 * @param source where they come from; "" means those without a source
 * @param shortest characters of the first turn, at least
 * @param longest characters of the first turn, at most; {@link Integer#MAX_VALUE} without limit
 * @param quality which flags they have
 * @param judged only those that a run has judged a subject on
 * @param order of the list
 */
public record QueryPlace(
        String search,
        List<NodePath> nodes,
        Tagged tagged,
        Optional<String> source,
        int shortest,
        int longest,
        Quality quality,
        Optional<Judged> judged,
        Order order) {

    /** Whether queries stand somewhere in the taxonomy. */
    public enum Tagged {
        ANY,
        TAGGED,
        UNTAGGED
    }

    /** Queries that a run has judged a subject on. */
    public record Judged(String subject, String runId, JudgedPart part) {

        private static Optional<Judged> parse(String text, JudgedPart part) {
            int end = text.lastIndexOf(BETWEEN);
            return end < 0 ? Optional.empty() : Optional.of(new Judged(text.substring(0, end), text.substring(end + 1), part));
        }

        private Place in(Place place) {
            Place named = place.with(Place.JUDGED, subject + BETWEEN + runId).with(Place.RUN, runId);
            return part.written().map(text -> named.with(Place.PART, text)).orElse(named);
        }
    }

    private static final String NO_FLAG = "none";
    private static final String BETWEEN = "\n";

    public QueryPlace {
        nodes = List.copyOf(nodes);
        if (shortest < 0 || longest < shortest) {
            throw new IllegalArgumentException("no query is between " + shortest + " and " + longest + " characters long");
        }
    }

    /** All queries, in the order in which they came into the study. */
    public static QueryPlace all() {
        return new QueryPlace(
                "", List.of(), Tagged.ANY, Optional.empty(), 0, Integer.MAX_VALUE, new Any(), Optional.empty(), Order.usual());
    }

    /**
     * What a place names; names and values that are not understood are left out. A place of Queries that names a subject and a run, as a number in
     * Profiles does, means the queries behind that number, the lowest scores first.
     */
    public static QueryPlace of(Place place) {
        JudgedPart part = place.parameter(Place.PART).map(JudgedPart::parse).orElse(new JudgedPart.Scored());
        Optional<Judged> judged =
                place.parameter(Place.JUDGED).flatMap(text -> Judged.parse(text, part)).or(() -> behindNumber(place, part));
        int[] length = place.parameter(Place.LENGTH).flatMap(LengthRange::parse).orElse(LengthRange.any()).ends();
        return new QueryPlace(
                place.parameter(Place.SEARCH).orElse(""),
                place.parameter(Place.NODE).map(QueryPlace::paths).orElse(List.of()),
                place.parameter(Place.TAGGED).map(QueryPlace::tagged).orElse(Tagged.ANY),
                place.parameter(Place.SOURCE),
                length[0],
                length[1],
                place.parameter(Place.FLAG).map(QueryPlace::quality).orElse(new Any()),
                judged,
                place.parameter(Place.SORT).flatMap(Order::parse).orElse(judged.isPresent() ? Order.worstFirst() : Order.usual()));
    }

    /** The place of a view that names this list. It names its order always, so that no two lists have the same place. */
    public Place on(ViewId view) {
        Place place = Place.of(view).with(Place.SORT, order.toString());
        place = search.isBlank() ? place : place.with(Place.SEARCH, search);
        place = nodes.isEmpty()
                ? place
                : place.with(Place.NODE, nodes.stream().map(NodePath::toString).collect(Collectors.joining(BETWEEN)));
        place = tagged == Tagged.ANY ? place : place.with(Place.TAGGED, tagged == Tagged.TAGGED ? "yes" : "no");
        place = source.isPresent() ? place.with(Place.SOURCE, source.get()) : place;
        LengthRange length = new LengthRange(shortest, longest);
        place = length.isAny() ? place : place.with(Place.LENGTH, length.toString());
        place = switch (quality) {
            case Any() -> place;
            case Flagged(var flag) -> place.with(Place.FLAG, flag.name().toLowerCase(Locale.ROOT));
            case Unflagged() -> place.with(Place.FLAG, NO_FLAG);
        };
        return judged.isPresent() ? judged.get().in(place) : place;
    }

    /** The place of a view at one query of this list. */
    public Place at(ViewId view, String queryId) {
        return on(view).with(Place.QUERY, queryId);
    }

    /** Finds the queries; not on the JavaFX thread. */
    public ListedQueries find(Reading reading) {
        return ListedQueries.find(reading, this);
    }

    /** Whether some queries may be left out. */
    public boolean filters() {
        return !withOrder(all().order).equals(all());
    }

    QueryFilter filter() {
        return new QueryFilter(search, Optional.empty(), QueryFilter.all().without(), source, shortest, longest, quality);
    }

    public QueryPlace withSearch(String words) {
        return new QueryPlace(words, nodes, tagged, source, shortest, longest, quality, judged, order);
    }

    /** Queries under nodes have tags, so this takes back a wish for those without. */
    public QueryPlace withNodes(List<NodePath> paths) {
        Tagged still = paths.isEmpty() || tagged == Tagged.TAGGED ? tagged : Tagged.ANY;
        return new QueryPlace(search, paths, still, source, shortest, longest, quality, judged, order);
    }

    /** Queries without tags stand under no node, so a wish for them takes back the nodes. */
    public QueryPlace withTagged(Tagged wanted) {
        List<NodePath> still = wanted == Tagged.UNTAGGED ? List.of() : nodes;
        return new QueryPlace(search, still, wanted, source, shortest, longest, quality, judged, order);
    }

    public QueryPlace withSource(Optional<String> name) {
        return new QueryPlace(search, nodes, tagged, name, shortest, longest, quality, judged, order);
    }

    public QueryPlace withLength(LengthRange length) {
        return new QueryPlace(search, nodes, tagged, source, length.shortest(), length.longest(), quality, judged, order);
    }

    public QueryPlace withQuality(Quality wanted) {
        return new QueryPlace(search, nodes, tagged, source, shortest, longest, wanted, judged, order);
    }

    /** Whatever was judged; an order by score has no meaning then. */
    public QueryPlace withoutJudged() {
        Order still = order.by() == Order.By.SCORE ? Order.usual() : order;
        return new QueryPlace(search, nodes, tagged, source, shortest, longest, quality, Optional.empty(), still);
    }

    public QueryPlace withOrder(Order wanted) {
        return new QueryPlace(search, nodes, tagged, source, shortest, longest, quality, judged, wanted);
    }

    private static Optional<Judged> behindNumber(Place place, JudgedPart part) {
        return place.view() == ViewId.QUERIES
                ? place.parameter(Place.SUBJECT).flatMap(subject -> place.parameter(Place.RUN).map(run -> new Judged(subject, run, part)))
                : Optional.empty();
    }

    private static List<NodePath> paths(String lines) {
        return Arrays.stream(lines.split(BETWEEN))
                .filter(line -> line.startsWith("/") && !line.contains("//") && !(line.length() > 1 && line.endsWith("/")))
                .map(NodePath::parse)
                .filter(path -> path.depth() > 0)
                .toList();
    }

    private static Tagged tagged(String word) {
        return switch (word) {
            case "yes" -> Tagged.TAGGED;
            case "no" -> Tagged.UNTAGGED;
            default -> Tagged.ANY;
        };
    }

    private static Quality quality(String word) {
        if (word.equals(NO_FLAG)) {
            return new Unflagged();
        }
        return Arrays.stream(QueryFlag.values())
                .filter(flag -> flag.name().equalsIgnoreCase(word))
                .findFirst()
                .<Quality>map(Flagged::new)
                .orElse(new Any());
    }
}
