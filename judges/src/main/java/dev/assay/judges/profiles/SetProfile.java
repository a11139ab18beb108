package dev.assay.judges.profiles;

import java.util.List;
import java.util.Optional;

/**
 * How the subjects do on any set of queries.
 *
 * @param queries ids of the set's queries, in alphabetical order; also those without a score
 * @param n distinct queries of the set on which at least one subject has a score
 * @param subjects those that were judged on a query of the set, in alphabetical order
 */
public record SetProfile(List<String> queries, int n, List<SubjectScore> subjects) {

    public SetProfile {
        queries = List.copyOf(queries);
        subjects = List.copyOf(subjects);
    }

    /** Empty if the subject was not judged on any query of the set. */
    public Optional<SubjectScore> subject(String name) {
        return subjects.stream().filter(score -> score.subject().equals(name)).findFirst();
    }

    /** Whether all subjects have scores on the same queries. Else ranks compare means over different queries. */
    public boolean sameQueries() {
        return subjects.stream().allMatch(score -> score.n() == n);
    }
}
