package dev.assay.datasets.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelServerTest {

    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"score\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":5},"
            + "\"criteria\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"weight\":{\"type\":\"integer\"}}}}}}";

    private final ModelServer server = ModelServer.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void aSchemaIsAnsweredByTheQualityOfTheLastCandidate() throws Exception {
        JsonNode good = new ObjectMapper().readTree(textOf(ask("judge", "<candidate>{{q=0.1}}</candidate><candidate>{{q=0.95}}</candidate>", SCHEMA)));
        JsonNode bad = new ObjectMapper().readTree(textOf(ask("judge", "<candidate>{{q=0.05}}</candidate>", SCHEMA)));

        assertThat(good.path("score").asInt()).isEqualTo(5);
        assertThat(bad.path("score").asInt()).isEqualTo(1);
        assertThat(good.path("criteria").valueStream().mapToInt(item -> item.path("weight").asInt()).sum()).isEqualTo(100);
    }

    @Test
    void requestsAndRepeatsAreCounted() throws Exception {
        ask("judge", "one", "");
        ask("judge", "one", "");
        ask("judge", "two", "");

        assertThat(List.of(server.requests(), server.distinct(), server.repeats(), server.maxInFlight())).containsExactly(3, 2, 1, 1);
        assertThat(server.byModel()).containsEntry("judge", 3);
        assertThat(server.inFlight()).isZero();
    }

    @Test
    void aShareOfTheRequestsFailsTheFirstTimeOnly() throws Exception {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            first.add(ask("judge+server@0.2", "question " + i, "").statusCode());
        }
        for (int i = 0; i < 100; i++) {
            second.add(ask("judge+server@0.2", "question " + i, "").statusCode());
        }

        assertThat(first.stream().filter(status -> status == 500).count()).isBetween(10L, 32L);
        assertThat(second).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "cut_body"})
    void aBrokenConnectionIsBroken(String fault) {
        assertThatThrownBy(() -> ask("judge+" + fault, "anything", "")).isInstanceOf(IOException.class);
    }

    @Test
    void whoHasNoKeyIsRefused() throws Exception {
        server.requireKey("planted");

        assertThat(ask("judge", "anything", "").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> ask(String model, String prompt, String schema) throws IOException, InterruptedException {
        String form = schema.isEmpty() ? "" : ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"s\",\"schema\":" + schema + "}}";
        String body = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt + "\"}]" + form + "}";
        return client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions")).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private static String textOf(HttpResponse<String> reply) throws IOException {
        return new ObjectMapper().readTree(reply.body()).at("/choices/0/message/content").asText();
    }
}
