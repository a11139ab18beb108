package dev.assay.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** Shortens names to a width so that names that differ still look different. */
final class Names {

    private static final String ELLIPSIS = "\u2026";
    /** Letters of what stands above that are kept before its descendant loses any. */
    private static final int LEAST_OF_ANCESTOR = 3;
    /** In the order of preference: keep the begin, both ends, more of the end, the end alone. */
    private static final List<BiFunction<String, Integer, String>> WAYS =
            List.of(Names::begin, Names::middle, Names::late, Names::end);

    private final double room;
    private final ToDoubleFunction<String> width;

    private Names(double room, ToDoubleFunction<String> width) {
        this.room = room;
        this.width = width;
    }

    /**
     * Names that are too long lose the owner before the slash, then letters at their end, paths first those of the ancestor; what then looks
     * like another name is shortened in the middle or in another way, and numbered if none helps.
     */
    static List<String> fit(List<String> names, double room, ToDoubleFunction<String> width) {
        Names fitter = new Names(room, width);
        List<String> bare = fitter.withoutOwners(names);
        List<String> fitted = new ArrayList<>(bare.stream().map(name -> fitter.shorten(name, WAYS.getFirst())).toList());
        for (BiFunction<String, Integer, String> way : WAYS) {
            for (int i : alike(names, fitted)) {
                fitted.set(i, fitter.shorten(bare.get(i), way));
            }
        }
        for (int i : alike(names, fitted)) {
            fitted.set(i, fitter.numbered(names.get(i), names.indexOf(names.get(i)) + 1));
        }
        return fitted;
    }

    private List<String> withoutOwners(List<String> names) {
        List<String> bare = names.stream().map(name -> name.substring(name.lastIndexOf('/') + 1)).toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String model = bare.get(i);
            boolean unique = names.stream().filter(other -> !other.equals(name)).noneMatch(o -> o.endsWith(model));
            kept.add(width.applyAsDouble(name) > room && unique && !model.isEmpty() ? model : name);
        }
        return kept;
    }

    /** Places whose short name is also that of a different name. */
    private static List<Integer> alike(List<String> names, List<String> fitted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                if (fitted.get(i).equals(fitted.get(j)) && !names.get(i).equals(names.get(j))) {
                    places.add(i);
                    break;
                }
            }
        }
        return places;
    }

    /** One name, shortened at its end. */
    static String fit(String name, double room, ToDoubleFunction<String> width) {
        return new Names(room, width).shorten(name, Names::begin);
    }

    private String shorten(String name, BiFunction<String, Integer, String> way) {
        if (width.applyAsDouble(name) <= room) {
            return name;
        }
        BiFunction<String, Integer, String> ofAll =
                name.contains(PathLabels.STEP) ? (path, letters) -> path(path, letters, way) : way;
        int kept = name.codePointCount(0, name.length());
        String shortened = ofAll.apply(name, kept);
        while (kept > 1 && width.applyAsDouble(shortened) > room) {
            kept--;
            shortened = ofAll.apply(name, kept);
        }
        return shortened;
    }

    private String numbered(String name, int place) {
        String number = " " + place;
        return new Names(room - width.applyAsDouble(number), width).shorten(name, Names::begin) + number;
    }

    private static String middle(String name, int kept) {
        return part(name, (kept + 1) / 2, kept / 2);
    }

    private static String late(String name, int kept) {
        return part(name, kept / 4, kept - kept / 4);
    }

    private static String begin(String name, int kept) {
        return part(name, kept, 0);
    }

    /** Of a path its last name, and what stands above it shortened in this way. */
    private static String path(String name, int kept, BiFunction<String, Integer, String> way) {
        int step = name.lastIndexOf(PathLabels.STEP);
        String above = name.substring(0, step);
        String own = name.substring(step + PathLabels.STEP.length());
        int letters = own.codePointCount(0, own.length());
        int most = above.codePointCount(0, above.length());
        int ofAbove = Math.clamp((long) kept - letters, Math.min(most, Math.min(kept, LEAST_OF_ANCESTOR)), most);
        String ancestor = ofAbove < most ? way.apply(above, ofAbove) : above;
        return ancestor + PathLabels.STEP + (kept - ofAbove >= letters ? own : begin(own, kept - ofAbove));
    }

    private static String end(String name, int kept) {
        return part(name, 0, kept);
    }

    private static String part(String name, int head, int tail) {
        int end = name.offsetByCodePoints(0, head);
        int start = name.offsetByCodePoints(name.length(), -tail);
        String before = name.substring(0, end).replaceFirst("[\\s\u00a0\u2026\u203a._-]+$", "");
        String after = name.substring(start).replaceFirst("^[\\s\u00a0\u2026\u203a._-]+", "");
        return before + ELLIPSIS + after;
    }
}
