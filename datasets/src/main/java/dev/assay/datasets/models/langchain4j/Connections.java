package dev.assay.datasets.models.langchain4j;

import dev.assay.datasets.AssayException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Makes the clients that hold the connections. */
final class Connections {

    private static final Duration LONGEST_TO_CONNECT = Duration.ofSeconds(10);

    private Connections() {}

    /**
     * HTTP/1.1, for HTTP/2 would put all calls on one connection, of which services take about a hundred at a time. Redirects are not followed: a key
     * goes where the person has sent it, and nowhere else.
     */
    static HttpClient through(Optional<URI> proxy) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(LONGEST_TO_CONNECT)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        proxy.ifPresent(address -> client.proxy(ProxySelector.of(socket(address))));
        return client.build();
    }

    private static InetSocketAddress socket(URI proxy) {
        if (proxy.getHost() == null || proxy.getPort() < 0 || proxy.getUserInfo() != null) {
            throw new AssayException("a proxy is written http://host:port, without a name or password");
        }
        return InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort());
    }
}
