package dev.assay.judges.pc2;

import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment.CriterionScore;
import java.util.List;

/**
 * The criteria of one query.
 *
 * @param criteria 1 to 9 of them (3 or more where the answers allow it) whose weights sum to 100; their order is the order of all scores
 */
public record CriteriaSet(List<Criterion> criteria) {

    static final int MOST = 9;

    public CriteriaSet {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty() || criteria.size() > MOST) {
            throw new IllegalArgumentException("a query has 1 to " + MOST + " criteria, not " + criteria.size());
        }
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("the weights of the criteria sum to 100, not to " + sum);
        }
    }

    /** Σ wᵢ·sᵢ, computed exactly to the two decimals that scores have: 100 to 100 times the top of the scale. */
    public double total(List<CriterionScore> scores) {
        if (scores.size() != criteria.size()) {
            throw new IllegalArgumentException(criteria.size() + " criteria, but " + scores.size() + " scores");
        }
        double sum = 0;
        for (int i = 0; i < scores.size(); i++) {
            sum += criteria.get(i).weight() * scores.get(i).score();
        }
        return Math.round(sum * 100) / 100.0;
    }
}
