package dev.assay.taxonomy.tree;

import dev.assay.datasets.importing.FileImport;
import dev.assay.datasets.importing.Item;
import dev.assay.datasets.importing.Item.NodeItem;
import dev.assay.datasets.importing.ItemSink;
import dev.assay.datasets.importing.Taken;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores the nodes of an imported taxonomy. What the study has already stays where it is. */
public final class NodeSink implements ItemSink {

    /** Found by {@link java.util.ServiceLoader}. */
    public static final class Provider implements ItemSink.Provider {
        @Override
        public ItemSink open(FileImport file) {
            return new NodeSink(file);
        }
    }

    private final FileImport file;
    private final TaxonomyTable table = new TaxonomyTable();
    private @Nullable Set<NodePath> known;

    private NodeSink(FileImport file) {
        this.file = file;
    }

    @Override
    public boolean takes(Item item) {
        return item instanceof NodeItem;
    }

    @Override
    public Taken take(Item item) {
        NodePath path = new NodePath(((NodeItem) item).names());
        if (known().contains(path)) {
            return Taken.KNOWN;
        }
        int added = table.insert(file.writing(), path, file.runId());
        for (NodePath at = path; at.depth() > 0 && known().add(at); at = at.parent()) {
            // Those above it are there now too.
        }
        return new Taken(added, true, Optional.empty());
    }

    private Set<NodePath> known() {
        if (known == null) {
            known = new HashSet<>();
            for (Node node : table.load(file.writing()).nodes()) {
                known.add(node.path());
            }
        }
        return known;
    }
}
