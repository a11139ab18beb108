package dev.assay.judges.pc2;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of answers as they stand in a reason: in quotation marks, on one line, short, without control characters. */
final class Quotes {

    private static final int LONGEST = 60;
    private static final int MOST = 4;

    private Quotes() {}

    /** The first four, and whether there are more. */
    static String list(List<String> pieces) {
        String first = pieces.stream().limit(MOST).map(Quotes::of).collect(Collectors.joining(", "));
        return pieces.size() > MOST ? first + ", …" : first;
    }

    static String of(String piece) {
        StringBuilder quoted = new StringBuilder("\"");
        int points = 0;
        boolean space = false;
        for (int at = 0; at < piece.length() && points < LONGEST; points++) {
            int point = piece.codePointAt(at);
            at += Character.charCount(point);
            if (Character.isWhitespace(point)) {
                space = quoted.length() > 1;
                continue;
            }
            if (space) {
                quoted.append(' ');
                space = false;
            }
            quoted.appendCodePoint(showable(point) ? point : 0xFFFD);
            if (points == LONGEST - 1 && at < piece.length()) {
                quoted.append('…');
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean showable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
