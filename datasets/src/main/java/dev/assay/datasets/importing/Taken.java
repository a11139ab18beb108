package dev.assay.datasets.importing;

import java.util.Optional;

/**
 * What became of an item.
 *
 * @param imported things that are new and are counted
 * @param changed whether anything was stored, also what is not counted
 * @param rejection why the item, or a part of it, was not stored
 */
public record Taken(int imported, boolean changed, Optional<String> rejection) {

    /** All of it was there already. */
    public static final Taken KNOWN = new Taken(0, false, Optional.empty());

    /** A known thing got one more id. */
    public static final Taken NOTED = new Taken(0, true, Optional.empty());

    public static final Taken NEW = new Taken(1, true, Optional.empty());

    public static Taken rejected(String reason) {
        return new Taken(0, false, Optional.of(reason));
    }
}
