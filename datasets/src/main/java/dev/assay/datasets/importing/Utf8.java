package dev.assay.datasets.importing;

/** Tells proper UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */
final class Utf8 {

    private Utf8() {}

    /** Where the first byte stands that cannot be decoded; −1 if all can. */
    static int firstInvalid(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            int first = bytes[at];
            if (first >= 0) {
                at++;
                continue;
            }
            int size = sizeOf(bytes, at, length);
            if (size < 0) {
                return at;
            }
            at += size;
        }
        return -1;
    }

    private static int sizeOf(byte[] bytes, int at, int length) {
        int first = bytes[at] & 0xff;
        if (first < 0xc2 || first > 0xf4) {
            return -1;
        }
        int size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (at + size > length) {
            return -1;
        }
        for (int i = at + 1; i < at + size; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return -1;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean outside = (first == 0xe0 && second < 0xa0)
                || (first == 0xed && second > 0x9f)
                || (first == 0xf0 && second < 0x90)
                || (first == 0xf4 && second > 0x8f);
        return outside ? -1 : size;
    }
}
