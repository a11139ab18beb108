package dev.assay.datasets.exporting;

import java.nio.file.Path;

/**
 * What was written.
 *
 * @param rows how many rows, without the names of the columns
 * @param file where
 */
public record ExportResult(long rows, Path file) {}
