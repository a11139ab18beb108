package dev.assay.judges.pc2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text with what all criteria look at, found in one pass over it. */
final class AnalysedText {

    private static final int LONGEST_CHOICE = 8;

    private final String text;
    private final List<String> stems = new ArrayList<>();
    private final List<String> contentStems = new ArrayList<>();
    private final Map<String, String> content = new LinkedHashMap<>();
    private final List<String> sentences;

    private AnalysedText(String text) {
        this.text = text;
        this.sentences = Sentences.of(text);
        for (String sentence : sentences) {
            add(sentence, !SetPhrases.isVoid(sentence));
        }
    }

    private void add(String sentence, boolean saysSomething) {
        for (String word : Words.of(sentence)) {
            String stem = Words.stem(word);
            stems.add(stem);
            if (saysSomething && !Words.isStopWord(word)) {
                contentStems.add(stem);
                content.putIfAbsent(stem, word);
            }
        }
    }

    static AnalysedText of(String text) {
        return new AnalysedText(text);
    }

    String text() {
        return text;
    }

    /** Stems of all words, in order. */
    List<String> stems() {
        return stems;
    }

    /** Stems of the words that carry meaning, in order; sentences that are set phrases have none. */
    List<String> contentStems() {
        return contentStems;
    }

    /** The same without repetition, each with the word as it first stands in the text; in order of appearance. */
    Map<String, String> content() {
        return content;
    }

    List<String> sentences() {
        return sentences;
    }

    int length() {
        return stems.size();
    }

    /** Number of distinct content stems that another text lacks. */
    int contentBeyond(AnalysedText other) {
        int count = 0;
        for (String stem : content.keySet()) {
            if (!other.content.containsKey(stem)) {
                count++;
            }
        }
        return count;
    }

    /** Hashes of all runs of {@code n} stems, in order; empty if the text is shorter. */
    long[] runs(int n) {
        if (stems.size() < n) {
            return new long[0];
        }
        long[] runs = new long[stems.size() - n + 1];
        for (int i = 0; i < runs.length; i++) {
            long hash = 17;
            for (int j = i; j < i + n; j++) {
                hash = hash * 1_000_003 + stems.get(j).hashCode();
            }
            runs[i] = hash;
        }
        return runs;
    }

    /** Share of this text's runs of three words that stand in another text; of its words, if it has fewer than three; 1 if it has none. */
    double echoes(AnalysedText other) {
        long[] runs = runs(3);
        if (runs.length == 0) {
            Set<String> theirs = new HashSet<>(other.stems);
            return stems.isEmpty() ? 1 : stems.stream().filter(theirs::contains).count() / (double) stems.size();
        }
        Set<Long> theirs = new HashSet<>();
        for (long run : other.runs(3)) {
            theirs.add(run);
        }
        int found = 0;
        for (long run : runs) {
            if (theirs.contains(run)) {
                found++;
            }
        }
        return found / (double) runs.length;
    }

    /** Whether all words of this text stand in the other one, in this order and without others between them. */
    boolean isPartOf(AnalysedText other) {
        return !stems.isEmpty() && Collections.indexOfSubList(other.stems, stems) >= 0;
    }

    /** Whether this is no answer but a copy of a piece of the question. Up to eight words may be a choice among what it offers. */
    boolean merelyCopies(AnalysedText query) {
        return length() > LONGEST_CHOICE && isPartOf(query);
    }

    /** The same for texts that differ only in case, spaces and punctuation. */
    String fingerprint() {
        long hash = 0xcbf29ce484222325L;
        for (String stem : stems) {
            for (int i = 0; i < stem.length(); i++) {
                hash = (hash ^ stem.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }
}
