package dev.assay.datasets.responding;

import dev.assay.datasets.testing.ChildProgram;
import dev.assay.datasets.testing.ModelServer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A model service in a process of its own, so that it does not share the heap and the threads of what is measured. */
final class ServiceProgram {

    private ServiceProgram() {}

    record Started(ChildProgram program, URI baseUrl) implements AutoCloseable {
        @Override
        public void close() {
            program.close();
        }
    }

    static Started start(Path temporary, double latencySeconds) throws IOException {
        ChildProgram program = ChildProgram.start(temporary, ServiceProgram.class, Math.round(latencySeconds * 1000));
        return new Started(program, URI.create(program.line().orElseThrow()));
    }

    public static void main(String[] arguments) throws IOException {
        try (ModelServer server = ModelServer.start().latency(Duration.ofMillis(Long.parseLong(arguments[0])))) {
            server.on("GET /stats", (request, reply) -> reply.json(200, "{\"requests\":" + server.requests() + "}"));
            System.out.println(server.baseUrl());
            // Until the one who started it goes away.
            int end = new InputStreamReader(System.in, StandardCharsets.UTF_8).read();
            assert end <= 0;
        }
    }
}
