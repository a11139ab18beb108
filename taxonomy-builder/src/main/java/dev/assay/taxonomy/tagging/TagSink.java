package dev.assay.taxonomy.tagging;

import dev.assay.datasets.importing.FileImport;
import dev.assay.datasets.importing.Item;
import dev.assay.datasets.importing.Item.TagsItem;
import dev.assay.datasets.importing.ItemSink;
import dev.assay.datasets.importing.Taken;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores tags that a data set gives by name.
 *
 * <p>A name means the nodes so called below the basis of the domain. It may stand at several places there (in the released tree: Sports
 * and Teaching in writing, for instance): then those count whose parent is the basis itself or is tagged too; where there are none such, all count.
 * Of a node and one above it only the deeper is stored, as everywhere.
 */
public final class TagSink implements ItemSink {

    /** Found by {@link java.util.ServiceLoader}. */
    public static final class Provider implements ItemSink.Provider {
        @Override
        public ItemSink open(FileImport file) {
            return new TagSink(file);
        }
    }

    private final FileImport file;
    private final TagTable table = new TagTable();
    private @Nullable Taxonomy taxonomy;

    private TagSink(FileImport file) {
        this.file = file;
    }

    @Override
    public boolean takes(Item item) {
        return item instanceof TagsItem;
    }

    @Override
    public Taken take(Item item) {
        TagsItem tags = (TagsItem) item;
        return file.findQuery(tags.query()).map(queryId -> take(queryId, tags)).orElseGet(() -> FileImport.unknownQuery(tags.query()));
    }

    private Taken take(String queryId, TagsItem tags) {
        NodePath basisPath = NodePath.of(tags.domain(), tags.basis());
        Optional<Node> basis = taxonomy().find(basisPath);
        if (basis.isEmpty()) {
            return Taken.rejected("the taxonomy has no node " + basisPath + ": import the taxonomy that the tags belong to first");
        }
        Set<Node> nodes = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : tags.names()) {
            List<Node> meant = meant(basis.get(), name, tags.names());
            nodes.addAll(meant);
            if (meant.isEmpty()) {
                unknown.add("'" + name + "'");
            }
        }
        int added = 0;
        for (Node node : deepest(nodes)) {
            if (!table.contains(file.writing(), queryId, node.id())) {
                table.insert(file.writing(), new Tag(queryId, node.id(), 1), file.runId());
                added++;
            }
        }
        return new Taken(added, added > 0, rejection(basisPath, unknown));
    }

    private List<Node> meant(Node basis, String name, List<String> tagged) {
        List<Node> named = new ArrayList<>();
        collect(basis, name, named);
        List<Node> supported = named.stream()
                .filter(node -> {
                    NodePath parent = node.path().parent();
                    return parent.equals(basis.path()) || (!parent.name().equals(name) && tagged.contains(parent.name()));
                })
                .toList();
        return supported.isEmpty() ? named : supported;
    }

    private void collect(Node node, String name, List<Node> named) {
        for (Node child : taxonomy().children(node)) {
            if (child.name().equals(name)) {
                named.add(child);
            }
            collect(child, name, named);
        }
    }

    private static List<Node> deepest(Set<Node> nodes) {
        Set<NodePath> above = new HashSet<>();
        for (Node node : nodes) {
            for (NodePath at = node.path().parent(); at.depth() > 0; at = at.parent()) {
                above.add(at);
            }
        }
        return nodes.stream().filter(node -> !above.contains(node.path())).toList();
    }

    private static Optional<String> rejection(NodePath basis, List<String> unknown) {
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("the taxonomy has no " + String.join(", ", unknown) + " below " + basis + "; the query's other tags are kept");
    }

    private Taxonomy taxonomy() {
        if (taxonomy == null) {
            taxonomy = new TaxonomyTable().load(file.writing());
        }
        return taxonomy;
    }
}
