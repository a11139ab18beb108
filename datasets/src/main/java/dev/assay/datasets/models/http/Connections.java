package dev.assay.datasets.models.http;

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
public final class Connections {

    private static final Duration LONGEST_TO_CONNECT = Duration.ofSeconds(10);

    /**
     * What connections have in common.
     *
     * @param secure whether they use TLS
     */
    public record Way(Optional<URI> proxy, boolean secure) {

        public static Way to(URI address, Optional<URI> proxy) {
            return new Way(proxy, !"http".equalsIgnoreCase(address.getScheme()));
        }
    }

    private Connections() {}

    /**
     * HTTP/1.1, for HTTP/2 would put all calls on one connection, of which services take about a hundred at a time. Redirects are not followed: a key
     * goes where the person has sent it, and nowhere else.
     */
    public static HttpClient of(Way way) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(LONGEST_TO_CONNECT)
                // Nothing that a reply sets off here blocks, so that without TLS no other thread is needed, which is a third faster.
                .executor(way.secure() ? Executors.newVirtualThreadPerTaskExecutor() : Runnable::run);
        way.proxy().ifPresent(address -> client.proxy(ProxySelector.of(socket(address))));
        return client.build();
    }

    private static InetSocketAddress socket(URI proxy) {
        if (proxy.getHost() == null || proxy.getPort() < 0 || proxy.getUserInfo() != null) {
            throw new AssayException("a proxy is written http://host:port, without a name or password");
        }
        return InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort());
    }
}
