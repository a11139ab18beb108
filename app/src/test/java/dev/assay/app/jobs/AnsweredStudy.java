package dev.assay.app.jobs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.ModelServer;
import java.nio.file.Path;
import java.util.Optional;

/** A study with a few queries, and models on a server of this computer that can answer them. */
public final class AnsweredStudy {

    private AnsweredStudy() {}

    public static Study of(Path file, int queries) {
        Study study = Study.create(file, Clocks.fixed());
        study.change(writing -> {
            RunTable runs = new RunTable(Clocks.fixed());
            String run = runs.begin(
                            writing, "import", "imported",
                            JsonNodeFactory.instance.objectNode().put("format", "queries").put("file", "/data/questions.jsonl"), 0)
                    .id();
            for (int i = 1; i <= queries; i++) {
                new QueryTable().insert(writing, Query.of("How many legs have " + i + " spiders? Answer with the number alone, and say how you found it."), run);
            }
            runs.end(writing, run, RunState.DONE);
        });
        return study;
    }

    /** @param model as the server knows it, with the faults that it is to have */
    public static ModelDefinition model(String name, ModelServer server, String model) {
        return ModelDefinition.of(name, Provider.OPENAI, model, Optional.of(server.baseUrl())).at(new Price(2, 6));
    }

    public static ModelDefinition withoutPrice(String name, ModelServer server, String model) {
        return ModelDefinition.of(name, Provider.OPENAI, model, Optional.of(server.baseUrl()));
    }
}
