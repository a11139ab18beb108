package dev.assay.judges.profiles;

import dev.assay.judges.JudgmentTable.CriterionScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a criterion costs a subject over some queries, criteria of one name taken together.
 *
 * @param criterion its name
 * @param queries of those that have the criterion
 * @param lower queries on which the subject scores lower than the others do on average
 * @param points mean over these queries of weight × (others − own): the share of the difference in score that the criterion makes, on
 *     the scale of the run
 */
public record CriterionCost(String criterion, int queries, int lower, double points) {

    /** Part of the largest score below which two scores are the same but for rounding. */
    private static final double ROUNDING = 1e-9;

    /** Criteria that cost points, the most over all queries first. */
    public static List<CriterionCost> of(List<CriterionScores> scores) {
        Map<String, List<CriterionScores>> byName = new TreeMap<>();
        scores.forEach(score -> byName.computeIfAbsent(score.criterion(), any -> new ArrayList<>()).add(score));
        return byName.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .filter(cost -> cost.lower() > 0 && cost.points() > 0)
                .sorted(Comparator.comparingDouble((CriterionCost cost) -> -cost.points() * cost.queries())
                        .thenComparing(CriterionCost::criterion))
                .toList();
    }

    /** Ids of the queries on which the subject scores lower than the others do on average, by some criterion of these. */
    public static Set<String> lowerOn(List<CriterionScores> scores) {
        return scores.stream()
                .filter(score -> score.own() < score.others() - ROUNDING * Math.abs(score.others()))
                .map(CriterionScores::queryId)
                .collect(Collectors.toSet());
    }

    private static CriterionCost of(String name, List<CriterionScores> scores) {
        int queries = (int) scores.stream().map(CriterionScores::queryId).distinct().count();
        int lower = lowerOn(scores).size();
        double lost = scores.stream().mapToDouble(score -> score.weight() * (score.others() - score.own())).sum();
        return new CriterionCost(name, queries, lower, lost / queries);
    }
}
