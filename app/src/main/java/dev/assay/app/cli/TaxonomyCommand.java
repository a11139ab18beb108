package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.Counted;
import dev.assay.datasets.study.Study;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code assay taxonomy}: the map of what is asked. */
@Command(name = "taxonomy", description = "Look at the taxonomy.", synopsisSubcommandLabel = "COMMAND")
final class TaxonomyCommand {

    @ParentCommand
    private Commands commands;

    @Command(name = "show", description = "Print the tree and its size.")
    int show() {
        try (Study study = commands.openForReading()) {
            Taxonomy taxonomy = study.read(new TaxonomyTable()::load);
            long leaves = taxonomy.nodes().stream().filter(taxonomy::isLeaf).count();
            int depth = taxonomy.nodes().stream().mapToInt(Node::depth).max().orElse(0);
            ObjectNode result = JsonNodeFactory.instance.objectNode()
                    .put("nodes", taxonomy.size())
                    .put("leaves", leaves)
                    .put("domains", taxonomy.domains().size())
                    .put("depth", depth);
            String tree = taxonomy.nodes().stream()
                    .map(node -> "  ".repeat(node.depth() - 1) + node.name())
                    .collect(Collectors.joining("\n", "", "\n\n"));
            commands.console().result(result, tree + "%s, %d of them leaves, in %s, %s deep"
                    .formatted(Counted.of(taxonomy.size(), "node"), leaves, Counted.of(taxonomy.domains().size(), "domain"), Counted.of(depth, "layer")));
            return ExitCode.DONE;
        }
    }
}
