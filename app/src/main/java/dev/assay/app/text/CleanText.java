package dev.assay.app.text;

/** Text of others as it may be shown: without control characters, broken characters, and marks that turn the direction of what follows. */
public final class CleanText {

    private static final char REPLACEMENT = '\ufffd';

    private CleanText() {}

    /** Line breaks become {@code \n}; tabs stay; other controls and broken characters become U+FFFD; turning marks are dropped. */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int code = text.codePointAt(at);
            at += Character.charCount(code);
            if (code == '\r') {
                if (at >= text.length() || text.charAt(at) != '\n') {
                    clean.append('\n');
                }
            } else if (code == '\n' || code == '\t') {
                clean.append((char) code);
            } else if (code == 0x2028 || code == 0x2029 || code == 0x85) {
                clean.append('\n');
            } else if (Character.isISOControl(code) || Character.getType(code) == Character.SURROGATE || (code & 0xfffe) == 0xfffe) {
                clean.append(REPLACEMENT);
            } else if (!turns(code)) {
                clean.appendCodePoint(code);
            }
        }
        return clean.toString();
    }

    /** Code that reads in another order than it is stored can hide what it does. */
    private static boolean turns(int code) {
        return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
    }
}
