package dev.assay.datasets.models.replies;

import dev.assay.datasets.records.ContentId;
import java.util.regex.Pattern;

/**
 * Text that others wrote, for a prompt: between tags that say what it is, with an id that nobody can foresee without knowing the text. The id depends
 * on the text alone, so that the same prompt is the same request when work goes on after an interruption.
 */
public final class Material {

    private static final int ID_LENGTH = 10;

    private Material() {}

    /**
     * @param tag what it is: answer, criteria, reply; lower-case letters
     * @param text of any kind; closing tags of this name within it are escaped
     */
    public static String fenced(String tag, String text) {
        if (!tag.matches("[a-z]+")) {
            throw new IllegalArgumentException("a tag is lower-case letters, not " + tag);
        }
        String id = ContentId.of("material", tag, text).substring(0, ID_LENGTH);
        String safe = Pattern.compile("<(\\s*/\\s*" + tag + ")", Pattern.CASE_INSENSITIVE).matcher(text).replaceAll("&lt;$1");
        return "<" + tag + " id=\"" + id + "\">\n" + safe + "\n</" + tag + ">";
    }
}
