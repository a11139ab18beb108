package dev.assay.datasets.importing;

import java.util.Arrays;

/** The bytes of one element of a file. Holds no more than {@link #LIMIT}; what is longer is only marked as such. */
final class ElementBuffer {

    /** The longest element that is read. Together with its parsed form it fits a heap of 300 MB. */
    static final int LIMIT = 32 << 20;

    private static final int USUAL = 1 << 16;

    private byte[] bytes = new byte[USUAL];
    private int length;
    private boolean tooLong;

    void clear() {
        if (bytes.length > 16 * USUAL) {
            bytes = new byte[USUAL];
        }
        length = 0;
        tooLong = false;
    }

    void append(int value) {
        if (tooLong || (length == bytes.length && !grow(1))) {
            return;
        }
        bytes[length++] = (byte) value;
    }

    void append(byte[] source, int from, int count) {
        if (tooLong || (length + count > bytes.length && !grow(count))) {
            return;
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private boolean grow(int count) {
        if (length + count > LIMIT) {
            tooLong = true;
            length = 0;
            return false;
        }
        bytes = Arrays.copyOf(bytes, Math.min(LIMIT, Math.max(bytes.length * 2, length + count)));
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean tooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return !tooLong;
    }
}
