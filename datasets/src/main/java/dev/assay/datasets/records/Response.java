package dev.assay.datasets.records;

import java.util.List;

/**
 * What a subject answered to a query.
 *
 * @param queryId the query
 * @param subject name of the subject (the model under test); never blank
 * @param replicate 0 for the first answer of the subject to the query, 1 for its second, …
 * @param text the answer to the first turn; may be empty, which is an answer too
 * @param followUps its answers to the later turns, in order
 */
public record Response(String queryId, String subject, int replicate, String text, List<String> followUps) {

    public Response {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("a response has no subject");
        }
        if (replicate < 0) {
            throw new IllegalArgumentException("a replicate is counted from 0");
        }
        followUps = List.copyOf(followUps);
    }

    public Response(String queryId, String subject, String text) {
        this(queryId, subject, 0, text, List.of());
    }
}
