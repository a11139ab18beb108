package dev.assay.judges.pc2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer comes to, and who is said to be what in it: pairs of neighbouring content words within a clause of the passage after
 * "Answer:", "Conclusion:", "Result:" or "Solution:", or else of the last sentence. "Eva won, and Ben was third" binds Eva to winning
 * and Ben to the third place; an answer that names the same people the other way round shares none of the pairs.
 */
final class Conclusion {

    private static final Pattern MARKER =
            Pattern.compile("(?im)^[^\\p{L}\\n]*(?:final )?(?:answer|conclusion|result|solution)[^\\p{L}\\p{N}\\n]*:[^\\p{L}\\p{N}\\n]*");
    private static final Pattern CLAUSE_END = Pattern.compile("[,;:.!?|()\\n]+(?=\\s|$)|\\n");

    private Conclusion() {}

    /** The pairs, each with the words as they stand in the answer; in order of appearance, without those that the question has itself. */
    static Map<String, String> pairs(AnalysedText query, AnalysedText answer) {
        Map<String, String> pairs = pairs(passage(answer));
        pairs.keySet().removeAll(pairs(query.text()).keySet());
        return pairs;
    }

    /** Whether the answer says which passage is its conclusion. */
    static boolean isMarked(AnalysedText answer) {
        return markedFrom(answer.text()) >= 0;
    }

    private static int markedFrom(String text) {
        Matcher marker = MARKER.matcher(text);
        int start = -1;
        while (marker.find()) {
            start = marker.end();
        }
        return start;
    }

    private static String passage(AnalysedText answer) {
        int start = markedFrom(answer.text());
        if (start >= 0) {
            int end = answer.text().indexOf('\n', start);
            return answer.text().substring(start, end < 0 ? answer.text().length() : end);
        }
        List<String> sentences = answer.sentences();
        return sentences.isEmpty() || SetPhrases.isVoid(sentences.getLast()) ? "" : sentences.getLast();
    }

    private static Map<String, String> pairs(String passage) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String clause : CLAUSE_END.split(passage, -1)) {
            String before = "";
            for (String word : Words.of(clause)) {
                if (!Words.isStopWord(word)) {
                    if (!before.isEmpty()) {
                        pairs.putIfAbsent(Words.stem(before) + " " + Words.stem(word), before + " " + word);
                    }
                    before = word;
                }
            }
        }
        return pairs;
    }
}
