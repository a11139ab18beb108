package dev.assay.datasets.models.replies;

import dev.assay.datasets.models.Message;
import dev.assay.datasets.records.StorableText;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a reply repeats its prompt. Material in the prompt may be JSON of the very form that is asked for: what stands
 * within a repeated passage is not the model's answer; an answer may well begin like it.
 *
 * <p>A passage is repeated if at least {@value #SHORTEST} characters are the same, or the whole message if that is shorter. One kind of quotation mark
 * counts as the other, for models change them.
 */
final class Echo {

    private static final int SHORTEST = 64;
    /** A run of twice this many characters holds a whole block, wherever it begins. */
    private static final int BLOCK = SHORTEST / 2;

    private final BitSet repeated = new BitSet();

    private Echo() {}

    static Echo none() {
        return new Echo();
    }

    static Echo of(List<Message> prompt, String reply) {
        Echo echo = new Echo();
        String normal = normal(reply);
        prompt.forEach(message -> echo.mark(normal(message.text()), normal));
        return echo;
    }

    /** End of the repeated passage in which a character stands; the place itself if it stands in none. */
    int endOfPassage(int at) {
        return repeated.get(at) ? repeated.nextClearBit(at) : at;
    }

    private void mark(String prompt, String reply) {
        Map<String, Integer> blocks = new HashMap<>();
        for (int at = 0; at + BLOCK <= prompt.length(); at += BLOCK) {
            blocks.putIfAbsent(prompt.substring(at, at + BLOCK), at);
        }
        int from = 0;
        for (int at = 0; at + BLOCK <= reply.length() && !blocks.isEmpty(); at++) {
            Integer there = blocks.get(reply.substring(at, at + BLOCK));
            if (there == null) {
                continue;
            }
            int back = 0;
            while (at - back > from && there - back > 0 && reply.charAt(at - back - 1) == prompt.charAt(there - back - 1)) {
                back++;
            }
            int ahead = BLOCK;
            while (at + ahead < reply.length() && there + ahead < prompt.length() && reply.charAt(at + ahead) == prompt.charAt(there + ahead)) {
                ahead++;
            }
            if (back + ahead >= Math.min(SHORTEST, prompt.length())) {
                repeated.set(at - back, at + ahead);
                from = at + ahead;
                at = from - 1;
            }
        }
    }

    private static String normal(String text) {
        return StorableText.of(text).replace('"', '\'');
    }
}
