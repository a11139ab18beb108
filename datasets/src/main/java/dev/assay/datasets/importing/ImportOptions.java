package dev.assay.datasets.importing;

import java.util.Optional;

/**
 * How to import.
 *
 * @param strict whether the first bad row undoes its file, with an error
 * @param collection under which the ids of the files' queries are kept; empty for the name of the format
 */
public record ImportOptions(boolean strict, Optional<String> collection) {

    public static final ImportOptions DEFAULT = new ImportOptions(false, Optional.empty());

    public static final ImportOptions STRICT = new ImportOptions(true, Optional.empty());
}
