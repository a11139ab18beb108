package dev.assay.app.workbench;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somewhere in a study that one can go to and come back to: a view, and what it shows there.
 *
 * @param view id of the view, as in {@link ViewId}
 * @param parameters what the view shows; each view says which names it knows, and ignores others
 */
public record Place(ViewId view, Map<String, String> parameters) {

    /** Names of parameters that more than one view knows. */
    public static final String QUERY = "query";

    /**
     * Path of a taxonomy node, as on the command line: "/coding/Task Types". Several, joined by line breaks, mean their union: what stands
     * under any of them, or below.
     */
    public static final String NODE = "node";

    public static final String SUBJECT = "subject";

    /** Id of a judging run. */
    public static final String RUN = "run";

    /** What is searched for. */
    public static final String SEARCH = "search";

    /** Order of a list of queries, with a minus for the greatest first: "-length". */
    public static final String SORT = "sort";

    /** Source of queries; "" for those without one. */
    public static final String SOURCE = "source";

    /** Characters of queries: "100-2000", "100-", "-2000". */
    public static final String LENGTH = "length";

    /** Flag of queries: "very_short", or "none" for those without any. */
    public static final String FLAG = "flag";

    /** Whether queries have tags: "yes" or "no". */
    public static final String TAGGED = "tagged";

    /** A subject and, after a line break, the id of a judging run: queries that the subject has a score for in that run. */
    public static final String JUDGED = "judged";

    /** Which of the queries judged: "failed", those with an answer without a score; or those on which a criterion costs points. */
    public static final String PART = "part";

    public Place {
        parameters = Map.copyOf(parameters);
    }

    public static Place of(ViewId view) {
        return new Place(view, Map.of());
    }

    /** This place with one more parameter, or that parameter changed. */
    public Place with(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new Place(view, more);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
