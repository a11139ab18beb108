package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.importing.Elements.Element;
import dev.assay.datasets.importing.Elements.Good;
import dev.assay.datasets.importing.Item.ByContent;
import dev.assay.datasets.importing.Item.ExternalId;
import dev.assay.datasets.importing.Item.PreferenceItem;
import dev.assay.datasets.importing.Item.QueryItem;
import dev.assay.datasets.importing.Item.ResponseItem;
import dev.assay.datasets.importing.Item.Worded;
import dev.assay.datasets.importing.RowKind.RowParser;
import dev.assay.datasets.records.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * PandaLM's test set: pairs of answers with the labels of three people, and the verdicts of judges on the same pairs.
 *
 * <p>A label is 1 or 2 for the better answer, 0 for a tie. The name of a pair is the names of its subjects, joined by a line below; no
 * subject's name holds one. A subject may have answered a query differently in different pairs: each wording is one of its replicates, and a
 * preference is about the two that were compared.
 *
 * <p>A file of verdicts knows its pairs by number only; they are looked up in the test set in the same folder.
 */
final class PandaLm {

    static final RowKind PAIRS = new RowKind(
            "test set",
            "idx, cmp_key, instruction, response1, response2, annotator1",
            row -> row.hasAll("idx", "cmp_key", "instruction", "response1", "response2", "annotator1"),
            (file, options) -> (row, items) -> pair(row, options, items));

    static final RowKind VERDICTS = new RowKind(
            "verdicts of a judge",
            "idx, pandalm_result or gpt_result",
            row -> row.has("idx") && (row.has("pandalm_result") || row.has("gpt_result")),
            (file, options) -> new Verdicts(file));

    private static final String TEST_SET = "testset-v1.json";

    /** Two answers that were compared. */
    private record Pair(Query query, Worded a, Worded b) {

        static Pair of(Row row) {
            Query query = Query.of(text(row), List.of(), row.optionalText("motivation_app").orElse(""));
            String key = row.textNotBlank("cmp_key");
            int line = key.indexOf('_');
            if (line <= 0 || line == key.length() - 1 || key.indexOf('_', line + 1) >= 0) {
                throw new BadRow("its field 'cmp_key' is not two names joined by a line below: " + key);
            }
            return new Pair(
                    query,
                    new Worded(key.substring(0, line), row.answer("response1")),
                    new Worded(key.substring(line + 1), row.answer("response2")));
        }

        /** Either part may be empty; one pair of the released set has no instruction. */
        private static String text(Row row) {
            String instruction = row.text("instruction");
            String input = row.optionalText("input").orElse("");
            if (instruction.isBlank() && input.isBlank()) {
                throw new BadRow("its fields 'instruction' and 'input' are blank");
            }
            return instruction.isBlank() ? input : input.isEmpty() ? instruction : instruction + "\n" + input;
        }

        PreferenceItem preference(String annotator, double value, String reason) {
            return new PreferenceItem(new ByContent(query), a, b, annotator, value, reason);
        }
    }

    private PandaLm() {}

    private static void pair(Row row, ImportOptions options, Consumer<Item> items) {
        Pair pair = Pair.of(row);
        ByContent query = new ByContent(pair.query());
        items.accept(new QueryItem(
                pair.query(), List.of(new ExternalId(options.collection().orElse("pandalm"), row.id("idx")))));
        items.accept(new ResponseItem(query, pair.a(), pair.a().text(), List.of()));
        items.accept(new ResponseItem(query, pair.b(), pair.b().text(), List.of()));
        for (int person = 1; row.has("annotator" + person); person++) {
            String field = "annotator" + person;
            double value = value(row.value(field))
                    .orElseThrow(() -> new BadRow("its field '" + field + "' is none of 0, 1, 2 but " + Row.shown(row.value(field))));
            items.accept(pair.preference(field, value, ""));
        }
    }

    /** 0: the first answer is better, 1: the second, 0.5: a tie; empty where the label is none. */
    private static Optional<Double> value(JsonNode label) {
        return switch (label.asText("").strip()) {
            case "1" -> Optional.of(0.0);
            case "2" -> Optional.of(1.0);
            case "0", "Tie", "tie" -> Optional.of(0.5);
            default -> Optional.empty();
        };
    }

    /** A judge is called as its file is, without the name of the test set. */
    private static final class Verdicts implements RowParser {

        private final String judge;
        private final Path testSet;
        private final Map<String, Pair> pairs;

        Verdicts(SourceFile file) {
            judge = file.stem().replace("-testset-v1", "");
            testSet = Stream.of(TEST_SET, TEST_SET + ".gz")
                    .map(file.path()::resolveSibling)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new AssayException(file.path() + " knows its pairs by number only: put " + TEST_SET
                            + ", which holds them, into the same folder"));
            pairs = pairs(SourceFile.require(testSet));
        }

        private static Map<String, Pair> pairs(SourceFile testSet) {
            Map<String, Pair> pairs = new HashMap<>();
            try (Elements elements = Elements.open(testSet, count -> {})) {
                for (Element element = elements.next(); element != null; element = elements.next()) {
                    if (element instanceof Good(var row) && PAIRS.fits().test(row)) {
                        addIfSound(pairs, row);
                    }
                }
                return pairs;
            } catch (IOException e) {
                throw testSet.unreadable(e);
            }
        }

        /** A pair that is not sound was rejected with the test set; the verdicts on it will say that there is no such pair. */
        private static void addIfSound(Map<String, Pair> pairs, Row row) {
            try {
                pairs.put(row.id("idx"), Pair.of(row));
            } catch (BadRow e) {
                return;
            }
        }

        @Override
        public void parse(Row row, Consumer<Item> items) {
            String id = row.id("idx");
            Pair pair = pairs.get(id);
            if (pair == null) {
                throw new BadRow("there is no pair " + id + " in " + testSet);
            }
            String maker = row.has("gpt_result") ? "gpt" : "pandalm";
            JsonNode label = row.value(maker + "_result");
            double value = value(label).orElseThrow(() -> new BadRow("the judge gives no verdict but " + Row.shown(label)));
            items.accept(pair.preference(judge, value, row.optionalText(maker + "_reason").orElse("")));
        }
    }
}
