package dev.assay.datasets.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.importing.Item.NodeItem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A taxonomy as one JSON object: the names of the nodes are fields, a node's children are its value. A leaf is an empty object or null;
 * leaves may also be given as a list of names. A file that is no JSON is read as a {@link DrawnTree}.
 */
final class TaxonomyReader implements ItemReader {

    @Override
    public void read(SourceFile file, LongConsumer read, Handler handler) throws IOException {
        Counting nodes = new Counting(handler);
        try (InputStream in = file.open(read)) {
            if (isObject(in)) {
                readJson(in, nodes);
            } else {
                new DrawnTree(nodes).read(in);
            }
        } catch (JsonProcessingException e) {
            throw new AssayException(file.path() + ":" + e.getLocation().getLineNr()
                    + ": this is not JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + "), nothing of the tree was imported", e);
        }
        if (nodes.count == 0) {
            throw new AssayException(file.path() + " holds no tree: a taxonomy is a JSON object or drawn with ├── and └──");
        }
    }

    private static boolean isObject(InputStream in) throws IOException {
        in.mark(64);
        int first = in.read();
        for (int count = 1; count < 64 && Character.isWhitespace(first); count++) {
            first = in.read();
        }
        in.reset();
        return first == '{';
    }

    private static void readJson(InputStream in, Counting handler) throws IOException {
        Deque<String> path = new ArrayDeque<>();
        try (JsonParser parser = JsonElement.JSON.createParser(in)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                switch (token) {
                    case FIELD_NAME -> {
                        path.addLast(parser.currentName());
                        handler.node(line, List.copyOf(path));
                        token = parser.nextToken();
                        if (token != JsonToken.START_OBJECT) {
                            readLeaves(parser, line, path, handler);
                            path.removeLast();
                        }
                    }
                    case END_OBJECT -> path.pollLast();
                    default -> handler.bad(line, "here a node's name is meant, not " + token);
                }
            }
        }
    }

    private static void readLeaves(JsonParser parser, int line, Deque<String> path, Counting handler) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            handler.bad(line, "the node '" + path.getLast() + "' holds neither an object nor a list of names");
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            int leafLine = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.VALUE_STRING) {
                List<String> leaf = new ArrayList<>(path);
                leaf.add(parser.getText());
                handler.node(leafLine, leaf);
            } else {
                handler.bad(leafLine, "the list of '" + path.getLast() + "' holds something else than names");
                parser.skipChildren();
            }
        }
    }

    /** Whether a file that is no rows could be a taxonomy. */
    static boolean looksLikeTaxonomy(SourceFile file) {
        Glance glance = new Glance();
        try {
            new TaxonomyReader().read(file, count -> {}, glance);
        } catch (IOException | AssayException e) {
            return false;
        } catch (Glance.Enough e) {
            return glance.deepest > 2;
        }
        return glance.deepest > 2;
    }

    /** Passes nodes with sound names on. */
    static final class Counting {

        private final Handler handler;
        private int count;

        Counting(Handler handler) {
            this.handler = handler;
        }

        void node(long line, List<String> names) {
            try {
                if (Row.sound("name", names.getLast()).isBlank()) {
                    throw new BadRow("a node's name is blank");
                }
            } catch (BadRow e) {
                bad(line, e.reason());
                return;
            }
            count++;
            handler.items(line, List.of(new NodeItem(names)));
        }

        void bad(long line, String reason) {
            handler.bad(line, reason);
        }
    }

    private static final class Glance implements Handler {

        private static final int NODES = 20;

        private int seen;
        private int deepest;

        @Override
        public void items(long line, List<Item> items) {
            for (Item item : items) {
                if (item instanceof NodeItem(var names)) {
                    deepest = Math.max(deepest, names.size());
                }
            }
            if (++seen == NODES) {
                throw new Enough();
            }
        }

        @Override
        public void bad(long line, String reason) {
            deepest = 0;
            throw new Enough();
        }

        private static final class Enough extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
    }
}
