package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.importing.Item.ByContent;
import dev.assay.datasets.importing.Item.ById;
import dev.assay.datasets.importing.Item.ExternalId;
import dev.assay.datasets.importing.Item.Numbered;
import dev.assay.datasets.importing.Item.PreferenceItem;
import dev.assay.datasets.importing.Item.QueryItem;
import dev.assay.datasets.importing.Item.QueryRef;
import dev.assay.datasets.importing.Item.ResponseItem;
import dev.assay.datasets.records.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Assay's own files: queries, responses and preferences, a row each, as JSON Lines, JSON or CSV (docs/formats.md). */
final class PlainRows {

    static final RowKind QUERIES = new RowKind(
            "queries",
            "text",
            row -> row.has("text") && !row.has("subject"),
            (file, options) -> (row, items) -> query(row, collection(row, options), items));

    static final RowKind RESPONSES = new RowKind(
            "responses",
            "subject, text, query or queryId",
            row -> row.hasAll("subject", "text") && namesQuery(row),
            (file, options) -> (row, items) -> response(row, collection(row, options), items));

    static final RowKind PREFERENCES = new RowKind(
            "preferences",
            "subjectA, subjectB, value, query or queryId",
            row -> row.hasAll("subjectA", "subjectB", "value") && namesQuery(row),
            (file, options) -> (row, items) -> preference(row, collection(row, options), items));

    private PlainRows() {}

    /** Responses and preferences name their queries as the file of queries does: all three share one collection. */
    private static String collection(Row row, ImportOptions options) {
        return row.optionalText("collection").or(options::collection).orElse("queries");
    }

    private static boolean namesQuery(Row row) {
        return row.has("query") || row.has("queryId");
    }

    private static void query(Row row, String collection, Consumer<Item> items) {
        Query query = Query.of(
                row.textNotBlank("text"), row.texts("followUps"), row.optionalText("source").orElse(""));
        List<ExternalId> ids = new ArrayList<>();
        // An exported query has Assay's own id, which says nothing that its text does not.
        row.optionalId("id").filter(id -> !id.equals(query.id())).ifPresent(id -> ids.add(new ExternalId(collection, id)));
        for (JsonNode element : row.list("externalIds")) {
            ids.add(externalId(row, element));
        }
        items.accept(new QueryItem(query, ids));
    }

    private static ExternalId externalId(Row row, JsonNode element) {
        if (element instanceof ObjectNode fields) {
            Row id = new Row(row.line(), fields);
            return new ExternalId(id.textNotBlank("collection"), id.id("id"));
        }
        throw new BadRow("its field 'externalIds' holds " + Row.shown(element) + " where an object with collection and id is meant");
    }

    private static void response(Row row, String collection, Consumer<Item> items) {
        items.accept(new ResponseItem(
                reference(row, collection, items),
                new Numbered(row.name("subject"), replicate(row, "replicate")),
                row.answer("text"),
                row.texts("followUps")));
    }

    private static void preference(Row row, String collection, Consumer<Item> items) {
        double value = row.number("value");
        if (!(value >= 0 && value <= 1)) {
            throw new BadRow("its field 'value' is " + value + ", not between 0 (A is better) and 1 (B is better)");
        }
        String a = row.name("subjectA");
        String b = row.name("subjectB");
        if (a.equals(b) && replicate(row, "replicateA") == replicate(row, "replicateB")) {
            throw new BadRow("it compares an answer of '" + a + "' with itself");
        }
        items.accept(new PreferenceItem(
                reference(row, collection, items),
                new Numbered(a, replicate(row, "replicateA")),
                new Numbered(b, replicate(row, "replicateB")),
                row.optionalText("annotator").orElse("unnamed"),
                value,
                row.optionalText("reason").orElse("")));
    }

    /** By id if there is one; else by its text, which is then a query of the study. */
    private static QueryRef reference(Row row, String collection, Consumer<Item> items) {
        Optional<String> id = row.optionalId("queryId");
        if (id.isPresent()) {
            return new ById(collection, id.get());
        }
        Query query = Query.of(row.textNotBlank("query"));
        items.accept(new QueryItem(query, List.of()));
        return new ByContent(query);
    }

    private static int replicate(Row row, String field) {
        int replicate = row.wholeNumber(field, 0);
        if (replicate < 0) {
            throw new BadRow("its field '" + field + "' is negative");
        }
        return replicate;
    }
}
