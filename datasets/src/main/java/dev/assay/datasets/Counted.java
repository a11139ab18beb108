package dev.assay.datasets;

import java.util.Locale;

/** Numbers of things in words: "1 call", "1,234 calls". */
public final class Counted {

    private Counted() {}

    /** @param one the name of one of them, to which an s is added for several */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    public static String of(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
