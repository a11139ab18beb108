package dev.assay.datasets.records;

import dev.assay.datasets.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Ids made from content, so that the same thing has the same id in everybody's study and studies can be merged.
 *
 * <p>An id is 26 characters of Crockford's base 32 (130 bits, the first 128 of them from SHA-256), as long as a ULID and in its alphabet.
 */
public final class ContentId {

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private ContentId() {}

    /**
     * The id of a thing of one kind.
     *
     * @param kind what the thing is ("query", "run"), so that equal texts of different kinds differ
     * @param parts what identifies it; each part is hashed with its length, so that ("ab", "c") and ("a", "bc") differ
     */
    public static String of(String kind, String... parts) {
        MessageDigest digest = Sha256.digest();
        update(digest, kind);
        for (String part : parts) {
            update(digest, part);
        }
        return encode(digest.digest());
    }

    private static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >>> 24));
        digest.update((byte) (bytes.length >>> 16));
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }

    private static String encode(byte[] hash) {
        StringBuilder id = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        for (int i = 0; id.length() < LENGTH; i++) {
            bits = (bits << 8) | (hash[i] & 0xff);
            held += 8;
            while (held >= 5 && id.length() < LENGTH) {
                id.append(CROCKFORD.charAt((bits >>> (held - 5)) & 31));
                held -= 5;
            }
            bits &= (1 << held) - 1;
        }
        return id.toString();
    }
}
