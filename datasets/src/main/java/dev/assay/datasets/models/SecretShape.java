package dev.assay.datasets.models;

import java.util.regex.Pattern;

/** Tells by its look what is no secret and what may be one: secrets are never stored, and are taken out of what services send. */
public final class SecretShape {

    private static final Pattern NAME = Pattern.compile("auth|key|token|secret|cookie|passw|credential|signature", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("(?i)^(bearer|basic) \\S|^sk-|^AIza"
            + "|\\bbearer [\\w.~+/=-]{12,}|\\b(?:sk-|AIza|gsk_|hf_|xai-|nvapi-|pplx-|ghp_|github_pat_|eyJ)[\\w-]{16,}"
            + "|[?&][^=&]*(?:key|token|secret|signature|passw)[^=&]*=[^&]{6,}");

    private SecretShape() {}

    /** Whether what stands under this name in a header or an address is taken for a secret. */
    public static boolean isName(String name) {
        return NAME.matcher(name).find();
    }

    /** Whether a value is taken for a key, whatever it is called. */
    public static boolean isKey(String value) {
        return VALUE.matcher(value).find();
    }
}
