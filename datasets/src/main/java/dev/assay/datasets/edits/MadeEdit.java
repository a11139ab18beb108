package dev.assay.datasets.edits;

import java.time.Instant;

/**
 * An edit as it stands in the history.
 *
 * @param sequence edits that were made later have a higher one
 * @param edit what was done
 * @param undone whether it is undone at present
 * @param madeAt when it was first made
 */
public record MadeEdit(long sequence, Edit edit, boolean undone, Instant madeAt) {}
