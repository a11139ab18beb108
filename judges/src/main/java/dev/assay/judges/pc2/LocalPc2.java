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
import java.util.regex.Pattern;

/**
 * PC2 without a language model: words are counted and compared; nothing is understood. It needs no key and no network, is deterministic,
 * and its agreement with people is measured by {@code LocalPc2Benchmark}.
 *
 * <p><b>Text.</b> An answer is split into sentences and words; words are stemmed lightly. Words outside a list of stop words are its
 * <em>content words</em>; sentences that are set phrases ("I hope this helps") have none. Negations are content words. Scripts without
 * spaces are read as pairs of characters.
 *
 * <p><b>Criteria</b> (Feedbacker §PC2: what separates good from bad auxiliary answers). There are nine kinds, each measuring a share
 * between 0 and 1 whose formula stands with its class: {@link SharedPoints}, {@link AgreedResults}, {@link Substance}, {@link Addressing},
 * {@link Form}, {@link OwnWords}, {@link NoRepetition}, {@link NoPadding}, {@link Completeness}. A kind without bearing on a query is left out.
 * What the auxiliary answers contain is kept as the criterion's evidence (JSON), so that scoring needs nothing but the stored criteria. A
 * candidate that is word for word one of the auxiliary answers does not vote for itself.
 *
 * <p><b>Weights.</b> wₖ ∝ importanceₖ · emphasisₖ · (1 − φ + φ · min(2, σₖ/σ̄ₖ)), where σₖ is the standard deviation of the share over the
 * auxiliary answers of this query, σ̄ₖ what is usual, φ = 0.2, and emphasis is 1 except for agreed results; rounded to integers that sum to
 * 100 by largest remainders. Where the numbers come from is said at {@link CriterionWeights}.
 *
 * <p><b>Scores.</b> The baseline gets bₖ = 1 + (top − 1) · shareₖ. A candidate gets bₖ + (top − 1) · (shareₖ(candidate) − shareₖ(baseline)),
 * held within [1, top]: it is placed relative to the scores that the baseline was given. Scores have two decimals: whole numbers would
 * only add ties. An empty answer, or a placeholder such as {@code <no output>}, has share 0 on every criterion. The total is
 * Σ wₖ·sₖ, between 100 and 100 · top.
 */
public final class LocalPc2 implements CriteriaDeriver, CandidateScorer {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What instruction-tuned models write instead of nothing. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\s*<\\W*no\\W*(?:output|input)\\W*>\\s*", Pattern.CASE_INSENSITIVE);

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
            JsonNode evidence = evidence(criterion);
            Measured measured = share(kind(criterion, evidence), question, evidence, analysed);
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
            JsonNode evidence = evidence(criterion);
            CriterionKind kind = kind(criterion, evidence);
            Measured measured = share(kind, question, evidence, analysed);
            double ahead = measured.share() - share(kind, question, evidence, reference).share();
            double score = scale.rounded(yardstick.get(i).score() + (scale.top() - 1) * ahead);
            scores.add(new CriterionScore(score, measured.reason() + " (baseline " + yardstick.get(i).score() + ")"));
        }
        return new Scored(criteria.total(scores), "", scores);
    }

    private CriterionKind kind(Criterion criterion, JsonNode evidence) {
        CriterionKind kind = kinds.get(evidence.path("kind").asText());
        if (kind == null) {
            throw new IllegalArgumentException("the local engine did not derive the criterion \"" + criterion.name() + "\"");
        }
        return kind;
    }

    private static Measured share(CriterionKind kind, AnalysedText question, JsonNode evidence, AnalysedText answer) {
        if (answer.text().isBlank()) {
            return new Measured(0, "the answer is empty");
        }
        return PLACEHOLDER.matcher(answer.text()).matches()
                ? new Measured(0, "the answer is a placeholder: " + Quotes.of(answer.text()))
                : kind.measure(question, evidence, answer);
    }

    private static JsonNode evidence(Criterion criterion) {
        try {
            return JSON.readTree(criterion.evidence());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the evidence of the criterion \"" + criterion.name() + "\" is no JSON", e);
        }
    }
}
