package dev.assay.judges.pc2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.Judgment.Failed;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.pc2.CriterionKind.Comparison;
import dev.assay.judges.pc2.CriterionKind.Draft;
import dev.assay.judges.pc2.CriterionKind.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PC2 without a language model. */
public final class LocalPc2 implements CriteriaDeriver, CandidateScorer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, CriterionKind> kinds = new LinkedHashMap<>();
    private final CriterionWeights weights;

    public LocalPc2() {
        this(CriterionWeights.learned());
    }

    LocalPc2(CriterionWeights weights) {
        this.weights = weights;
        for (CriterionKind kind : List.of(
                new SharedPoints(),
                new AgreedResults(),
                new Substance(),
                new Addressing(),
                new Form(),
                new OwnWords(),
                new NoRepetition(),
                new NoPadding(),
                new Completeness())) {
            kinds.put(kind.name(), kind);
        }
    }

    @Override
    public Derivation derive(String query, List<String> auxiliaries) {
        if (auxiliaries.isEmpty()) {
            return new NotDerived("no auxiliary answer to this query: criteria come from comparing answers");
        }
        if (auxiliaries.size() > Ballot.MOST_VOTERS) {
            return new NotDerived(auxiliaries.size() + " auxiliary answers: choose at most " + Ballot.MOST_VOTERS);
        }
        Comparison comparison =
                new Comparison(AnalysedText.of(query), auxiliaries.stream().map(AnalysedText::of).toList());
        List<Criterion> criteria = new ArrayList<>();
        List<CriterionWeights.Claim> claims = new ArrayList<>();
        for (CriterionKind kind : kinds.values()) {
            Optional<Draft> draft = kind.draft(comparison);
            draft.ifPresent(d -> {
                claims.add(new CriterionWeights.Claim(kind.name(), d.emphasis(), spread(kind, d, comparison)));
                String evidence = d.evidence().put("kind", kind.name()).toString();
                criteria.add(new Criterion(kind.name(), d.description(), 1, evidence));
            });
        }
        return new Derived(weighed(criteria, weights.distribute(claims)));
    }

    private static CriteriaSet weighed(List<Criterion> criteria, List<Integer> weights) {
        List<Criterion> weighed = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            if (weights.get(i) > 0) {
                weighed.add(new Criterion(criterion.name(), criterion.description(), weights.get(i), criterion.evidence()));
            }
        }
        return new CriteriaSet(weighed);
    }

    /** Standard deviation of the auxiliary answers' shares: how much the criterion separates them. */
    private static double spread(CriterionKind kind, Draft draft, Comparison comparison) {
        double[] shares = comparison.auxiliaries().stream()
                .mapToDouble(answer -> share(kind, comparison.query(), draft.evidence(), answer).share())
                .toArray();
        double mean = Arrays.stream(shares).average().orElse(0);
        return Math.sqrt(Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).average().orElse(0));
    }

    @Override
    public Outcome scoreBaseline(String query, CriteriaSet criteria, String answer, Scale scale) {
        AnalysedText question = AnalysedText.of(query);
        AnalysedText analysed = AnalysedText.of(answer);
        List<CriterionScore> scores = new ArrayList<>();
        for (Criterion criterion : criteria.criteria()) {
            Measured measured = measure(criterion, question, analysed);
            scores.add(new CriterionScore(scale.at(measured.share()), measured.reason()));
        }
        return new Scored(criteria.total(scores), "", scores);
    }

    @Override
    public Outcome score(String query, CriteriaSet criteria, Baseline baseline, String candidate, Scale scale) {
        List<CriterionScore> yardstick = baseline.scores().criteria();
        if (yardstick.size() != criteria.criteria().size()) {
            return new Failed("the baseline has " + yardstick.size() + " scores for " + criteria.criteria().size() + " criteria");
        }
        AnalysedText question = AnalysedText.of(query);
        AnalysedText reference = AnalysedText.of(baseline.answer());
        AnalysedText analysed = AnalysedText.of(candidate);
        List<CriterionScore> scores = new ArrayList<>();
        for (int i = 0; i < yardstick.size(); i++) {
            Criterion criterion = criteria.criteria().get(i);
            Measured measured = measure(criterion, question, analysed);
            double ahead = measured.share() - measure(criterion, question, reference).share();
            double score = scale.rounded(yardstick.get(i).score() + (scale.top() - 1) * ahead);
            scores.add(new CriterionScore(score, measured.reason() + " (baseline " + yardstick.get(i).score() + ")"));
        }
        return new Scored(criteria.total(scores), "", scores);
    }

    private Measured measure(Criterion criterion, AnalysedText question, AnalysedText answer) {
        JsonNode evidence = evidence(criterion);
        CriterionKind kind = kinds.get(evidence.path("kind").asText());
        if (kind == null) {
            throw new IllegalArgumentException("the local engine did not derive the criterion \"" + criterion.name() + "\"");
        }
        return share(kind, question, evidence, answer);
    }

    private static Measured share(CriterionKind kind, AnalysedText question, JsonNode evidence, AnalysedText answer) {
        return answer.text().isBlank() ? new Measured(0, "the answer is empty") : kind.measure(question, evidence, answer);
    }

    private static JsonNode evidence(Criterion criterion) {
        try {
            return JSON.readTree(criterion.evidence());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the evidence of the criterion \"" + criterion.name() + "\" is no JSON", e);
        }
    }
}
