package dev.assay.datasets.models.budget;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.study.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a run may still spend, of its own budget and of the study's. Each call reserves what it is expected to cost before it is made, and settles what
 * it did cost: so at most the calls in flight can lie above the budget, and only by as much as they cost more than was expected.
 *
 * <p>Used by many threads at once. A call for which there is no room waits while calls in flight may yet leave some, and is stopped when none is left.
 */
public final class Budget {

    private final List<Purse> purses;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private double reserved;

    private Budget(List<Purse> purses) {
        this.purses = purses;
    }

    /** Without any limit. */
    public static Budget unlimited() {
        return new Budget(List.of());
    }

    /** With the limits that the study holds for this run and for all runs, and with what has been spent so far. */
    public static Budget of(Reading reading, String runId) {
        return of(reading, runId, 0, 0);
    }

    /**
     * As {@link #of(Reading, String)}, where calls were promised that are not in the ledger yet.
     *
     * @param promisedByRun what those of the run will cost
     * @param promised what those of all runs will cost
     */
    public static Budget of(Reading reading, String runId, double promisedByRun, double promised) {
        BudgetTable budgets = new BudgetTable();
        CallTable calls = new CallTable();
        List<Purse> purses = new ArrayList<>();
        budgets.amount(reading, runId).ifPresent(amount -> purses.add(new Purse("this run", "--budget", amount, calls.spent(reading, runId).cost() + promisedByRun)));
        budgets.amount(reading, BudgetTable.STUDY).ifPresent(amount -> purses.add(new Purse("the study", "`budget AMOUNT`", amount, calls.spent(reading).cost() + promised)));
        return new Budget(List.copyOf(purses));
    }

    public boolean limited() {
        return !purses.isEmpty();
    }

    /**
     * Sets money aside for a call. To be settled in any case, also if the call fails.
     *
     * @param expectedCost of {@link CallForecast#cost}
     * @throws StoppedException if the budget is used up; nothing is reserved then
     * @throws AssayException if there is a budget, but the price of the model is not known
     */
    public Reservation reserve(ModelDefinition model, Optional<Double> expectedCost) {
        if (!limited()) {
            return new Reservation(0);
        }
        double expected = expectedCost.orElseThrow(() -> new AssayException("there is a budget, but no price of " + model.name()
                + ": give its price per million tokens (models add … --price-in X --price-out X), or remove the budget"));
        lock.lock();
        try {
            while (true) {
                Optional<Purse> tight = purses.stream().filter(purse -> !purse.holds(reserved + expected)).findFirst();
                if (tight.isEmpty()) {
                    reserved += expected;
                    return new Reservation(expected);
                }
                if (reserved <= 0 || !tight.get().holds(expected)) {
                    throw new StoppedException(tight.get().usedUp(expected));
                }
                settled.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("stopped while waiting for calls in flight: what was done is kept, the same command goes on", e);
        } finally {
            lock.unlock();
        }
    }

    /** What is left of the tightest budget; empty if there is none. */
    public Optional<Double> left() {
        lock.lock();
        try {
            return purses.stream().map(purse -> Math.max(0, purse.allowed - purse.spent)).min(Double::compare);
        } finally {
            lock.unlock();
        }
    }

    /** Money set aside for one call. */
    public final class Reservation {

        private final double amount;
        private boolean open = true;

        private Reservation(double amount) {
            this.amount = amount;
        }

        /**
         * The call is over.
         *
         * @param cost empty: what was expected
         */
        public void settle(Optional<Double> cost) {
            close(cost.orElse(amount));
        }

        /** The call was not made, or cost nothing. */
        public void release() {
            close(0);
        }

        /** Does nothing the second time. */
        private void close(double cost) {
            lock.lock();
            try {
                if (open) {
                    open = false;
                    // Sums of fractions leave a rest, which must not look like a call in flight.
                    reserved = reserved - amount < 1e-12 ? 0 : reserved - amount;
                    purses.forEach(purse -> purse.spent += cost);
                    settled.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Purse {

        private static final double ROUNDING = 1e-9;

        private final String whose;
        private final String raisedWith;
        private final double allowed;
        private double spent;

        /** @param raisedWith how a person gives more */
        Purse(String whose, String raisedWith, double allowed, double spent) {
            this.whose = whose;
            this.raisedWith = raisedWith;
            this.allowed = allowed;
            this.spent = spent;
        }

        boolean holds(double amount) {
            return amount == 0 || spent + amount <= allowed * (1 + ROUNDING);
        }

        String usedUp(double next) {
            return String.format(
                    Locale.ROOT,
                    "the budget of %s is used up: %.4g of %.4g is spent, and the next call costs about %.2g; "
                            + "what was done is kept: give more with %s and run the same again",
                    whose, spent, allowed, next, raisedWith);
        }
    }
}
