package dev.assay.datasets.edits;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.study.Writing;
import java.time.Clock;

/**
 * One kind of change by hand. Found by {@link java.util.ServiceLoader}, so that a program can undo what an earlier one did: a kind that was
 * released goes on to understand its data.
 */
public interface EditKind {

    /** As it is kept in the study. */
    String name();

    /**
     * Makes the change.
     *
     * @throws EditRefused if the study is not as it was when the edit was made
     */
    void apply(Writing writing, JsonNode data, Clock clock);

    /**
     * Takes the change back.
     *
     * @throws EditRefused if the study is not as {@link #apply} left it
     */
    void revert(Writing writing, JsonNode data, Clock clock);
}
