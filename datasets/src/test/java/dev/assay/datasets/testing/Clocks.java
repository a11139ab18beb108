package dev.assay.datasets.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Clocks for tests. */
public final class Clocks {

    private Clocks() {}

    /** Stands still at 2026-01-02 03:04:05 UTC. */
    public static Clock fixed() {
        return Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    }
}
