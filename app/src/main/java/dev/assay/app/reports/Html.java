package dev.assay.app.reports;

/**
 * Builds HTML in which every text is escaped, so that nothing a model or a person wrote is ever executed or laid out.
 *
 * <p>There is deliberately no way to put raw markup in.
 */
final class Html {

    private final StringBuilder html = new StringBuilder(1 << 16);

    /** Opens an element; attributes come as name, value, name, value, … */
    Html open(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1])).append('"');
        }
        html.append('>');
        return this;
    }

    Html close(String element) {
        html.append("</").append(element).append(">\n");
        return this;
    }

    Html text(String text) {
        html.append(escape(text));
        return this;
    }

    /** An element with text in it. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** The whole document around what was built. The style sheet is ours; the policy forbids every script and every address. */
    String document(String title, String styleSheet) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>"""
                + escape(title) + "</title>\n<style>\n" + styleSheet + "</style>\n</head>\n<body>\n" + html + "</body>\n</html>\n";
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** Control characters and lone surrogates are no text; characters that turn the direction of writing could disguise it. */
    private static boolean isAllowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !control && !surrogate && !turnsDirection;
    }
}
