package dev.assay.app.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.models.batches.Batch;
import dev.assay.datasets.models.batches.BatchTable;
import dev.assay.datasets.models.budget.BudgetTable;
import dev.assay.datasets.study.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of one run.
 *
 * @param specification the frozen specification, line by line
 * @param budget the most that it may cost, if there is a limit
 */
record JobDetails(Run run, List<Line> specification, List<Failures> failures, List<BatchLine> batches, Optional<Double> budget) {

    /** A batch with how many of its requests are where. */
    record BatchLine(Batch batch, BatchTable.Counts counts) {}

    /** A name and what was chosen for it. */
    record Line(String name, String value) {}

    /** Whether batches are not at their end: with a service, or in a person's hands. */
    boolean hasOpenBatches() {
        return batches.stream().anyMatch(line -> !line.batch().state().isEnd());
    }

    static JobDetails of(Reading reading, Run run) {
        BatchTable table = new BatchTable();
        List<BatchLine> batches = table.ofRun(reading, run.id()).stream().map(batch -> new BatchLine(batch, table.counts(reading, batch.id()))).toList();
        return new JobDetails(run, specification(run), Failures.of(reading, run), batches, new BudgetTable().amount(reading, run.id()));
    }

    private static List<Line> specification(Run run) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Engine", run.engine().equals("local") ? "local engine" : run.engine()));
        for (Map.Entry<String, JsonNode> field : run.spec().properties()) {
            add(lines, words(field.getKey()), field.getValue());
        }
        if (run.seed() != 0) {
            lines.add(new Line("Seed", Long.toString(run.seed())));
        }
        lines.add(new Line("Assay", run.programVersion()));
        lines.add(new Line("Run", run.id()));
        return lines;
    }

    private static void add(List<Line> lines, String name, JsonNode value) {
        if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
            value.forEach(each -> lines.add(new Line(one, inline(each))));
        } else {
            lines.add(new Line(name, inline(value)));
        }
    }

    /** In one line, the name of a thing first. */
    private static String inline(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(each -> parts.add(inline(each)));
            return parts.isEmpty() ? "none" : String.join(", ", parts);
        }
        if (!value.isObject()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String text = inline(field.getValue());
            if (!text.isEmpty()) {
                parts.add(field.getKey().equals("name") ? text : words(field.getKey()).toLowerCase(Locale.ROOT) + " " + text);
            }
        }
        return String.join(", ", parts);
    }

    /** "maxTokens" becomes "Max tokens". */
    private static String words(String name) {
        String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
