package dev.assay.judges.pc2;

import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.Judgment.Failed;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.pc2.CriteriaDeriver.Derivation;
import dev.assay.judges.pc2.CriteriaDeriver.Derived;
import dev.assay.judges.pc2.CriteriaDeriver.NotDerived;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges what is not judged yet of one query. Reads the study, and leaves writing to the caller. */
final class QueryJudging {

    private static final Logger LOG = LoggerFactory.getLogger(QueryJudging.class);

    /**
     * What is to be written.
     *
     * @param newCriteria derived now; empty if they were there already or could not be derived
     * @param criteriaFailure why no criteria could be derived
     */
    record Judged(String queryId, List<Criterion> newCriteria, Optional<String> criteriaFailure, List<Judgment> judgments) {}

    /** What the study has of a query. */
    private record Material(Query query, List<Response> responses, List<Criterion> criteria, List<JudgmentTable.Row> judged, List<CriterionScore> yardstick) {}

    private record Answer(String subject, int replicate) {}

    private final Study study;
    private final String runId;
    private final Pc2Specification specification;
    private final CriteriaDeriver deriver;
    private final CandidateScorer scorer;
    private final JudgmentTable table = new JudgmentTable();

    QueryJudging(Study study, String runId, Pc2Specification specification, CriteriaDeriver deriver, CandidateScorer scorer) {
        this.study = study;
        this.runId = runId;
        this.specification = specification;
        this.deriver = deriver;
        this.scorer = scorer;
    }

    Judged judge(String queryId) {
        Material material = study.read(reading -> read(reading, queryId));
        List<Response> open = open(material);
        if (open.isEmpty()) {
            return new Judged(queryId, List.of(), Optional.empty(), List.of());
        }
        String query = turns(material.query().text(), material.query().followUps());
        Derivation derivation = material.criteria().isEmpty() ? derive(query, material) : new Derived(new CriteriaSet(material.criteria()));
        return switch (derivation) {
            case NotDerived(String failure) -> {
                Outcome failed = new Failed("no criteria: " + failure);
                yield new Judged(queryId, List.of(), Optional.of(failure), open.stream().map(response -> judgment(response, failed)).toList());
            }
            case Derived(CriteriaSet criteria) -> {
                List<Criterion> added = material.criteria().isEmpty() ? criteria.criteria() : List.of();
                yield new Judged(queryId, added, Optional.empty(), score(query, criteria, material, open));
            }
        };
    }

    /** Derives the criteria of a query that has an answer to judge and no criteria yet. */
    Judged derive(String queryId) {
        Material material = study.read(reading -> read(reading, queryId));
        if (!material.criteria().isEmpty() || open(material).isEmpty()) {
            return new Judged(queryId, List.of(), Optional.empty(), List.of());
        }
        return switch (derive(turns(material.query().text(), material.query().followUps()), material)) {
            case NotDerived(String failure) -> new Judged(queryId, List.of(), Optional.of(failure), List.of());
            case Derived(CriteriaSet criteria) -> new Judged(queryId, criteria.criteria(), Optional.empty(), List.of());
        };
    }

    private Material read(Reading reading, String queryId) {
        return new Material(
                new QueryTable().find(reading, queryId).orElseThrow(),
                new ResponseTable().ofQuery(reading, queryId),
                table.criteria(reading, runId, queryId),
                table.ofQuery(reading, runId, queryId),
                table.criterionScores(reading, runId, queryId, specification.baseline(), 0));
    }

    /** Answers to judge, without those that are judged already; nothing if no subject of the run has an open one. */
    private List<Response> open(Material material) {
        Set<Answer> judged = new HashSet<>();
        material.judged().forEach(row -> judged.add(new Answer(row.subject(), row.replicate())));
        List<Response> open = material.responses().stream()
                .filter(response -> !judged.contains(new Answer(response.subject(), response.replicate())))
                .filter(response -> isBaseline(response) || specification.subjects().contains(response.subject()))
                .toList();
        return open.stream().anyMatch(response -> specification.subjects().contains(response.subject())) ? open : List.of();
    }

    private boolean isBaseline(Response response) {
        return response.subject().equals(specification.baseline()) && response.replicate() == 0;
    }

    private Derivation derive(String query, Material material) {
        List<String> auxiliaries = new ArrayList<>();
        for (String subject : specification.auxiliaries()) {
            answer(material, subject).ifPresent(auxiliaries::add);
        }
        try {
            return deriver.derive(query, auxiliaries);
        } catch (RuntimeException e) {
            LOG.warn("deriving criteria for the query {} failed", material.query().id(), e);
            return new NotDerived(reason(e));
        }
    }

    private List<Judgment> score(String query, CriteriaSet criteria, Material material, List<Response> open) {
        List<Judgment> judgments = new ArrayList<>();
        Optional<String> baselineAnswer = answer(material, specification.baseline());
        if (baselineAnswer.isEmpty()) {
            Outcome failed = new Failed("the baseline \"" + specification.baseline() + "\" has no answer to this query");
            return open.stream().map(response -> judgment(response, failed)).toList();
        }
        Outcome yardstick = material.yardstick().isEmpty()
                ? guarded(() -> scorer.scoreBaseline(query, criteria, baselineAnswer.get(), specification.scale()))
                : new Scored(criteria.total(material.yardstick()), "", material.yardstick());
        for (Response response : open) {
            Outcome outcome = isBaseline(response)
                    ? yardstick
                    : switch (yardstick) {
                        case Failed(String failure) -> new Failed("the baseline was not scored: " + failure);
                        case Scored scored -> guarded(() -> scorer.score(
                                query,
                                criteria,
                                new CandidateScorer.Baseline(baselineAnswer.get(), scored),
                                turns(response.text(), response.followUps()),
                                specification.scale()));
                    };
            judgments.add(judgment(response, outcome));
        }
        return judgments;
    }

    /** A fault of an engine costs one judgment, not the run. */
    private static Outcome guarded(Supplier<Outcome> scoring) {
        try {
            return scoring.get();
        } catch (RuntimeException e) {
            LOG.warn("scoring failed", e);
            return new Failed(reason(e));
        }
    }

    private static String reason(RuntimeException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        return message.isBlank() ? e.getClass().getSimpleName() : message.strip().lines().findFirst().orElseThrow();
    }

    private Judgment judgment(Response response, Outcome outcome) {
        Role role = isBaseline(response) ? Role.BASELINE : Role.CANDIDATE;
        return new Judgment(response.queryId(), response.subject(), response.replicate(), role, outcome);
    }

    private static Optional<String> answer(Material material, String subject) {
        return material.responses().stream()
                .filter(response -> response.subject().equals(subject) && response.replicate() == 0)
                .map(response -> turns(response.text(), response.followUps()))
                .findFirst();
    }

    /** All turns as one text. */
    private static String turns(String first, List<String> later) {
        return later.isEmpty() ? first : first + "\n\n" + String.join("\n\n", later);
    }
}
