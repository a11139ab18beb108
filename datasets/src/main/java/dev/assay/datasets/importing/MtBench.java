package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.importing.Item.ById;
import dev.assay.datasets.importing.Item.ExternalId;
import dev.assay.datasets.importing.Item.Numbered;
import dev.assay.datasets.importing.Item.QueryItem;
import dev.assay.datasets.importing.Item.ResponseItem;
import dev.assay.datasets.records.Query;
import java.util.List;
import java.util.function.Consumer;

/**
 * MT-Bench: questions of two turns, and files of answers to them. A question's category is its source.
 *
 * <p>Answers from a file of references ({@code reference_answer_….jsonl}) are those of a subject of their own, "gpt-4 (reference)". The
 * short notes that some questions have as {@code reference} are for judges, no answers, and are left out.
 */
final class MtBench {

    static final RowKind QUESTIONS = new RowKind(
            "questions", "question_id, turns", row -> row.hasAll("question_id", "turns"), (file, options) -> (row, items) -> question(row, options, items));

    static final RowKind ANSWERS = new RowKind(
            "answers",
            "question_id, model_id, choices",
            row -> row.hasAll("question_id", "model_id", "choices"),
            (file, options) -> (row, items) -> answers(row, file.name().startsWith("reference"), options, items));

    private MtBench() {}

    private static String collection(ImportOptions options) {
        return options.collection().orElse("mt-bench");
    }

    private static void question(Row row, ImportOptions options, Consumer<Item> items) {
        List<String> turns = row.texts("turns");
        if (turns.isEmpty() || turns.getFirst().isBlank()) {
            throw new BadRow("its field 'turns' holds no question");
        }
        items.accept(new QueryItem(
                Query.of(turns.getFirst(), turns.subList(1, turns.size()), row.optionalText("category").orElse("")),
                List.of(new ExternalId(collection(options), row.id("question_id")))));
    }

    private static void answers(Row row, boolean reference, ImportOptions options, Consumer<Item> items) {
        String subject = row.name("model_id") + (reference ? " (reference)" : "");
        int replicate = 0;
        for (JsonNode element : row.list("choices")) {
            if (!(element instanceof ObjectNode fields)) {
                throw new BadRow("its field 'choices' holds " + Row.shown(element) + " where an object with turns is meant");
            }
            Row choice = new Row(row.line(), fields);
            List<String> turns = choice.texts("turns");
            if (turns.isEmpty()) {
                throw new BadRow("its field 'choices' holds an answer without turns");
            }
            items.accept(new ResponseItem(
                    new ById(collection(options), row.id("question_id")),
                    new Numbered(subject, choice.wholeNumber("index", replicate)),
                    turns.getFirst(),
                    turns.subList(1, turns.size())));
            replicate++;
        }
    }
}
