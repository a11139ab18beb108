package dev.assay.datasets.models;

import java.util.Optional;

/**
 * How much a service may be asked.
 *
 * @param requestsPerMinute empty: no limit
 * @param tokensPerMinute tokens in and out together; empty: no limit
 * @param concurrency most calls at the same time; empty: found by trying, up to {@link #MOST_FOUND_BY_TRYING}
 */
public record ModelLimits(Optional<Integer> requestsPerMinute, Optional<Integer> tokensPerMinute, Optional<Integer> concurrency) {

    public static final int MOST_FOUND_BY_TRYING = 64;

    public static ModelLimits none() {
        return new ModelLimits(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
