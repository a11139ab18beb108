package dev.assay.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.StoppedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Where a command writes to: results to standard output, everything else to standard error.
 *
 * <p>With {@code --json} standard output carries one JSON object at the end and nothing else; with {@code --quiet} there are no messages
 * and no progress.
 */
final class Console {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private boolean json;
    private boolean quiet;

    Console(PrintStream out, PrintStream err, boolean terminal, InputStream in) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    void configure(boolean json, boolean quiet) {
        this.json = json;
        this.quiet = quiet;
    }

    boolean isJson() {
        return json;
    }

    /** The result of a command: the object with {@code --json}, else the text. */
    void result(JsonNode object, String text) {
        if (json) {
            out.println(write(object));
        } else if (!text.isEmpty()) {
            out.println(clean(text));
        }
        if (out.checkError()) {
            throw new StoppedException(
                    "the result cannot be written to standard output (is the disk full, or the pipe closed?): run the same again");
        }
    }

    /** Something worth knowing while a command runs. */
    void message(String line) {
        if (!quiet) {
            err.println(clean(line));
        }
    }

    /** An error is shown whatever the options: one line, without control characters that could forge another. */
    void error(String line) {
        err.println("assay: " + clean(line.replaceAll("\\R", " ")));
    }

    /** Names that anybody may have chosen (files, subjects, nodes) must not move the cursor or colour the terminal. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\n\t]]", "\uFFFD");
    }

    /** A line that the person types, not shown at a terminal; from a pipe its first line. Empty if there is none. */
    String secret(String prompt) {
        java.io.Console keyboard = System.console();
        if (terminal && keyboard != null) {
            char[] typed = keyboard.readPassword("%s", prompt);
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            String line = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            return "";
        }
    }

    void trace(Throwable fault) {
        fault.printStackTrace(err);
    }

    /** For help and version, which are results too. */
    PrintWriter outWriter() {
        return new PrintWriter(out, true, UTF_8);
    }

    ProgressLine progress() {
        return new ProgressLine(err, terminal, quiet);
    }

    private static String write(JsonNode object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
