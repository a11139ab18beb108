package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.steps.Money;
import dev.assay.datasets.Counted;
import dev.assay.datasets.models.budget.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay estimate}: what a command would cost. */
@Command(name = "estimate", description = {
    "Tell what a command would cost, without calling anything: the command with --dry-run.",
    "Calls that the study has the replies of are told apart; they cost nothing."
})
final class EstimateCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command with its options.")
    private List<String> command;

    @Override
    public Integer call() {
        Commands another = commands.another();
        if (!another.callsModels(command)) {
            report(commands.console(), Estimate.NOTHING, false);
            return ExitCode.DONE;
        }
        List<String> line = new ArrayList<>(commands.globalOptions());
        line.addAll(command);
        line.add("--dry-run");
        return another.run(line.toArray(String[]::new));
    }

    /** JSON: calls (to be made), callsInLedger, callsWaiting (in batches), tokensIn, tokensOut, cost (null if a price is not known), seconds. */
    static void report(Console console, Estimate estimate, boolean inBatches) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("calls", estimate.callsToMake())
                .put("callsInLedger", estimate.callsInLedger())
                .put("callsWaiting", estimate.callsWaiting())
                .put("tokensIn", estimate.tokensIn())
                .put("tokensOut", estimate.tokensOut())
                .put("cost", estimate.cost().orElse(null))
                .put("seconds", estimate.seconds());
        console.result(json, String.format(Locale.ROOT, "%s, %,d more from the ledger%s; about %s in and %,d out; %s; %s",
                Counted.of(estimate.callsToMake(), "call"), estimate.callsInLedger(),
                estimate.callsWaiting() == 0 ? "" : ", " + Counted.of(estimate.callsWaiting(), "more waits", "more wait") + " in batches", Counted.of(estimate.tokensIn(), "token"), estimate.tokensOut(),
                estimate.cost().map(cost -> "cost about " + Money.of(cost)).orElse("the cost is not known, as a price is missing"),
                inBatches ? String.format(Locale.ROOT, "within %.0f h", estimate.seconds() / 3_600) : String.format(Locale.ROOT, "about %.0f s", estimate.seconds())));
    }
}
