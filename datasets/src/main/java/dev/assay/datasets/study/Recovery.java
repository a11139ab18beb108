package dev.assay.datasets.study;

import java.time.Clock;
import java.util.List;

/**
 * Puts in order what a program left behind that ended in the middle of its work.
 *
 * <p>Found by {@link java.util.ServiceLoader}. Called exactly once each time a study is opened for writing, after it was migrated and
 * before anybody can write: the writer lock makes sure that nothing is at work then.
 */
public interface Recovery {

    /** @param clock tells the time of opening */
    void recover(Writing writing, Clock clock);

    /** What waits to be gone on with, one line each, for {@code assay doctor}. */
    List<String> unfinished(Reading reading);
}
