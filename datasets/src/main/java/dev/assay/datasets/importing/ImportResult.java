package dev.assay.datasets.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of importing some files.
 *
 * @param imported new rows by kind; every kind has its count
 * @param unchanged rows of the files of which the study had everything already
 * @param rejected the first {@value #KEPT} rejections
 * @param rejectedTotal how many there were
 * @param cancelled whether it was stopped; files finished before that are kept, of the one that was being read nothing is
 */
public record ImportResult(
        Map<ItemKind, Long> imported, long unchanged, List<Rejection> rejected, long rejectedTotal, boolean cancelled) {

    static final int KEPT = 1_000;

    public ImportResult {
        Map<ItemKind, Long> inOrder = new EnumMap<>(ItemKind.class);
        inOrder.putAll(imported);
        imported = Collections.unmodifiableMap(inOrder);
        rejected = List.copyOf(rejected);
    }

    public long count(ItemKind kind) {
        return imported.getOrDefault(kind, 0L);
    }

    /** Whether the study is as it was. */
    public boolean changedNothing() {
        return imported.values().stream().allMatch(count -> count == 0);
    }

    /** Counts one file after the other; a file that was undone is not added. */
    static final class Tally {

        private final Map<ItemKind, Long> imported = new EnumMap<>(ItemKind.class);
        private final List<Rejection> rejected = new ArrayList<>();
        private long unchanged;
        private long rejectedTotal;

        Tally() {
            for (ItemKind kind : ItemKind.values()) {
                imported.put(kind, 0L);
            }
        }

        void imported(ItemKind kind, int count) {
            imported.merge(kind, (long) count, Long::sum);
        }

        void unchanged() {
            unchanged++;
        }

        void reject(Rejection rejection) {
            rejectedTotal++;
            if (rejected.size() < KEPT) {
                rejected.add(rejection);
            }
        }

        void add(Tally file) {
            file.imported.forEach((kind, count) -> imported.merge(kind, count, Long::sum));
            unchanged += file.unchanged;
            rejectedTotal += file.rejectedTotal;
            file.rejected.stream().limit(KEPT - rejected.size()).forEach(rejected::add);
        }

        ImportResult result(boolean cancelled) {
            return new ImportResult(imported, unchanged, rejected, rejectedTotal, cancelled);
        }
    }
}
