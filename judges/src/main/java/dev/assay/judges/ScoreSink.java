package dev.assay.judges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.importing.FileImport;
import dev.assay.datasets.importing.Item;
import dev.assay.datasets.importing.Item.ScoreItem;
import dev.assay.datasets.importing.Item.ScoreOrigin;
import dev.assay.datasets.importing.Item.Unscored;
import dev.assay.datasets.importing.Item.Verdict;
import dev.assay.datasets.importing.ItemSink;
import dev.assay.datasets.importing.Taken;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.judges.Judgment.Failed;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.JudgmentTable.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores judgments that a data set brings along: one run of step "judge" and engine "imported" for each origin, over however many files
 * and subjects it is spread. The run is done whenever a file is; a judge that failed in the data set is a failure here.
 */
public final class ScoreSink implements ItemSink {

    /** Found by {@link java.util.ServiceLoader}. */
    public static final class Provider implements ItemSink.Provider {
        @Override
        public ItemSink open(FileImport file) {
            return new ScoreSink(file);
        }
    }

    private final FileImport file;
    private final JudgmentTable table = new JudgmentTable();
    private final Map<ScoreOrigin, String> runIds = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    private ScoreSink(FileImport file) {
        this.file = file;
    }

    @Override
    public boolean takes(Item item) {
        return item instanceof ScoreItem;
    }

    @Override
    public Taken take(Item item) {
        ScoreItem score = (ScoreItem) item;
        Optional<String> queryId = file.findQuery(score.query());
        if (queryId.isEmpty()) {
            return FileImport.unknownQuery(score.query());
        }
        Optional<Integer> replicate = file.findReplicate(queryId.get(), score.answer());
        if (replicate.isEmpty()) {
            return FileImport.unknownAnswer(score.answer());
        }
        return store(
                score.origin(),
                new Judgment(queryId.get(), score.answer().subject(), replicate.get(), Role.CANDIDATE, outcome(score.verdict())));
    }

    private Taken store(ScoreOrigin origin, Judgment judgment) {
        JsonNode spec = spec(origin);
        String runId = runIds.computeIfAbsent(origin, any -> Run.idOf(Judgment.STEP, "imported", spec, 0));
        Optional<Row> known = table.find(file.writing(), runId, judgment.queryId(), judgment.subject(), judgment.replicate());
        if (known.isPresent()) {
            return says(known.get(), judgment.outcome())
                    ? Taken.KNOWN
                    : Taken.rejected("the study has another judgment of '" + origin.annotator() + "' on this answer, which is kept");
        }
        if (begun.add(runId)) {
            file.runs().begin(file.writing(), Judgment.STEP, "imported", spec, 0);
        }
        table.insert(file.writing(), runId, judgment);
        return Taken.NEW;
    }

    @Override
    public void finish() {
        begun.forEach(runId -> file.runs().end(file.writing(), runId, RunState.DONE));
    }

    private static boolean says(Row known, Outcome outcome) {
        return switch (outcome) {
            case Scored(var score, var reason, var criteria) -> known.score().equals(Optional.of(score)) && known.reason().equals(reason);
            case Failed(var failure) -> known.failure().equals(Optional.of(failure));
        };
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case Item.Scored(var score, var reason) -> new Scored(score, reason, List.of());
            case Unscored(var failure) -> new Failed(failure);
        };
    }

    private static JsonNode spec(ScoreOrigin origin) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode().put("format", origin.format()).put("annotator", origin.annotator());
        origin.baseline().ifPresent(baseline -> spec.put("baseline", baseline));
        if (origin.low().isPresent() && origin.high().isPresent()) {
            spec.putObject("scale").put("low", origin.low().get()).put("high", origin.high().get());
        }
        return spec;
    }
}
