package dev.assay.app.responses;

import dev.assay.app.responses.Answer.Replicate;
import dev.assay.app.responses.Judged.Failed;
import dev.assay.app.responses.Judged.Scored;
import dev.assay.app.responses.Judged.Unjudged;
import dev.assay.app.text.Document;
import dev.assay.app.text.Manuscript;
import dev.assay.app.text.Markdown;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Reading;
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.JudgmentTable;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TagTable;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads everything of a query out of the study, and its texts into documents. Not on the JavaFX thread. */
final class SheetReader {

    /** A query is never so long that it is not shown whole; longer ones are cut here. */
    private static final int LONGEST_QUERY = 200_000;

    /** @param wantedRun id of the run whose judgments are shown; where it is empty or judged nothing here, the latest that did */
    record Wanted(String queryId, Optional<String> wantedRun, Listing listing) {}

    private final JudgmentTable judgments = new JudgmentTable();
    private final RunTable runs;

    SheetReader(Clock clock) {
        runs = new RunTable(clock);
    }

    /** Empty if the study has no such query. */
    Optional<Sheet> read(Reading reading, Wanted wanted) {
        return new QueryTable().find(reading, wanted.queryId()).map(query -> read(reading, query, wanted));
    }

    private Sheet read(Reading reading, Query query, Wanted wanted) {
        int number = new QueryTable().number(reading, query.id()).orElse(0);
        List<JudgingRun> known = judgingRuns(reading);
        Optional<JudgingRun> run = choose(reading, known, query.id(), wanted.wantedRun());
        return new Sheet(
                query,
                number,
                wanted.listing().placeOf(number).orElse(-1) + 1,
                wanted.listing().size(),
                turns(query),
                tags(reading, query.id()),
                known,
                run,
                run.map(chosen -> judgments.criteria(reading, chosen.id(), query.id())).orElse(List.<Criterion>of()),
                answers(reading, query.id(), run));
    }

    private List<JudgingRun> judgingRuns(Reading reading) {
        List<Run> all = runs.all(reading).stream()
                .sorted(Comparator.comparing(Run::startedAt))
                .toList();
        List<JudgingRun> judging = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).step().equals(Judgment.STEP)) {
                judging.addFirst(JudgingRun.of(all.get(i), i + 1));
            }
        }
        return judging;
    }

    private Optional<JudgingRun> choose(Reading reading, List<JudgingRun> known, String queryId, Optional<String> wanted) {
        Optional<JudgingRun> asked = known.stream().filter(run -> wanted.filter(run.id()::equals).isPresent()).findFirst();
        if (asked.isPresent()) {
            return asked;
        }
        Optional<JudgingRun> withCriteria = known.stream()
                .filter(run -> !judgments.criteria(reading, run.id(), queryId).isEmpty())
                .findFirst();
        return withCriteria.or(() -> known.stream().filter(run -> !judgments.ofQuery(reading, run.id(), queryId).isEmpty()).findFirst());
    }

    private static List<Document> turns(Query query) {
        List<Document> turns = new ArrayList<>();
        Markdown markdown = new Markdown();
        for (String turn : withFirst(query.text(), query.followUps())) {
            boolean whole = turn.length() <= LONGEST_QUERY;
            turns.add(markdown.parse(whole ? turn : turn.substring(0, LONGEST_QUERY) + "\n\n… (the query goes on)"));
        }
        return turns;
    }

    private static List<String> withFirst(String first, Collection<String> later) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(later);
        return all;
    }

    private static List<String> tags(Reading reading, String queryId) {
        List<Tag> tags = new TagTable().ofQueries(reading, List.of(queryId)).getOrDefault(queryId, List.of());
        if (tags.isEmpty()) {
            return List.of();
        }
        Taxonomy taxonomy = new TaxonomyTable().load(reading);
        return tags.stream()
                .filter(tag -> taxonomy.contains(tag.nodeId()))
                .map(tag -> String.join(" › ", taxonomy.byId(tag.nodeId()).path().names()))
                .toList();
    }

    private List<Answer> answers(Reading reading, String queryId, Optional<JudgingRun> run) {
        Map<String, List<Response>> bySubject = new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
        for (Response response : new ResponseTable().ofQuery(reading, queryId)) {
            bySubject.computeIfAbsent(response.subject(), any -> new ArrayList<>()).add(response);
        }
        List<JudgmentTable.Row> rows = run.map(chosen -> judgments.ofQuery(reading, chosen.id(), queryId)).orElse(List.of());
        List<Answer> answers = new ArrayList<>();
        bySubject.forEach((subject, responses) -> {
            List<Replicate> replicates = responses.stream().map(response -> replicate(reading, response, run, rows)).toList();
            boolean scoredFirst = rows.stream().anyMatch(row -> row.subject().equals(subject) && row.role() == Role.BASELINE);
            answers.add(new Answer(subject, scoredFirst, replicates));
        });
        return answers;
    }

    private Replicate replicate(Reading reading, Response response, Optional<JudgingRun> run, List<JudgmentTable.Row> rows) {
        List<String> texts = withFirst(response.text(), response.followUps());
        Judged judged = rows.stream()
                .filter(row -> row.subject().equals(response.subject()) && row.replicate() == response.replicate())
                .findFirst()
                .map(row -> judged(reading, run.orElseThrow().id(), row))
                .orElseGet(Unjudged::new);
        return new Replicate(
                response.replicate(),
                texts.stream().map(Manuscript::markdown).toList(),
                texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).sum(),
                judged);
    }

    private Judged judged(Reading reading, String runId, JudgmentTable.Row row) {
        if (row.failure().isPresent()) {
            return new Failed(row.failure().get());
        }
        return new Scored(
                row.score().orElseThrow(),
                row.reason(),
                judgments.criterionScores(reading, runId, row.queryId(), row.subject(), row.replicate()));
    }
}
