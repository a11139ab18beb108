package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.figures.RunScale;
import dev.assay.app.reports.LocalEngineNote;
import dev.assay.app.reports.Numbers;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.taxonomy.tree.NodePath;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code assay profile}: where each subject is strong and weak. */
@Command(name = "profile", description = {
    "Show the score tree: mean, 95 %% interval, rank and number of queries of each subject at each node.",
    "A mean is over the distinct queries of a node. The difference is to the mean of the other subjects on the same queries,"
            + " q its p-value corrected by Benjamini-Hochberg over the subject's tested nodes; nodes under 5 queries are not tested."
})
final class ProfileCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Mixin
    private ProfileOptionsMixin options;

    @Option(names = "--subject", paramLabel = "S", description = "Only this subject.")
    private @Nullable String subject;

    @Option(names = "--node", paramLabel = "PATH", description = "Only this node and those below it, as /coding/Task Types.")
    private @Nullable String node;

    @Override
    public Integer call() {
        try (Study study = commands.openForReading()) {
            Source source = options.load(study);
            Profile profile = narrowed(options.profile(source));
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("run", source.run().id());
            RunScale scale = RunScale.of(source.run());
            result.put("scale", scale.label()).put("judge", scale.judge()).put("seed", options.seed());
            ArrayNode nodes = result.putArray("nodes");
            profile.rows().map(ProfileJson::of).forEach(nodes::add);
            commands.console().result(result, commands.console().isJson() ? "" : text(profile, scale, source.run().engine().equals("local")));
            return ExitCode.DONE;
        }
    }

    private Profile narrowed(Profile whole) {
        Profile below = node == null ? whole : whole.below(path(node));
        return subject == null ? below : below.of(subject);
    }

    private static NodePath path(String text) {
        try {
            return NodePath.parse(text);
        } catch (IllegalArgumentException e) {
            throw new AssayException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(Profile profile, RunScale scale, boolean local) {
        Numbers numbers = new Numbers(scale.decimals());
        TextTable table = new TextTable("node", "subject", "mean", "95 % interval", "n", "failed", "rank", "to others", "q");
        profile.rows().forEach(row -> table.add(
                row.path(),
                row.subject(),
                numbers.mean(row),
                numbers.interval(row),
                Integer.toString(row.n()),
                row.failures() == 0 ? "" : Integer.toString(row.failures()),
                Numbers.rank(row),
                numbers.difference(row),
                Numbers.q(row)));
        String head = scale.label() + "; judged by " + scale.judge();
        return head + (local ? "\n" + LocalEngineNote.text() : "") + "\n\n" + table;
    }
}
