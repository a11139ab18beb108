package dev.assay.datasets.models.batches;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.Timing;
import dev.assay.datasets.responding.RespondSpecification;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Study;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A second process that has queries answered in batches: file of the study, base URL. It begins when it is told to. */
final class BatchProgram {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private BatchProgram() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        if (told.readLine() != null) {
            try (Study study = Study.open(Path.of(arguments[0]), Clock.systemUTC())) {
                System.out.println("begun");
                System.out.println(respond(study, specification(URI.create(arguments[1]))).state());
            }
        }
    }

    static RespondSpecification specification(URI baseUrl) {
        return new RespondSpecification(
                List.of(ModelDefinition.of("alpha", Provider.OPENAI, "alpha-1", Optional.of(baseUrl))), 1, Optional.empty());
    }

    private static Responding.Result respond(Study study, RespondSpecification specification) {
        Cancellation cancellation = new Cancellation();
        try (BatchRun batches = new BatchRun(
                study, specification.runId(), name -> specification.subjects().stream().findFirst(),
                model -> new OpenAiBatchService(model, ApiKey.NONE, name -> Optional.empty(), Clock.systemUTC()), hurried(), Backoff.usual())) {
            while (true) {
                Responding.Result result = new Responding(study, Clock.systemUTC()).run(
                        specification, (run, queue) -> batches.collector(queue, batches.budget()), Progress.none(), cancellation);
                if (batches.open().isEmpty()) {
                    return result;
                }
                batches.submit(cancellation);
                batches.awaitAll(Progress.none(), cancellation);
            }
        }
    }

    /** Waits, but not for a second between two looks. */
    private static Timing hurried() {
        return new Timing() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public boolean pause(Duration time, Cancellation cancellation) throws InterruptedException {
                return cancellation.await(PAUSE);
            }

            @Override
            public double random() {
                return 0.5;
            }
        };
    }
}
