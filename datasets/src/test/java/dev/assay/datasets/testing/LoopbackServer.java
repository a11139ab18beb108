package dev.assay.datasets.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on the loopback interface for tests: one virtual thread for each connection, connections kept alive. Unlike a real server it also does
 * what goes wrong: cuts a body, resets a connection, hangs.
 */
public final class LoopbackServer implements AutoCloseable {

    /** What answers a request; called on the thread of the connection. */
    @FunctionalInterface
    public interface Handler {
        void handle(Request request, Reply reply) throws IOException;
    }

    /** A request. */
    public static final class Request {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final String method;
        private final String target;
        private final Map<String, String> headers;
        private final byte[] body;

        private Request(String method, String target, Map<String, String> headers, byte[] body) {
            this.method = method;
            this.target = target;
            this.headers = headers;
            this.body = body;
        }

        public String method() {
            return method;
        }

        /** Path and query as sent; for a proxy the whole address. */
        public String target() {
            return target;
        }

        public byte[] body() {
            return body;
        }

        /** Names in lower case. */
        public Map<String, String> headers() {
            return headers;
        }

        public String path() {
            return target.replaceFirst("\\?.*", "");
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public String text() {
            return new String(body, UTF_8);
        }

        /** @throws UncheckedIOException if the body is no JSON */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final ServerSocket listening;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private LoopbackServer(ServerSocket listening, Handler handler) {
        this.listening = listening;
        this.handler = handler;
    }

    /** Begins to answer, on a port that is free. */
    public static LoopbackServer start(Handler handler) {
        try {
            LoopbackServer server = new LoopbackServer(new ServerSocket(0, 4096, InetAddress.getLoopbackAddress()), handler);
            Thread.ofVirtual().name("loopback server").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** http://127.0.0.1:port followed by the path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Connections that are open at the moment. */
    public int connections() {
        return open.size();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                Reply reply = new Reply(socket, out);
                handler.handle(request, reply);
                if (!reply.keepsConnection) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other side went away, which is its right.
        } finally {
            open.remove(socket);
        }
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        String[] words = first.split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return new Request(words[0], words[1], headers, body(in, headers));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            whole.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return whole.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(ISO_8859_1);
    }

    /** Waits, but not longer than the server lives. */
    void pause(Duration time) throws IOException {
        try {
            boolean over = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
            if (over) {
                throw new IOException("the server was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to one request: exactly one of its methods is called. */
    public final class Reply {

        private final Socket socket;
        private final OutputStream out;
        private boolean keepsConnection = true;

        private Reply(Socket socket, OutputStream out) {
            this.socket = socket;
            this.out = out;
        }

        public void json(int status, String body) throws IOException {
            send(status, Map.of("content-type", "application/json"), body.getBytes(UTF_8));
        }

        public void json(int status, String body, Map<String, String> headers) throws IOException {
            Map<String, String> all = new TreeMap<>(headers);
            all.putIfAbsent("content-type", "application/json");
            send(status, all, body.getBytes(UTF_8));
        }

        public void send(int status, Map<String, String> headers, byte[] body) throws IOException {
            head(status, headers, body.length);
            out.write(body);
            out.flush();
        }

        /** Promises more than is sent, and ends the connection in the middle. */
        public void cut(int status, String begin) throws IOException {
            keepsConnection = false;
            head(status, Map.of("content-type", "application/json"), begin.length() + 400);
            out.write(begin.getBytes(UTF_8));
            out.flush();
        }

        /** Promises more than is sent, and then sends nothing more, but keeps the connection. */
        public void hangAfter(int status, String begin) throws IOException {
            cut(status, begin);
            hang();
        }

        /** Keeps the connection, and says nothing. */
        public void hang() throws IOException {
            keepsConnection = false;
            pause(Duration.ofHours(1));
        }

        /** Ends the connection at once, by a TCP reset. */
        public void reset() throws IOException {
            keepsConnection = false;
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private void head(int status, Map<String, String> headers, int length) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " -\r\n");
            headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            head.append("content-length: ").append(length).append("\r\n\r\n");
            out.write(head.toString().getBytes(ISO_8859_1));
        }
    }
}
