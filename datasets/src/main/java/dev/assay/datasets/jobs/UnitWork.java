package dev.assay.datasets.jobs;

import dev.assay.datasets.study.Writing;
import java.util.function.Consumer;

/**
 * What a job does with each of its units. Called on many virtual threads at once.
 *
 * @param <U> a unit
 */
public interface UnitWork<U> {

    /** By which a unit is known again when the job goes on, in this program or the next. */
    String key(U unit);

    /**
     * Does the work of one unit; may block.
     *
     * @throws dev.assay.datasets.StoppedException if the job is to stop: the unit is then still to be done
     */
    Result work(U unit);

    /** What has become of a unit. */
    sealed interface Result {

        /** @param store writes what came out; in one transaction with the note that the unit is done */
        record Done(Consumer<Writing> store) implements Result {}

        /**
         * @param cause in a few words, the same for all failures of a kind
         * @param detail of this one
         */
        record Failed(String cause, String detail) implements Result {}

        /** Neither: its answer comes later, by another way. */
        record Waiting() implements Result {}
    }
}
