package dev.assay.datasets.models.langchain4j;

import java.net.http.HttpHeaders;

/**
 * What a service sent.
 *
 * @param body as UTF-8
 */
public record HttpReply(int status, HttpHeaders headers, String body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    HttpReply with(String otherBody) {
        return new HttpReply(status, headers, otherBody);
    }
}
