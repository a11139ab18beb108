package dev.assay.datasets.jobs;

/** Told how far a step is. Called from the thread that does the work; must be quick. */
@FunctionalInterface
public interface Progress {

    /**
     * @param step what is being done, in a few words
     * @param done units finished so far
     * @param total units in all, or −1 while it is not known
     */
    void update(String step, long done, long total);

    /** @param units of this step that have failed so far; told before the {@link #update} that counts them among those finished */
    default void failed(long units) {}

    /** For callers that do not want to know. */
    static Progress none() {
        return (step, done, total) -> {};
    }
}
