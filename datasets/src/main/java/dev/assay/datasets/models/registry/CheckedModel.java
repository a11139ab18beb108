package dev.assay.datasets.models.registry;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.SchemaSupport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of trying a model.
 *
 * @param ok whether it answered
 * @param latency of the fastest answer: the first one sets up the connection
 * @param modelAnswered id of the model that the service says has answered
 * @param schemaSupport the best way of telling it a form that it kept to; empty if it kept to none
 * @param failure why it did not answer
 * @param problems one line for each thing that is wrong or should be known, with what to do
 */
public record CheckedModel(
        boolean ok,
        Optional<Duration> latency,
        Optional<String> modelAnswered,
        Optional<SchemaSupport> schemaSupport,
        Optional<FailureKind> failure,
        List<String> problems) {

    public CheckedModel {
        problems = List.copyOf(problems);
    }
}
