package dev.assay.datasets.responding;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.study.Study;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;

/**
 * How fast queries are answered, everything included: the ledger, the study, the adapter. Against a service that answers after a fixed time, the ideal
 * is calls / concurrency × latency.
 *
 * <p>Arguments: base URL of a service with {@code /stats} that answers after 50 ms, such as the model server of the tests with {@code --latency-ms 50}.
 * Without one, a service of its own process is started.
 */
public final class RespondBenchmark {

    private static final double LATENCY_SECONDS = 0.05;

    private RespondBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("assay-respond");
        if (arguments.length > 0) {
            measure(URI.create(arguments[0]), folder);
        } else {
            try (ServiceProgram.Started service = ServiceProgram.start(folder, LATENCY_SECONDS)) {
                measure(service.baseUrl(), folder);
            }
        }
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void measure(URI baseUrl, Path folder) throws Exception {
        for (String name : new String[] {"cold", "warm", "warm again"}) {
            run(baseUrl, folder.resolve(name + ".assay"), name, 1_610, 64);
        }
        run(baseUrl, folder.resolve("large.assay"), "20,000 calls", 20_000, 512);
    }

    private static void run(URI baseUrl, Path file, String name, int calls, int concurrency) throws Exception {
        RespondProgram.fill(file, calls);
        try (Study study = Study.open(file, Clock.systemUTC())) {
            long before = requests(baseUrl);
            double first = seconds(study, baseUrl, concurrency);
            long asked = requests(baseUrl) - before;
            double second = seconds(study, baseUrl, concurrency);
            long again = requests(baseUrl) - before - asked;
            double ideal = Math.ceil((double) calls / concurrency) * LATENCY_SECONDS;
            System.out.printf(Locale.ROOT,
                    "%-14s %,6d calls, concurrency %d: %.2f s, ideal %.2f s, %.2f of the ideal throughput; %,d requests; again: %.2f s, %,d requests; heap at most %d MiB%n",
                    name, calls, concurrency, first, ideal, ideal / first, asked, second, again, peakHeap());
        }
    }

    private static double seconds(Study study, URI baseUrl, int concurrency) {
        long begun = System.nanoTime();
        Responding.Result result = RespondProgram.respond(study, RespondProgram.model(baseUrl, "alpha", concurrency));
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (result.failed() > 0 || result.stopped().isPresent()) {
            throw new IllegalStateException(result.toString());
        }
        return seconds;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static long requests(URI baseUrl) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String stats = client.send(
                            HttpRequest.newBuilder(baseUrl.resolve("/stats")).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return new ObjectMapper().readTree(stats).path("requests").asLong();
        }
    }
}
