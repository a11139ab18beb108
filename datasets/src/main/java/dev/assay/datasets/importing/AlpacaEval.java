package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.importing.Item.ByContent;
import dev.assay.datasets.importing.Item.Numbered;
import dev.assay.datasets.importing.Item.PreferenceItem;
import dev.assay.datasets.importing.Item.QueryItem;
import dev.assay.datasets.importing.Item.ResponseItem;
import dev.assay.datasets.importing.Item.ScoreItem;
import dev.assay.datasets.importing.Item.ScoreOrigin;
import dev.assay.datasets.importing.Item.Scored;
import dev.assay.datasets.importing.Item.Unscored;
import dev.assay.datasets.importing.Item.Verdict;
import dev.assay.datasets.importing.Item.Worded;
import dev.assay.datasets.records.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * AlpacaEval: a folder per model, with its outputs and with an annotator's preference between each of them and a baseline's.
 *
 * <p>A preference lies between 1 (the baseline's answer is better) and 2 (the model's). Its score is (preference − 1) × 100, so that the
 * mean over all queries is the model's win rate. It is kept as a preference, too, except where the baseline is compared with itself.
 */
final class AlpacaEval {

    private static final double WORST = 0;
    private static final double BEST = 100;

    static final RowKind OUTPUTS = new RowKind(
            "model outputs", "instruction, output, generator", row -> row.hasAll("instruction", "output", "generator"), (file, options) -> AlpacaEval::output);

    static final RowKind ANNOTATIONS = new RowKind(
            "annotations",
            "instruction, generator_1, generator_2, output_2, preference",
            row -> row.hasAll("instruction", "generator_1", "generator_2", "output_2", "preference"),
            (file, options) -> AlpacaEval::annotation);

    private AlpacaEval() {}

    private static void output(Row row, Consumer<Item> items) {
        Query query = Query.of(row.textNotBlank("instruction"), List.of(), row.optionalText("dataset").orElse(""));
        items.accept(new QueryItem(query, List.of()));
        items.accept(new ResponseItem(
                new ByContent(query), new Numbered(row.name("generator"), 0), row.answer("output"), List.of()));
    }

    private static void annotation(Row row, Consumer<Item> items) {
        ByContent query = new ByContent(Query.of(row.textNotBlank("instruction")));
        String annotator = row.optionalText("annotator").orElse("unnamed");
        String baseline = row.name("generator_1");
        Worded answer = new Worded(row.name("generator_2"), row.answer("output_2"));
        Verdict verdict = verdict(row.fields().path("preference"));
        items.accept(new ScoreItem(
                query,
                answer,
                new ScoreOrigin("alpaca-eval", annotator, Optional.of(baseline), Optional.of(WORST), Optional.of(BEST)),
                verdict));
        if (verdict instanceof Scored scored && !baseline.equals(answer.subject())) {
            items.accept(new PreferenceItem(query, new Numbered(baseline, 0), answer, annotator, scored.score() / BEST, ""));
        }
    }

    private static Verdict verdict(JsonNode preference) {
        Optional<Double> number = Row.number(preference);
        if (number.isEmpty()) {
            return new Unscored("the data set gives no preference but " + Row.shown(preference));
        }
        double value = number.get();
        if (value == 0) {
            // AlpacaEval's older way to write a draw.
            return new Scored((WORST + BEST) / 2, "");
        }
        return value >= 1 && value <= 2
                ? new Scored((value - 1) * BEST, "")
                : new Unscored("the preference of the data set is " + Row.shown(preference) + ", not between 1 and 2");
    }
}
