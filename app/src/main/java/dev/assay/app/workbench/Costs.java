package dev.assay.app.workbench;

import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.budget.BudgetTable;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.Spending;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What language models have cost so far in the open study. Read again while a job runs, at most twice a second, and whenever the study has changed. All
 * methods on the JavaFX thread.
 */
public final class Costs {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /**
     * What was spent.
     *
     * @param byRun id of a run; runs without calls are not in it
     * @param running id of the run that is being worked on
     * @param budgets most that may be spent, by what it is for: the id of a run, or {@link BudgetTable#STUDY} for all runs together
     */
    public record Spent(Map<String, Spending> byRun, Optional<String> running, Map<String, Double> budgets) {

        public static final Spent NOTHING = new Spent(Map.of(), Optional.empty(), Map.of());

        public Spent {
            byRun = Map.copyOf(byRun);
            budgets = Map.copyOf(budgets);
        }

        /** Most that all runs together may cost, if there is a limit. */
        public Optional<Double> budget() {
            return budgetOf(BudgetTable.STUDY);
        }

        public Optional<Double> budgetOf(String scope) {
            return Optional.ofNullable(budgets.get(scope));
        }

        /** By all runs of the study together. */
        public Spending study() {
            return byRun.values().stream().reduce(Spending.NOTHING, Spending::plus);
        }

        public Spending of(String runId) {
            return byRun.getOrDefault(runId, Spending.NOTHING);
        }
    }

    private final OpenStudy study;
    private final Jobs jobs;
    private final Background.Latest looking;
    private final ReadOnlyObjectWrapper<Spent> spent = new ReadOnlyObjectWrapper<>(Spent.NOTHING);
    private final Set<Job> watched = new HashSet<>();
    private boolean isAskedAgain;

    public Costs(OpenStudy study, Background background, Jobs jobs) {
        this.study = study;
        this.jobs = jobs;
        looking = background.latest(BETWEEN_LOOKS);
        jobs.all().addListener((InvalidationListener) changed -> watch());
        study.version().subscribe((before, now) -> look());
    }

    public ReadOnlyObjectProperty<Spent> spent() {
        return spent.getReadOnlyProperty();
    }

    /** Reads the study soon; if it is being read already, once more afterwards. */
    public void look() {
        if (looking.busy().get()) {
            isAskedAgain = true;
            return;
        }
        isAskedAgain = false;
        looking.run(this::read, now -> {
            spent.set(now);
            if (isAskedAgain) {
                look();
            }
        });
    }

    private Spent read() {
        return study.read(reading -> new Spent(
                new CallTable().spentByRun(reading), new RunTable(study.clock()).running(reading), new BudgetTable().all(reading)));
    }

    private void watch() {
        watched.retainAll(jobs.all());
        for (Job job : jobs.all()) {
            if (watched.add(job)) {
                job.status().subscribe((before, now) -> look());
            }
        }
    }
}
