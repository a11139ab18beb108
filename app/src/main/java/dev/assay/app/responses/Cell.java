package dev.assay.app.responses;

/**
 * A place in the grid of criteria.
 *
 * @param criterion its place among the criteria; their number means the row of the mean
 */
record Cell(String subject, int criterion) {}
