package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.replies.Finding.Broken;
import dev.assay.datasets.models.replies.Finding.CutOff;
import dev.assay.datasets.models.replies.Finding.Several;
import dev.assay.datasets.models.replies.Finding.Whole;
import dev.assay.datasets.models.replies.Reasoning.Opened;
import dev.assay.datasets.records.StorableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through a reply once, from its beginning to its end, passing over reasoning and repeated prompt. What stands within an object, be it whole,
 * broken or cut off, is never taken for an object of its own.
 */
final class ReplyScanner {

    private static final int LONGEST_PROSE = 400;

    private final String text;
    private final Echo echo;
    private final TolerantJson json;
    private final List<Finding> findings = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private boolean hasReasoning;
    private boolean endsInReasoning;
    private boolean tangled;

    private ReplyScanner(String text, Echo echo) {
        this.text = text;
        this.echo = echo;
        this.json = new TolerantJson(text);
    }

    /** @param text clean, see {@link StorableText} */
    static ScannedReply scan(String text, Echo echo) {
        ReplyScanner scanner = new ReplyScanner(text, echo);
        scanner.run();
        return new ScannedReply(
                List.copyOf(scanner.findings), scanner.prose.toString(), scanner.hasReasoning, scanner.endsInReasoning, scanner.tangled);
    }

    private void run() {
        try {
            int at = 0;
            while (at < text.length()) {
                at = step(at);
            }
        } catch (TolerantJson.TooMuchWork e) {
            // What was found so far may be overruled by what was not read.
            findings.clear();
            tangled = true;
        }
    }

    /** Takes in what begins here; returns where to go on. */
    private int step(int at) {
        char c = text.charAt(at);
        int passage = echo.endOfPassage(at);
        if (passage > at) {
            return opensValue(c) && json.read(at) instanceof TolerantJson.Read read && read.end() > passage ? value(at) : at + 1;
        }
        if (Reasoning.mayBeginWith(c)) {
            int behind = reasoning(at);
            if (behind > at) {
                return behind;
            }
        }
        if (opensValue(c)) {
            int behind = value(at);
            if (behind > at) {
                return behind;
            }
        }
        if (prose.length() < LONGEST_PROSE && c != TolerantJson.REPLACEMENT && c != TolerantJson.BYTE_ORDER_MARK) {
            prose.append(c);
        }
        return at + 1;
    }

    private static boolean opensValue(char c) {
        return c == '{' || c == '[';
    }

    private int reasoning(int at) {
        int closed = Reasoning.closedAt(text, at);
        if (closed >= 0) {
            // It was opened by the prompt, or twice: everything so far belonged to it.
            findings.clear();
            prose.setLength(0);
            hasReasoning = true;
            return closed;
        }
        Optional<Opened> opened = Reasoning.openedAt(text, at);
        if (opened.isEmpty()) {
            return at;
        }
        hasReasoning = true;
        int end = opened.get().end(text);
        endsInReasoning = end < 0;
        return endsInReasoning ? text.length() : end;
    }

    private int value(int at) {
        return switch (json.read(at)) {
            case TolerantJson.Read read -> {
                take(read.value());
                yield read.end();
            }
            // Nothing but brackets so far.
            case TolerantJson.Malformed malformed when malformed.names().isEmpty() && malformed.why().equals(TolerantJson.TOO_DEEP) -> malformed.at();
            // A brace or bracket of prose: what follows may still be an object.
            case TolerantJson.Malformed malformed when malformed.names().isEmpty() -> at;
            case TolerantJson.Malformed malformed -> {
                findings.add(new Broken(malformed.why() + " at " + Excerpt.of(text, malformed.at()), malformed.names()));
                yield beyond(at);
            }
            case TolerantJson.Unfinished unfinished when unfinished.names().isEmpty() && text.charAt(at) == '[' -> at;
            case TolerantJson.Unfinished unfinished -> {
                findings.add(new CutOff(unfinished.names()));
                yield closingOfReasoning(at, text.length());
            }
        };
    }

    private void take(JsonNode value) {
        if (value instanceof ObjectNode object) {
            findings.add(new Whole(object));
            return;
        }
        List<ObjectNode> objects = value.valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast).toList();
        if (objects.size() == 1 && value.size() == 1) {
            findings.add(new Whole(objects.getFirst()));
        } else if (!objects.isEmpty()) {
            Set<String> names = new HashSet<>();
            objects.forEach(object -> object.fieldNames().forEachRemaining(names::add));
            findings.add(new Several(objects.size(), names));
        }
    }

    /** Behind a broken value. Quotation marks in it cannot be trusted, so it ends where it ends both with them and without. */
    private int beyond(int start) {
        return closingOfReasoning(start, Math.max(balanced(start, true), balanced(start, false)));
    }

    private int balanced(int start, boolean quoted) {
        int depth = 0;
        boolean inString = false;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (inString && c == '\\') {
                at++;
            } else if (quoted && c == '"') {
                inString = !inString;
            } else if (!inString && (c == '{' || c == '[')) {
                depth++;
            } else if (!inString && (c == '}' || c == ']') && --depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }

    /** The value may have stood in reasoning that nothing opened: then it ends with that. */
    private int closingOfReasoning(int start, int end) {
        for (int at = start; at < end; at++) {
            if (Reasoning.mayBeginWith(text.charAt(at)) && Reasoning.closedAt(text, at) >= 0) {
                return at;
            }
        }
        return end;
    }
}
