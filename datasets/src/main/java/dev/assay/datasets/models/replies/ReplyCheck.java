package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a schema cannot say about a reply: that weights sum to 100, that each name is one of those that were asked about. */
@FunctionalInterface
public interface ReplyCheck {

    /**
     * @param value satisfies the schema
     * @return what is wrong, in one line that names the place; empty if nothing is
     */
    Optional<String> problemOf(ObjectNode value);

    /** For forms about which the schema says everything. */
    static ReplyCheck none() {
        return value -> Optional.empty();
    }
}
