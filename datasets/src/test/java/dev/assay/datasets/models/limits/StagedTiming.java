package dev.assay.datasets.models.limits;

import dev.assay.datasets.jobs.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that passes only while somebody waits, and a chance that always says the same. */
public final class StagedTiming implements Timing {

    private final double chance;
    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    public StagedTiming(double chance) {
        this.chance = chance;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public synchronized boolean pause(Duration time, Cancellation cancellation) {
        pauses.add(time);
        nanos += time.toNanos();
        return cancellation.requested();
    }

    @Override
    public double random() {
        return chance;
    }

    public synchronized void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** What was waited for, in order. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
