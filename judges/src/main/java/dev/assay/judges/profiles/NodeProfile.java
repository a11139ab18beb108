package dev.assay.judges.profiles;

import dev.assay.taxonomy.tree.NodePath;
import java.util.List;
import java.util.Optional;

/**
 * How the subjects do at one node.
 *
 * @param path identifies the node
 * @param n distinct queries of the node, or of nodes below it, on which at least one subject has a score
 * @param subjects those that were judged on a query of the node, in alphabetical order
 */
public record NodeProfile(NodePath path, int n, List<SubjectScore> subjects) {

    public NodeProfile {
        subjects = List.copyOf(subjects);
    }

    /** Empty if the subject was not judged on any query of the node. */
    public Optional<SubjectScore> subject(String name) {
        return subjects.stream().filter(score -> score.subject().equals(name)).findFirst();
    }

    /** Whether all subjects have scores on the same queries. Else ranks compare means over different queries: read the differences. */
    public boolean sameQueries() {
        return subjects.stream().allMatch(score -> score.n() == n);
    }
}
