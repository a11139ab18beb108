package dev.assay.datasets.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Looks for planted secrets in what the program leaves behind. */
public final class Secrets {

    private Secrets() {}

    /** The files under a folder, or the file itself, that hold a secret: as text, as UTF-16 or in Base64, or in their name. */
    public static List<Path> in(Path place, String... secrets) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.toList()) {
                boolean inside = Files.isRegularFile(file) && holds(new String(Files.readAllBytes(file), ISO_8859_1), secrets);
                if (inside || holds(String.valueOf(file.getFileName()), secrets)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** The secrets that a text holds. */
    public static List<String> in(String text, String... secrets) {
        return Stream.of(secrets).filter(secret -> holds(text, secret)).toList();
    }

    /** The secrets that a fault would show: in the messages and traces of it and its causes. */
    public static List<String> in(Throwable fault, String... secrets) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        return in(trace.toString(), secrets);
    }

    private static boolean holds(String text, String... secrets) {
        return Stream.of(secrets).anyMatch(secret -> text.contains(secret)
                || text.contains(new String(secret.getBytes(UTF_16LE), ISO_8859_1))
                || text.contains(base64(secret)));
    }

    private static String base64(String secret) {
        String whole = Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8));
        // The last character depends on what follows the secret.
        return whole.substring(0, whole.length() - 1);
    }
}
