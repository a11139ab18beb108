package dev.assay.app.responses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a person has arranged the columns: in what order, which stay at the left, which are hidden. Subjects that it does not name come behind
 * those that it does, in the order in which they are given.
 */
record ColumnOrder(List<String> order, Set<String> pinned, Set<String> hidden) {

    static final ColumnOrder UNCHANGED = new ColumnOrder(List.of(), Set.of(), Set.of());

    ColumnOrder {
        order = List.copyOf(order);
        pinned = Set.copyOf(pinned);
        hidden = Set.copyOf(hidden);
    }

    /** All these subjects in order, the pinned ones first. */
    List<String> arrange(Collection<String> subjects) {
        Set<String> arranged = new LinkedHashSet<>();
        List<String> known = new ArrayList<>(order);
        known.retainAll(subjects);
        known.stream().filter(pinned::contains).forEach(arranged::add);
        subjects.stream().filter(pinned::contains).forEach(arranged::add);
        arranged.addAll(known);
        arranged.addAll(subjects);
        return List.copyOf(arranged);
    }

    List<String> visible(Collection<String> subjects) {
        return arrange(subjects).stream().filter(subject -> !hidden.contains(subject)).toList();
    }

    /** Moves a subject before what stands at a place now; a pinned one stays among the pinned. */
    ColumnOrder moved(Collection<String> subjects, String subject, int place) {
        List<String> next = new ArrayList<>(arrange(subjects));
        int from = next.indexOf(subject);
        if (from < 0) {
            return this;
        }
        next.remove(from);
        next.add(Math.clamp(place > from ? place - 1 : place, 0, next.size()), subject);
        return new ColumnOrder(withUnknown(next), pinned, hidden);
    }

    /** Subjects of other queries keep their places behind. */
    private List<String> withUnknown(List<String> arranged) {
        Set<String> all = new LinkedHashSet<>(arranged);
        all.addAll(order);
        return List.copyOf(all);
    }

    ColumnOrder withPinned(String subject, boolean pin) {
        return new ColumnOrder(order, changed(pinned, subject, pin), hidden);
    }

    ColumnOrder withHidden(String subject, boolean hide) {
        return new ColumnOrder(order, pinned, changed(hidden, subject, hide));
    }

    private static Set<String> changed(Set<String> set, String subject, boolean in) {
        Set<String> changed = new LinkedHashSet<>(set);
        if (in) {
            changed.add(subject);
        } else {
            changed.remove(subject);
        }
        return changed;
    }
}
