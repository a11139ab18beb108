package dev.assay.app.responses;

import dev.assay.app.responses.Answer.Replicate;

/**
 * A column as it is shown.
 *
 * @param name of the subject, or a letter while names are hidden: the view shows nothing else of it
 * @param subject by which the column is named to the model; never shown
 * @param pinned whether it stays at the left
 * @param replicate number of the answer that is chosen
 */
record Column(String name, String subject, boolean pinned, Answer answer, int replicate) {

    Replicate chosen() {
        return answer.replicate(replicate);
    }
}
