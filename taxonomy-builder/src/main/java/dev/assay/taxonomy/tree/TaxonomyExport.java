package dev.assay.taxonomy.tree;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.exporting.ExportFile;
import dev.assay.datasets.exporting.ExportFormat;
import dev.assay.datasets.exporting.ExportResult;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.util.List;

/** Writes the taxonomy to files (docs/formats.md). */
public final class TaxonomyExport {

    private final Study study;

    public TaxonomyExport(Study study) {
        this.study = study;
    }

    /** The nodes below the root as rows, depth first. */
    public ExportResult nodes(Path file, ExportFormat format) {
        Taxonomy taxonomy = study.read(new TaxonomyTable()::load);
        return ExportFile.write(file, format, List.of("path", "name", "depth", "leaf"), out -> {
            for (Node node : taxonomy.nodes()) {
                out.row(node.path().toString(), node.name(), node.depth(), taxonomy.isLeaf(node));
            }
        });
    }

    /** One JSON object, as the format feedbacker-taxonomy reads it. */
    public ExportResult tree(Path file) {
        Taxonomy taxonomy = study.read(new TaxonomyTable()::load);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        taxonomy.domains().forEach(domain -> add(taxonomy, domain, root));
        ExportFile.writeText(file, out -> {
            // The same on every system: the usual printer takes the system's line break.
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("    ", "\n"));
            out.write(new ObjectMapper().writer(printer).writeValueAsString(root));
            out.write("\n");
        });
        return new ExportResult(taxonomy.size(), file);
    }

    private static void add(Taxonomy taxonomy, Node node, ObjectNode parent) {
        ObjectNode own = parent.putObject(node.name());
        taxonomy.children(node).forEach(child -> add(taxonomy, child, own));
    }
}
