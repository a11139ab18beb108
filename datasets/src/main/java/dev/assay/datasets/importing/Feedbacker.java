package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.importing.Item.ByContent;
import dev.assay.datasets.importing.Item.ExternalId;
import dev.assay.datasets.importing.Item.Numbered;
import dev.assay.datasets.importing.Item.QueryItem;
import dev.assay.datasets.importing.Item.QueryRef;
import dev.assay.datasets.importing.Item.ResponseItem;
import dev.assay.datasets.importing.Item.ScoreItem;
import dev.assay.datasets.importing.Item.ScoreOrigin;
import dev.assay.datasets.importing.Item.Scored;
import dev.assay.datasets.importing.Item.TagsItem;
import dev.assay.datasets.importing.Item.Unscored;
import dev.assay.datasets.importing.Item.Verdict;
import dev.assay.datasets.records.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Feedbacker: synthesized queries with their tags, and files of results – the same rows with one subject's answer and its score.
 *
 * <p>The subject of a file of results is its rows' {@code model} where they have one, else the name of the file. Several answers in
 * {@code responses} are replicates; {@code score} is then a list too, or the one score of the first.
 */
final class Feedbacker {

    static final RowKind QUERIES = new RowKind(
            "queries", "prompt, meta_data", row -> row.hasAll("prompt", "meta_data"), (file, options) -> (row, items) -> query(row, options, items));

    static final RowKind RESULTS = new RowKind(
            "results of a model",
            "prompt, meta_data, responses, score",
            row -> row.hasAll("prompt", "meta_data", "responses", "score"),
            (file, options) -> (row, items) -> result(row, file.stem(), options, items));

    private Feedbacker() {}

    private static QueryRef query(Row row, ImportOptions options, Consumer<Item> items) {
        Row meta = row.within("meta_data");
        Optional<String> domain = meta.optionalText("domain");
        Query query = Query.of(row.textNotBlank("prompt"), List.of(), domain.orElse(""));
        String collection = options.collection().orElse("feedbacker");
        items.accept(new QueryItem(
                query, row.optionalId("id").map(id -> List.of(new ExternalId(collection, id))).orElse(List.of())));
        QueryRef reference = new ByContent(query);
        if (domain.isPresent() && meta.has("type_tags")) {
            tags(meta.within("type_tags"), reference, domain.get(), items);
        }
        return reference;
    }

    private static void tags(Row byBasis, QueryRef query, String domain, Consumer<Item> items) {
        for (Map.Entry<String, JsonNode> basis : byBasis.fields().properties()) {
            List<String> names = byBasis.texts(basis.getKey());
            if (!names.isEmpty()) {
                items.accept(new TagsItem(query, domain, Row.sound("type_tags", basis.getKey()), names));
            }
        }
    }

    private static void result(Row row, String fileName, ImportOptions options, Consumer<Item> items) {
        List<String> answers = answers(row);
        List<JsonNode> scores = scores(row, answers.size());
        String subject = row.optionalText("model").map(String::strip).filter(name -> !name.isEmpty()).orElse(fileName);
        ScoreOrigin origin = new ScoreOrigin(
                "feedbacker-results",
                row.optionalText("judge_model").orElse("feedbacker"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        QueryRef query = query(row, options, items);
        for (int i = 0; i < answers.size(); i++) {
            Numbered answer = new Numbered(subject, i);
            items.accept(new ResponseItem(query, answer, answers.get(i), List.of()));
            if (i < scores.size()) {
                items.accept(new ScoreItem(query, answer, origin, verdict(scores.get(i))));
            }
        }
    }

    private static List<String> answers(Row row) {
        JsonNode responses = row.value("responses");
        if (!responses.isArray()) {
            return List.of(row.answer("responses"));
        }
        List<String> answers = new ArrayList<>();
        for (JsonNode response : responses) {
            answers.add(Row.answer("responses", response));
        }
        if (answers.isEmpty()) {
            throw new BadRow("its field 'responses' holds no answer");
        }
        return answers;
    }

    private static List<JsonNode> scores(Row row, int answers) {
        JsonNode score = row.fields().path("score");
        if (!score.isArray()) {
            return List.of(score);
        }
        List<JsonNode> scores = new ArrayList<>();
        score.forEach(scores::add);
        if (scores.size() != answers) {
            throw new BadRow("it has " + scores.size() + " scores for " + answers + " answers");
        }
        return scores;
    }

    private static Verdict verdict(JsonNode score) {
        JsonNode value = score instanceof ObjectNode fields && fields.has("score") ? fields.get("score") : score;
        return Row.number(value)
                .<Verdict>map(number -> new Scored(number, ""))
                .orElseGet(() -> new Unscored("the data set gives no score but " + Row.shown(score)));
    }
}
