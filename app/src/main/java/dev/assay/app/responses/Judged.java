package dev.assay.app.responses;

import dev.assay.judges.Judgment.CriterionScore;
import java.util.List;

/** What a run says of one answer. A failure has a reason and no score. */
sealed interface Judged {

    /** @param criteria in the order of the criteria of the query; empty where the judge used none */
    record Scored(double total, String reason, List<CriterionScore> criteria) implements Judged {
        public Scored {
            criteria = List.copyOf(criteria);
        }
    }

    record Failed(String reason) implements Judged {}

    record Unjudged() implements Judged {}
}
