package dev.assay.taxonomy.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.edits.EditKind;
import dev.assay.datasets.edits.EditRefused;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import dev.assay.taxonomy.tagging.TagTable.Stored;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person says which tags a query has. From then on all of them are the person's, also those that were there before: they belong to a run of step
 * "edit" and engine "person", and no later tagging takes them away. A query left without tags is tagged again by the next tagging.
 */
public final class TagEdit implements EditKind {

    private static final String NAME = "query tags";

    /**
     * The edit that gives a query these tags.
     *
     * @param nodeIds nodes of the taxonomy; of a node and one above it only the deeper is kept
     * @throws IllegalArgumentException if the study has no such query, or its taxonomy no such node
     */
    public static Edit edit(Reading reading, String queryId, Collection<String> nodeIds) {
        int number = new QueryTable().number(reading, queryId)
                .orElseThrow(() -> new IllegalArgumentException("there is no query " + queryId));
        Taxonomy taxonomy = new TaxonomyTable().load(reading);
        List<Stored> before = new TagTable().stored(reading, queryId);
        Set<String> after = deepest(taxonomy, nodeIds);
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("query", queryId).put("number", number);
        ArrayNode old = data.putArray("before");
        before.forEach(tag -> old.addObject().put("node", tag.nodeId()).put("score", tag.score()).put("run", tag.runId()));
        ArrayNode given = data.putArray("after");
        after.forEach(given::add);
        return new Edit(NAME, data, describe(taxonomy, before.stream().map(Stored::nodeId).toList(), after) + " query " + number);
    }

    private static Set<String> deepest(Taxonomy taxonomy, Collection<String> nodeIds) {
        Set<String> above = new HashSet<>();
        for (String id : nodeIds) {
            taxonomy.lineage(taxonomy.byId(id)).stream().map(Node::id).filter(each -> !each.equals(id)).forEach(above::add);
        }
        return nodeIds.stream().filter(id -> !above.contains(id)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String describe(Taxonomy taxonomy, Collection<String> before, Collection<String> after) {
        List<String> added = new ArrayList<>(after);
        added.removeAll(before);
        List<String> removed = new ArrayList<>(before);
        removed.removeAll(after);
        if (added.size() == 1 && removed.isEmpty()) {
            return "add tag " + name(taxonomy, added.getFirst()) + " to";
        }
        if (removed.size() == 1 && added.isEmpty()) {
            return "remove tag " + name(taxonomy, removed.getFirst()) + " from";
        }
        return added.isEmpty() && removed.isEmpty() ? "confirm the tags of" : "change the tags of";
    }

    private static String name(Taxonomy taxonomy, String nodeId) {
        return taxonomy.contains(nodeId) ? String.join(" › ", taxonomy.byId(nodeId).path().names()) : "of a node that is gone";
    }

    private final TagTable tags = new TagTable();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Writing writing, JsonNode data, Clock clock) {
        List<String> before = texts(data.path("before"), "node");
        List<String> after = new ArrayList<>();
        data.path("after").forEach(node -> after.add(node.asText()));
        requireTags(writing, data, before);
        requireNodes(writing, after);
        String queryId = data.path("query").asText();
        int taken = tags.delete(writing, queryId);
        assert taken == before.size();
        if (!after.isEmpty()) {
            String runId = personsRun(writing, clock);
            after.forEach(node -> tags.insert(writing, new Tag(queryId, node, 1), runId));
        }
    }

    @Override
    public void revert(Writing writing, JsonNode data, Clock clock) {
        List<String> after = new ArrayList<>();
        data.path("after").forEach(node -> after.add(node.asText()));
        requireTags(writing, data, after);
        requireNodes(writing, texts(data.path("before"), "node"));
        String queryId = data.path("query").asText();
        int taken = tags.delete(writing, queryId);
        assert taken == after.size();
        for (JsonNode tag : data.path("before")) {
            tags.insert(writing, new Tag(queryId, tag.path("node").asText(), tag.path("score").asDouble()), tag.path("run").asText());
        }
    }

    /** One run for all that people tag by hand: it has no specification, what was done stands in the history of edits. */
    private static String personsRun(Writing writing, Clock clock) {
        RunTable runs = new RunTable(clock);
        String runId = runs.begin(writing, "edit", "person", JsonNodeFactory.instance.objectNode().put("edits", NAME), 0).id();
        runs.end(writing, runId, RunState.DONE);
        return runId;
    }

    private void requireTags(Reading reading, JsonNode data, Collection<String> expected) {
        Set<String> now = tags.stored(reading, data.path("query").asText()).stream().map(Stored::nodeId).collect(Collectors.toSet());
        if (!now.equals(Set.copyOf(expected))) {
            throw new EditRefused("the tags of query " + data.path("number").asInt() + " have changed since");
        }
    }

    private static void requireNodes(Reading reading, Collection<String> nodeIds) {
        Taxonomy taxonomy = new TaxonomyTable().load(reading);
        if (!nodeIds.stream().allMatch(taxonomy::contains)) {
            throw new EditRefused("the taxonomy has lost a node since");
        }
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }
}
