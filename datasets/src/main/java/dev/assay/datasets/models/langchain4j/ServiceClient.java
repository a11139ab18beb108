package dev.assay.datasets.models.langchain4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.ProgramVersion;
import dev.assay.datasets.models.http.BodyAdditions;
import dev.assay.datasets.models.http.HttpReply;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends what an adapter has written, once, and keeps what came of it in the {@link Exchange} of the thread; the adapter gets nothing to read. The time
 * limit is for the whole exchange, to the last byte of the body; interrupting the thread ends the exchange.
 */
final class ServiceClient implements HttpClient {


    private static final ObjectMapper JSON = new ObjectMapper();

    private final java.net.http.HttpClient client;
    private final Map<String, String> headers;
    private final ObjectNode additions;
    private final Duration timeout;

    ServiceClient(java.net.http.HttpClient client, Map<String, String> headers, ObjectNode additions, Duration timeout) {
        this.client = client;
        this.headers = headers;
        this.additions = additions;
        this.timeout = timeout;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Exchange exchange = Exchange.ofThisThread();
        try {
            exchange.replied(send(http(request)));
        } catch (IOException | TimeoutException e) {
            exchange.broke(e);
        } catch (InterruptedException e) {
            exchange.broke(e);
            Thread.currentThread().interrupt();
        }
        throw new Exchange.Over();
    }

    private HttpReply send(java.net.http.HttpRequest request) throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), HttpReply.LONGEST_BODY));
        try {
            HttpResponse<byte[]> response = coming.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new HttpReply(response.statusCode(), response.headers(), new String(response.body(), UTF_8));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    private java.net.http.HttpRequest http(HttpRequest request) {
        java.net.http.HttpRequest.Builder http = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ours.addAll(headers.keySet());
        ours.add("User-Agent");
        request.headers().forEach((name, values) -> {
            if (!ours.contains(name)) {
                values.forEach(value -> http.header(name, value));
            }
        });
        http.setHeader("User-Agent", "assay/" + ProgramVersion.current());
        headers.forEach(http::setHeader);
        return http.method(request.method().name(), BodyPublishers.ofString(body(request.body()), UTF_8)).build();
    }

    private String body(@Nullable String written) {
        if (written == null || additions.isEmpty()) {
            return written == null ? "" : written;
        }
        try {
            ObjectNode whole = (ObjectNode) JSON.readTree(written);
            BodyAdditions.merge(whole, additions);
            return JSON.writeValueAsString(whole);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("replies are not streamed");
    }

    /** As adapters want it; what they would set is set already. */
    HttpClientBuilder builder() {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return timeout;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration other) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return timeout;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration other) {
                return this;
            }

            @Override
            public HttpClient build() {
                return ServiceClient.this;
            }
        };
    }
}
