package dev.assay.datasets.models.replies;

import java.util.List;

/**
 * What stands in a reply outside its reasoning.
 *
 * @param findings in the order of the text
 * @param prose the beginning of what is neither object nor reasoning
 * @param hasReasoning whether there was any
 * @param endsInReasoning whether the last of it was never closed
 * @param tangled whether reading was given up before the end, because it would have taken too long
 */
record ScannedReply(List<Finding> findings, String prose, boolean hasReasoning, boolean endsInReasoning, boolean tangled) {

    boolean holdsMoreThanOneObject() {
        return findings.size() > 1 || (findings.size() == 1 && !prose.isBlank());
    }
}
