package dev.assay.datasets.responding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.Keys;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.gateway.LedgerGateway;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.models.limits.Timing;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A second process that has queries answered: file of the study, base URL, most calls at the same time. It begins when it is told to. */
final class RespondProgram {

    private RespondProgram() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        if (told.readLine() != null) {
            ModelDefinition model = model(URI.create(arguments[1]), "alpha", Integer.parseInt(arguments[2]));
            try (Study study = Study.open(Path.of(arguments[0]), Clock.systemUTC())) {
                System.out.println("begun");
                System.out.println(respond(study, model).state());
            }
        }
    }

    static ModelDefinition model(URI baseUrl, String id, int concurrency) {
        return ModelDefinition.of("alpha", Provider.OPENAI, id, Optional.of(baseUrl))
                .with(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(concurrency)));
    }

    static Responding.Result respond(Study study, ModelDefinition model) {
        try (LangChain4jConnector connector = new LangChain4jConnector(name -> Optional.empty(), Clock.systemUTC())) {
            return respond(study, model, connector);
        }
    }

    private static Responding.Result respond(Study study, ModelDefinition model, LangChain4jConnector connector) {
        Keys keys = definition -> Optional.empty();
        Cancellation cancellation = new Cancellation();
        return new Responding(study, Clock.systemUTC()).run(
                new RespondSpecification(List.of(model), 1, Optional.empty()),
                (run, queue) -> new LedgerGateway(
                        study, run, queue, connector, keys, Budget.unlimited(), Timing.system(new SplittableRandom(1)),
                        LedgerGateway.Options.usual(), cancellation),
                Progress.none(),
                cancellation);
    }

    /** A study with queries and nothing else. */
    static void fill(Path file, int queries) {
        try (Study study = Study.create(file, Clock.systemUTC())) {
            study.change(writing -> {
                String run = new RunTable(Clock.systemUTC())
                        .begin(writing, "import", "imported", JsonNodeFactory.instance.objectNode(), 0).id();
                for (int i = 0; i < queries; i++) {
                    new QueryTable().insert(writing, Query.of("Question " + i + ": what is " + i + " times " + (i % 97) + "?"), run);
                }
            });
        }
    }
}
