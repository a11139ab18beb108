package dev.assay.app.queries;

import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TagEdit;
import dev.assay.taxonomy.tagging.TagTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Tags given and taken by hand, each an edit that can be undone. One after the other, so that two quick ones do not cross. On the JavaFX thread. */
final class TagEdits {

    private record Wish(String queryId, Consumer<List<String>> change) {}

    private final OpenStudy study;
    private final Background background;
    private final Consumer<Throwable> failed;
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private boolean working;

    /** @param failed told what was refused: a node that is gone, a study that is open for reading only */
    TagEdits(OpenStudy study, Background background, Consumer<Throwable> failed) {
        this.study = study;
        this.background = background;
        this.failed = failed;
    }

    void add(String queryId, String nodeId) {
        wish(queryId, tags -> {
            tags.remove(nodeId);
            tags.add(nodeId);
        });
    }

    void remove(String queryId, String nodeId) {
        wish(queryId, tags -> tags.remove(nodeId));
    }

    private void wish(String queryId, Consumer<List<String>> change) {
        waiting.add(new Wish(queryId, change));
        next();
    }

    private void next() {
        if (working || waiting.isEmpty()) {
            return;
        }
        working = true;
        Wish wish = waiting.remove();
        background.run(
                () -> {
                    study.edits().perform(study.<Edit>read(reading -> edit(reading, wish)));
                    return true;
                },
                done -> {
                    working = false;
                    study.changed();
                    next();
                },
                failure -> {
                    working = false;
                    failed.accept(failure);
                    next();
                });
    }

    private static Edit edit(Reading reading, Wish wish) {
        List<String> tags = new ArrayList<>();
        new TagTable().ofQueries(reading, List.of(wish.queryId())).getOrDefault(wish.queryId(), List.of()).stream()
                .map(Tag::nodeId)
                .forEach(tags::add);
        wish.change().accept(tags);
        return TagEdit.edit(reading, wish.queryId(), tags);
    }
}
