package dev.assay.datasets.models.batches;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.ProgramVersion;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.http.Connections;
import dev.assay.datasets.models.http.Credentials;
import dev.assay.datasets.models.http.FailureReading;
import dev.assay.datasets.models.http.HttpReply;
import dev.assay.datasets.models.http.ReplyReading;
import dev.assay.datasets.records.ContentId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** OpenAI's endpoints for files and batches, and those of whoever is compatible. Files go to and from the disk, never through the memory. */
public final class OpenAiBatchService implements BatchService {

    private static final int LONGEST_BODY = 32 << 20;
    /** A hundred megabytes over a slow line. */
    private static final Duration LONGEST_TRANSFER = Duration.ofMinutes(30);
    private static final int MOST_PAGES = 50;

    private final ModelDefinition model;
    private final Credentials credentials;
    private final FailureReading failures;
    private final HttpClient client;
    private final String base;
    private final String query;

    /**
     * @param key {@link ApiKey#NONE} if there is none
     * @param environment variables, to which values of headers may refer
     * @throws AssayException if the definition cannot work
     */
    public OpenAiBatchService(ModelDefinition model, ApiKey key, Function<String, Optional<String>> environment, Clock clock) {
        BatchCollector.requireBatchable(model);
        this.model = model;
        this.credentials = Credentials.of(model, key, environment);
        this.failures = new FailureReading(clock);
        URI address = model.address().orElseThrow();
        this.client = Connections.of(Connections.Way.to(address, model.proxy()));
        this.base = address.toString().replaceFirst("[?#].*", "").replaceFirst("/+$", "");
        this.query = address.getRawQuery() == null ? "" : address.getRawQuery();
    }

    @Override
    public Optional<String> findFile(String fileName) {
        return search("/files?purpose=batch", file -> file.path("filename").asText().equals(fileName)).map(file -> file.path("id").asText());
    }

    @Override
    public String upload(Path file, String fileName) {
        String boundary = "assay-" + ContentId.of("boundary", fileName);
        BodyPublisher body;
        try {
            body = BodyPublishers.concat(
                    BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--" + boundary
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                            + "\"\r\nContent-Type: application/jsonl\r\n\r\n"),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        } catch (FileNotFoundException e) {
            throw new AssayException("cannot read " + file + ": check that nothing removes temporary files, and try again", e);
        }
        HttpRequest request = request("/files").header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(body).build();
        return id(json(request, LONGEST_TRANSFER));
    }

    @Override
    public Optional<RemoteBatch> findBatch(String remoteFile, String batchId) {
        return search("/batches?limit=100", batch -> batch.path("input_file_id").asText().equals(remoteFile)
                        || batch.at("/metadata/assay_batch").asText().equals(batchId))
                .map(this::batch);
    }

    @Override
    public RemoteBatch create(String remoteFile, String batchId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("input_file_id", remoteFile).put("endpoint", "/v1/chat/completions").put("completion_window", "24h");
        body.putObject("metadata").put("assay_batch", batchId);
        return batch(json(
                request("/batches").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())).build(),
                model.timeout()));
    }

    @Override
    public Optional<RemoteBatch> get(String remoteId) {
        return ifThere(() -> batch(json(request("/batches/" + remoteId).GET().build(), model.timeout())));
    }

    @Override
    public RemoteBatch cancel(String remoteId) {
        return batch(json(request("/batches/" + remoteId + "/cancel").POST(BodyPublishers.noBody()).build(), model.timeout()));
    }

    @Override
    public void download(String remoteFile, Path target) {
        // What is no success is no file: it is small, and says why.
        BodyHandler<Optional<String>> toFile = info -> info.statusCode() / 100 == 2
                ? BodySubscribers.mapping(BodySubscribers.ofFile(target), path -> Optional.empty())
                : BodySubscribers.mapping(BodySubscribers.limiting(BodySubscribers.ofString(UTF_8), LONGEST_BODY), Optional::of);
        HttpResponse<Optional<String>> response = send(request("/files/" + remoteFile + "/content").GET().build(), toFile, LONGEST_TRANSFER);
        if (response.body().isPresent()) {
            throw new ModelFailedException(failures.of(reply(response, response.body().get())));
        }
    }

    @Override
    public String withoutSecrets(String text) {
        return credentials.hideIn(text);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** The first item of a list, page by page, that is meant. */
    private Optional<JsonNode> search(String path, Predicate<JsonNode> meant) {
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String there = path + after;
            Optional<JsonNode> list = ifThere(() -> json(request(there).GET().build(), model.timeout()));
            Optional<JsonNode> found = list.stream().flatMap(some -> some.path("data").valueStream()).filter(meant).findFirst();
            if (found.isPresent() || list.isEmpty() || !list.get().path("has_more").asBoolean()) {
                return found;
            }
            JsonNode data = list.get().path("data");
            after = "&after=" + data.path(data.size() - 1).path("id").asText();
        }
        return Optional.empty();
    }

    private interface Call<T> {
        T make();
    }

    private static <T> Optional<T> ifThere(Call<T> call) {
        try {
            return Optional.of(call.make());
        } catch (ModelFailedException e) {
            if (e.failure().httpStatus().filter(status -> status == 404 || status == 405 || status == 501).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private HttpRequest.Builder request(String path) {
        String whole = base + path + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(whole)).setHeader("User-Agent", "assay/" + ProgramVersion.current());
        if (credentials.key().isPresent()) {
            request.setHeader("Authorization", "Bearer " + credentials.key().value());
        }
        credentials.headers().forEach(request::setHeader);
        return request;
    }

    private JsonNode json(HttpRequest request, Duration limit) {
        HttpResponse<String> response = send(
                request, info -> BodySubscribers.limiting(BodySubscribers.ofString(UTF_8), LONGEST_BODY), limit);
        HttpReply reply = reply(response, response.body());
        if (!reply.isSuccess()) {
            throw new ModelFailedException(failures.of(reply));
        }
        JsonNode json = ReplyReading.json(reply.body());
        if (!json.isObject()) {
            throw new ModelFailedException(failures.ofStrange(reply));
        }
        return json;
    }

    private HttpReply reply(HttpResponse<?> response, String body) {
        return credentials.hideIn(new HttpReply(response.statusCode(), response.headers(), body));
    }

    /** The time limit is for the whole exchange, to the last byte. */
    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Duration limit) {
        if (model.needsKey() && !credentials.key().isPresent()) {
            throw new ModelFailedException(ModelFailure.of(FailureKind.NO_KEY, ""));
        }
        CompletableFuture<HttpResponse<T>> coming = client.sendAsync(request, handler);
        try {
            return coming.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failed(e.getCause() instanceof IOException cause ? cause : new IOException("no reply"));
        } catch (TimeoutException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException(StoppedException.BY_PERSON, e);
        } finally {
            boolean cancelled = coming.cancel(true);
            assert cancelled || coming.isDone();
        }
    }

    /** Without the cause: its message may name what is nobody's business. */
    private ModelFailedException failed(Exception why) {
        return new ModelFailedException(failures.of(why, model.address()));
    }

    private String id(JsonNode json) {
        String id = json.path("id").asText("");
        // It becomes part of addresses.
        if (!id.matches("[A-Za-z0-9_.:-]{1,200}")) {
            throw new ModelFailedException(ModelFailure.of(FailureKind.NOT_A_REPLY, "the service gave no id"));
        }
        return id;
    }

    private RemoteBatch batch(JsonNode json) {
        JsonNode counts = json.path("request_counts");
        String message = json.at("/errors/data").valueStream()
                .limit(3)
                .map(error -> (error.hasNonNull("line") ? "line " + error.path("line").asText() + ": " : "") + error.path("message").asText(""))
                .collect(Collectors.joining("; "));
        return new RemoteBatch(
                id(json), status(json.path("status").asText("")), words(json.path("output_file_id")), words(json.path("error_file_id")),
                json.path("expires_at").isIntegralNumber() ? Optional.of(Instant.ofEpochSecond(json.path("expires_at").asLong())) : Optional.empty(),
                counts.path("completed").asLong() + counts.path("failed").asLong(), counts.path("total").asLong(), message);
    }

    /** One that is not known is taken for one on the way. */
    private static RemoteBatch.Status status(String text) {
        for (RemoteBatch.Status status : RemoteBatch.Status.values()) {
            if (status.name().equals(text.toUpperCase(Locale.ROOT))) {
                return status;
            }
        }
        return RemoteBatch.Status.IN_PROGRESS;
    }

    private static Optional<String> words(JsonNode node) {
        return node.isTextual() && node.asText().matches("[A-Za-z0-9_.:-]{1,200}") ? Optional.of(node.asText()) : Optional.empty();
    }
}
