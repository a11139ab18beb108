package dev.assay.app.text;

import dev.assay.app.text.Language.Pair;
import dev.assay.app.text.Span.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells keywords, strings, comments and numbers of code apart by looking at each character once; knows no grammar. */
final class CodeHighlighter {

    private final Language language;
    private final String code;
    private final List<Span> spans = new ArrayList<>();
    private int at;
    private int pending;
    private boolean inTag;

    private CodeHighlighter(Language language, String code) {
        this.language = language;
        this.code = code;
    }

    /** Spans that together are the code; all plain if the language is not known. */
    static List<Span> highlight(String language, String code) {
        return Language.named(language)
                .map(known -> new CodeHighlighter(known, code).scan())
                .orElseGet(() -> List.of(new Code(code, TokenKind.PLAIN)));
    }

    private List<Span> scan() {
        while (at < code.length()) {
            int start = at;
            Optional<TokenKind> kind = next();
            if (kind.isPresent()) {
                flush(start);
                spans.add(new Code(code.substring(start, at), kind.get()));
                pending = at;
            }
        }
        flush(code.length());
        return spans;
    }

    private void flush(int end) {
        if (pending < end) {
            spans.add(new Code(code.substring(pending, end), TokenKind.PLAIN));
        }
        pending = end;
    }

    /** Moves behind what begins here; empty if it is plain. */
    private Optional<TokenKind> next() {
        if (comment()) {
            return Optional.of(TokenKind.COMMENT);
        }
        char c = code.charAt(at);
        if (language.markup()) {
            return tag(c);
        }
        if (string(c)) {
            return Optional.of(TokenKind.STRING);
        }
        if (isWordStart(c)) {
            return language.isKeyword(word()) ? Optional.of(TokenKind.KEYWORD) : Optional.empty();
        }
        if (c >= '0' && c <= '9') {
            word();
            return Optional.of(TokenKind.NUMBER);
        }
        at++;
        return Optional.empty();
    }

    private boolean comment() {
        for (Pair pair : language.blockComments()) {
            if (code.startsWith(pair.open(), at)) {
                at = behind(pair.close(), at + pair.open().length());
                return true;
            }
        }
        // In shells "#" within a word is no comment; elsewhere it makes no difference.
        boolean begins = at == 0 || (!isWordPart(code.charAt(at - 1)) && "$&".indexOf(code.charAt(at - 1)) < 0);
        for (String opening : language.lineComments()) {
            if (code.startsWith(opening, at) && (begins || opening.length() > 1) && !isAddress(opening)) {
                int end = code.indexOf('\n', at);
                at = end < 0 ? code.length() : end;
                return true;
            }
        }
        return false;
    }

    private boolean isAddress(String opening) {
        return opening.equals("//") && at > 0 && code.charAt(at - 1) == ':';
    }

    private int behind(String close, int from) {
        int end = code.indexOf(close, from);
        return end < 0 ? code.length() : end + close.length();
    }

    private Optional<TokenKind> tag(char c) {
        if (c == '<' && at + 1 < code.length() && (Character.isLetter(code.charAt(at + 1)) || "/!?".indexOf(code.charAt(at + 1)) >= 0)) {
            inTag = true;
            at += 2;
            while (at < code.length() && isWordPart(code.charAt(at))) {
                at++;
            }
            return Optional.of(TokenKind.KEYWORD);
        }
        if (inTag && c == '>') {
            inTag = false;
            at++;
            return Optional.of(TokenKind.KEYWORD);
        }
        if (inTag && string(c)) {
            return Optional.of(TokenKind.STRING);
        }
        at++;
        return Optional.empty();
    }

    private boolean string(char c) {
        for (String delimiter : language.longStrings()) {
            if (code.startsWith(delimiter, at)) {
                at = behindString(delimiter, at + delimiter.length(), true);
                return true;
            }
        }
        if (language.strings().indexOf(c) >= 0) {
            at = behindString(String.valueOf(c), at + 1, false);
            return true;
        }
        return c == language.characters() && character(c);
    }

    private int behindString(String delimiter, int from, boolean overLines) {
        int i = from;
        while (i < code.length()) {
            char c = code.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (code.startsWith(delimiter, i)) {
                return i + delimiter.length();
            } else if (c == '\n' && !overLines) {
                return i;
            } else {
                i++;
            }
        }
        return code.length();
    }

    /** A quoted character; else the sign means something else, such as the lifetime of a reference. */
    private boolean character(char quote) {
        int last = Math.min(code.length() - 1, at + (at + 1 < code.length() && code.charAt(at + 1) == '\\' ? 8 : 3));
        for (int i = at + 2; i <= last && code.charAt(i - 1) != '\n'; i++) {
            if (code.charAt(i) == quote && !(code.charAt(i - 1) == '\\' && code.charAt(i - 2) != '\\')) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    private String word() {
        int start = at++;
        while (at < code.length() && isWordPart(code.charAt(at))) {
            at++;
        }
        return code.substring(start, at);
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '@';
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
