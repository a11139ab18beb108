package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Something in a reply that is an object or looks like one. */
sealed interface Finding {

    record Whole(ObjectNode value) implements Finding {}

    /** A list with objects in it, of which none can be said to be the one. */
    record Several(int count, Set<String> names) implements Finding {}

    /** @param names of members, at any depth, that were read before it broke */
    record Broken(String why, Set<String> names) implements Finding {}

    /** The text ended before it did. */
    record CutOff(Set<String> names) implements Finding {}
}
