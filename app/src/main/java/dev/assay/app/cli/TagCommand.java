package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.steps.LocalTagging;
import dev.assay.datasets.study.Study;
import dev.assay.taxonomy.tagging.TaggingResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code assay tag}: queries get their place in the taxonomy. */
@Command(name = "tag", description = {
    "Give each query a domain and the nodes of the taxonomy that fit, with the local engine.",
    "Queries that have tags keep them; a stopped run goes on with the same command."
})
final class TagCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Option(names = "--redo", description = "Tag anew what this step tagged before; tags that came with the data are kept.")
    private boolean redo;

    @Option(names = "--minimum", paramLabel = "N", defaultValue = "5", description = "Count nodes with fewer queries (default: ${DEFAULT-VALUE}).")
    private int minimum;

    @Override
    public Integer call() {
        return run(commands, new LocalTagging(redo, minimum));
    }

    static int run(Commands commands, LocalTagging tagging) {
        ProgressLine progress = commands.console().progress();
        try (Study study = commands.openForWriting()) {
            TaggingResult result = tagging.run(study, commands.clock(), progress, commands.cancellation());
            progress.finish();
            commands.console().result(json(result), LocalTagging.summary(result));
            return commands.cancellation().requested() ? ExitCode.STOPPED : ExitCode.DONE;
        }
    }

    private static ObjectNode json(TaggingResult result) {
        return JsonNodeFactory.instance.objectNode()
                .put("tagged", result.tagged())
                .put("untagged", result.untagged())
                .put("tagsPerQuery", result.tagsPerQuery())
                .put("nodesBelowMinimum", result.nodesBelowMinimum());
    }
}
