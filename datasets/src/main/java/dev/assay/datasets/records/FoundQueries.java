package dev.assay.datasets.records;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The queries that a filter found, in order: a list of their numbers, four bytes each, as it was when it was made. So a page at any depth, the count
 * and the place of a query cost nothing that grows with the study.
 */
public final class FoundQueries {

    private final int[] numbers;

    FoundQueries(int[] numbers) {
        this.numbers = numbers;
    }

    public int size() {
        return numbers.length;
    }

    /** Number of the query at a place, counted from 0. */
    public int numberAt(int index) {
        return numbers[index];
    }

    /** Whether these are the same queries in the same order. */
    public boolean sameAs(FoundQueries other) {
        return Arrays.equals(numbers, other.numbers);
    }

    /** Place of the query of this number, counted from 0; empty if it is not among them. */
    public OptionalInt indexOf(int number) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == number) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Some of the queries, in another order.
     *
     * @param places of the queries that are kept, counted from 0, in their new order
     */
    public FoundQueries only(int[] places) {
        return new FoundQueries(Arrays.stream(places).map(place -> numbers[place]).toArray());
    }

    /** Numbers of at most so many queries from a place on; fewer, or none, at the end. */
    List<Integer> slice(int offset, int limit) {
        int from = Math.clamp(offset, 0, numbers.length);
        int to = (int) Math.min((long) from + limit, numbers.length);
        return Arrays.stream(numbers, from, to).boxed().toList();
    }
}
