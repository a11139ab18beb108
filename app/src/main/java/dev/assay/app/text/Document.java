package dev.assay.app.text;

import dev.assay.app.text.Block.Paragraph;
import dev.assay.app.text.Block.Setting;
import dev.assay.app.text.Span.Emphasis;
import dev.assay.app.text.Span.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as it is shown.
 *
 * @param text what can be read of it, passages divided by line breaks; marks and selections are ranges of it
 * @param blocks in order; their passages are ranges of the text, in order
 */
public record Document(String text, List<Block> blocks) {

    public static final Document EMPTY = new Document("", List.of());

    public Document {
        blocks = List.copyOf(blocks);
    }

    /** Text without any marks in it, each line as it stands. */
    public static Document plain(String text) {
        String clean = CleanText.of(text).replace("\t", "    ").stripTrailing();
        StringBuilder all = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        for (List<Span> part : Passage.divide(clean.isEmpty() ? List.of() : List.of(new Words(clean, Emphasis.NONE)))) {
            Passage passage = new Passage(all.length(), part);
            all.append(passage.text()).append('\n');
            blocks.add(new Paragraph(new Setting(List.of(), Optional.empty(), !blocks.isEmpty()), passage));
        }
        return new Document(all.toString(), blocks);
    }

    /** This document, and another below it. */
    Document followedBy(Document next) {
        List<Block> all = new ArrayList<>(blocks);
        next.blocks().forEach(block -> all.add(block.movedBy(text.length())));
        return new Document(text + next.text(), all);
    }

    public List<Passage> passages() {
        return blocks.stream().flatMap(block -> block.passages().stream()).toList();
    }
}
