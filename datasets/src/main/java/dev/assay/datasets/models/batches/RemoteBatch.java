package dev.assay.datasets.models.batches;

import java.time.Instant;
import java.util.Optional;

/**
 * A batch as its service sees it.
 *
 * @param outputFile the service's id of the file with results, once there is one
 * @param errorFile the service's id of the file with errors, once there is one
 * @param finished calls that were made, failed ones too
 * @param message what the service says is wrong, in one line; may be empty
 */
public record RemoteBatch(
        String id, Status status, Optional<String> outputFile, Optional<String> errorFile, Optional<Instant> expiresAt, long finished, long total,
        String message) {

    /** How far it is. */
    public enum Status {
        VALIDATING,
        IN_PROGRESS,
        FINALIZING,
        COMPLETED,
        FAILED,
        EXPIRED,
        CANCELLING,
        CANCELLED;

        boolean isEnd() {
            return switch (this) {
                case VALIDATING, IN_PROGRESS, FINALIZING, CANCELLING -> false;
                case COMPLETED, FAILED, EXPIRED, CANCELLED -> true;
            };
        }
    }
}
