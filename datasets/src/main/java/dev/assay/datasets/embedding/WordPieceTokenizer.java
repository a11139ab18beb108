package dev.assay.datasets.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The uncased WordPiece tokenizer of BERT (Devlin et al. 2019; Wu et al. 2016): text is cleaned, lower-cased and stripped
 * of accents, split at white space and punctuation, and each word is cut greedily into the longest pieces known.
 *
 * <p>Written in Java because the usual native tokenizer unpacks a library into the home folder at run time. Unlike it,
 * a special token that occurs literally in a text ({@code "[SEP]"}) is read as ordinary characters.
 */
final class WordPieceTokenizer {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    private WordPieceTokenizer(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        unknown = idOf("[UNK]");
        start = idOf("[CLS]");
        end = idOf("[SEP]");
    }

    /** Reads the vocabulary of a Hugging Face {@code tokenizer.json}: the object {@code model.vocab}. */
    static WordPieceTokenizer read(InputStream tokenizerJson) throws IOException {
        try (var parser = new JsonFactory().createParser(tokenizerJson)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT && "vocab".equals(parser.currentName())) {
                    Map<String, Integer> vocabulary = new HashMap<>(1 << 16);
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        vocabulary.put(parser.currentName(), parser.nextIntValue(-1));
                    }
                    return new WordPieceTokenizer(vocabulary);
                }
            }
        }
        throw new IOException("the tokenizer file has no vocabulary");
    }

    /**
     * Token ids of a text between the start and the end token.
     *
     * @param limit the greatest number of ids to return, start and end included; the rest of the text is left out
     */
    long[] tokenize(String text, int limit) {
        var pieces = new Pieces(limit - 1);
        pieces.add(start);
        String clean = normalize(text);
        int position = 0;
        while (position < clean.length() && !pieces.overfull) {
            int codePoint = clean.codePointAt(position);
            int next = position + Character.charCount(codePoint);
            if (codePoint == ' ') {
                position = next;
            } else if (isPunctuation(codePoint)) {
                addWord(clean.substring(position, next), pieces);
                position = next;
            } else {
                int wordEnd = next;
                while (wordEnd < clean.length() && continuesWord(clean.codePointAt(wordEnd))) {
                    wordEnd += Character.charCount(clean.codePointAt(wordEnd));
                }
                addWord(clean.substring(position, wordEnd), pieces);
                position = wordEnd;
            }
        }
        return pieces.closedBy(end);
    }

    private static String normalize(String text) {
        var spaced = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isWhitespace(c)) {
                spaced.append(' ');
            } else if (isIdeograph(c)) {
                spaced.append(' ').appendCodePoint(c).append(' ');
            } else if (!isDropped(c)) {
                spaced.appendCodePoint(c);
            }
        });
        var plain = new StringBuilder(spaced.length());
        Normalizer.normalize(spaced, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return plain.toString();
    }

    private void addWord(String word, Pieces pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        int mark = pieces.size;
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer id = null;
            while (to > from && id == null) {
                String piece = word.substring(from, to);
                id = vocabulary.get(from == 0 ? piece : "##" + piece);
                if (id == null) {
                    to = word.offsetByCodePoints(to, -1);
                }
            }
            if (id == null) {
                pieces.size = mark;
                pieces.add(unknown);
                return;
            }
            pieces.add(id);
            from = to;
        }
    }

    private int idOf(String token) {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + token);
        }
        return id;
    }

    private static boolean continuesWord(int c) {
        return c != ' ' && !isPunctuation(c);
    }

    private static boolean isWhitespace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    /** Characters that carry no text: control and format characters, the replacement character, lone surrogates. */
    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The blocks that BERT calls Chinese: CJK ideographs, but neither kana nor hangul. */
    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /** A growing list of ids that remembers when there was no room for one more. */
    private static final class Pieces {

        private final int limit;
        private long[] ids = new long[64];
        private int size;
        private boolean overfull;

        Pieces(int limit) {
            this.limit = limit;
        }

        void add(int id) {
            if (size == limit) {
                overfull = true;
                return;
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size++] = id;
        }

        long[] closedBy(int last) {
            long[] closed = Arrays.copyOf(ids, size + 1);
            closed[size] = last;
            return closed;
        }
    }
}
