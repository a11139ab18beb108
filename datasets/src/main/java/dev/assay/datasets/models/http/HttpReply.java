package dev.assay.datasets.models.http;

import java.net.http.HttpHeaders;

/**
 * What a service sent.
 *
 * @param body as UTF-8
 */
public record HttpReply(int status, HttpHeaders headers, String body) {

    /** Bytes of the longest body that is read. No model writes that much. */
    public static final int LONGEST_BODY = 32 << 20;

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
