package dev.assay.judges.statistics;

import java.util.Arrays;

/**
 * The k-th smallest of some whole numbers, without sorting them all: they are counted into buckets by their leading bits, and only the
 * bucket that holds the k-th is sorted. For two order statistics of 2,000 numbers this takes about a third of the time of a sort.
 */
final class OrderStatistics {

    private static final int BITS = 10;

    private final int[] values;
    private final int min;
    private final int shift;
    /** How many values lie in the buckets before each one. */
    private final int[] before = new int[(1 << BITS) + 1];
    /** The bucket that was sorted last: neighbours are asked for one after the other. */
    private int sortedBucket = -1;
    private int[] sorted = {};

    /** @param values at least one, none negative */
    OrderStatistics(int[] values) {
        this.values = values;
        int smallest = values[0];
        int largest = values[0];
        for (int value : values) {
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        this.min = smallest;
        this.shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(largest - smallest) - BITS);
        for (int value : values) {
            before[bucket(value) + 1]++;
        }
        for (int bucket = 1; bucket < before.length; bucket++) {
            before[bucket] += before[bucket - 1];
        }
    }

    private int bucket(int value) {
        return (value - min) >>> shift;
    }

    int size() {
        return values.length;
    }

    /** The value with exactly {@code k} values before it in ascending order, 0 ≤ k &lt; size. */
    int get(int k) {
        int found = Arrays.binarySearch(before, k);
        int bucket = found < 0 ? -found - 2 : found;
        while (before[bucket + 1] <= k) { // empty buckets repeat a count
            bucket++;
        }
        if (bucket != sortedBucket) {
            sort(bucket);
        }
        return sorted[k - before[bucket]];
    }

    private void sort(int bucket) {
        int[] inside = new int[before[bucket + 1] - before[bucket]];
        int size = 0;
        for (int value : values) {
            if (bucket(value) == bucket) {
                inside[size++] = value;
            }
        }
        Arrays.sort(inside);
        sorted = inside;
        sortedBucket = bucket;
    }
}
