package dev.assay.app.workbench;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the web that somebody else wrote, in the form in which a browser would be given it: ASCII alone, so that no letter of another
 * script looks like one it is not, and nothing turns the direction of the text.
 *
 * @param uri http or https, with a host
 */
public record WebAddress(URI uri) {

    /** What a browser is given; a longer one is more than anybody reads. */
    private static final int LONGEST = 2000;

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern BEGIN = Pattern.compile("(?i)(https?://)([^/?#]*)(.*)", Pattern.DOTALL);
    private static final String ILLEGAL = " \"<>\\^`{|}";

    /** Empty for everything that is no whole address of http or https, or is longer than 2,000 characters. */
    public static Optional<WebAddress> parse(String text) {
        Matcher parts = BEGIN.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(new URI(parts.group(1) + ascii(parts.group(2)) + escaped(parts.group(3))).toASCIIString());
            boolean isWeb = uri.getHost() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
            return isWeb && uri.toString().length() <= LONGEST ? Optional.of(new WebAddress(uri)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String ascii(String authority) {
        boolean isPlain = authority.chars().allMatch(c -> c < 0x80);
        return isPlain ? authority : IDN.toASCII(authority);
    }

    private static String escaped(String rest) {
        StringBuilder escaped = new StringBuilder();
        rest.codePoints().forEach(code -> {
            if (code < 0x21 || code == 0x7f || ILLEGAL.indexOf(code) >= 0) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", code));
            } else if (code < 0x80) {
                escaped.appendCodePoint(code);
            } else {
                for (byte b : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
                }
            }
        });
        return escaped.toString();
    }

    /** Where it leads, whatever else it seems to say. */
    public String host() {
        return uri.getHost();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
