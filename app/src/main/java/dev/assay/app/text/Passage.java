package dev.assay.app.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that flows in lines.
 *
 * @param start offset of its first character in {@link Document#text}, in UTF-16 units
 * @param spans never empty texts
 */
public record Passage(int start, List<Span> spans) {

    /** Longer texts are divided, because a text that flows is laid out as a whole whenever its width changes. */
    static final int LONGEST = 4_000;

    public Passage {
        spans = List.copyOf(spans);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    public int length() {
        return spans.stream().mapToInt(span -> span.text().length()).sum();
    }

    Passage movedBy(int characters) {
        return new Passage(start + characters, spans);
    }

    /** Offset behind its last character. */
    public int end() {
        return start + length();
    }

    /** Spans divided into lists of at most {@link #LONGEST} characters, at a line break or space where there is one near. */
    static List<List<Span>> divide(List<Span> spans) {
        List<List<Span>> parts = new ArrayList<>();
        List<Span> part = new ArrayList<>();
        int room = LONGEST;
        for (Span span : spans) {
            String rest = span.text();
            while (rest.length() > room) {
                int cut = cut(rest, room);
                if (cut > 0) {
                    part.add(span.withText(rest.substring(0, cut)));
                    rest = rest.substring(cut);
                }
                parts.add(part);
                part = new ArrayList<>();
                room = LONGEST;
            }
            if (!rest.isEmpty()) {
                part.add(span.withText(rest));
                room -= rest.length();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static int cut(String text, int room) {
        int line = text.lastIndexOf('\n', room - 1);
        if (line > room / 2) {
            return line + 1;
        }
        int space = text.lastIndexOf(' ', room - 1);
        if (space > room / 2) {
            return space + 1;
        }
        return room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
    }
}
