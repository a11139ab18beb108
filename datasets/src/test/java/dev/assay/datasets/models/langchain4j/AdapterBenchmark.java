package dev.assay.datasets.models.langchain4j;

import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.testing.ModelServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much of the possible throughput is left by the adapter alone: calls at a fixed latency and concurrency, cold and warm. Arguments: calls,
 * concurrency, latency in milliseconds, rounds, and the base URL of a service; without one, a server in this process.
 */
public final class AdapterBenchmark {

    private AdapterBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        int calls = Integer.parseInt(args[0]);
        int concurrency = Integer.parseInt(args[1]);
        int latency = Integer.parseInt(args[2]);
        double ideal = Math.ceil((double) calls / concurrency) * latency / 1000;
        try (ModelServer server = ModelServer.start().latency(Duration.ofMillis(latency));
                LangChain4jConnector connector = new LangChain4jConnector(_ -> Optional.empty(), Clock.systemUTC())) {
            URI base = args.length > 4 ? URI.create(args[4]) : server.baseUrl();
            LanguageModel model = connector.connect(ModelDefinition.of("judge", Provider.OPENAI, "judge", Optional.of(base)), ApiKey.NONE);
            for (int round = 1; round <= Integer.parseInt(args[3]); round++) {
                AtomicInteger failed = new AtomicInteger();
                double seconds = seconds(model, calls, concurrency, round, failed);
                System.out.printf(Locale.ROOT, "round %d: %.2f s for %d calls, %.2f of the ideal %.2f s, %d failed, heap %d MB%n", round, seconds, calls,
                        ideal / seconds, ideal, failed.get(), heapMegabytes());
            }
        }
    }

    private static double seconds(LanguageModel model, int calls, int concurrency, int round, AtomicInteger failed) throws InterruptedException {
        Semaphore places = new Semaphore(concurrency);
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls; i++) {
                places.acquire();
                ModelRequest request = ModelRequest.of(Message.user("Round " + round + ", question " + i + ": " + "words ".repeat(100)));
                threads.execute(() -> {
                    try {
                        model.ask(request);
                    } catch (RuntimeException e) {
                        failed.incrementAndGet();
                    } finally {
                        places.release();
                    }
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the calls do not end");
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long heapMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
