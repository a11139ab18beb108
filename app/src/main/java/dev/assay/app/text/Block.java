package dev.assay.app.text;

import java.util.List;
import java.util.Optional;

/**
 * A part of a document that stands below the one before it. What is nested in the source stands here in a row, each part knowing what it is
 * nested in: however deep the nesting, nothing that reads a document recurses.
 */
public sealed interface Block {

    Setting setting();

    /** The passages in it, in order. */
    List<Passage> passages();

    /** The same block, with its passages further down in the text. */
    default Block movedBy(int characters) {
        return switch (this) {
            case Heading heading -> new Heading(heading.setting(), heading.level(), heading.passage().movedBy(characters));
            case Paragraph paragraph -> new Paragraph(paragraph.setting(), paragraph.passage().movedBy(characters));
            case CodeBlock code -> new CodeBlock(code.setting(), code.language(), moved(code.passages(), characters));
            case Table table -> new Table(
                    table.setting(),
                    table.headed(),
                    table.alignments(),
                    table.rows().stream().map(row -> moved(row, characters)).toList());
            case Rule rule -> rule;
        };
    }

    private static List<Passage> moved(List<Passage> passages, int characters) {
        return passages.stream().map(passage -> passage.movedBy(characters)).toList();
    }

    /** What a block is nested in. */
    enum Container {
        QUOTE,
        LIST
    }

    /**
     * Where a block stands.
     *
     * @param inside from the outermost; at most {@link #DEEPEST}, for what is nested deeper stands no further in
     * @param marker in front of the first block of a list item
     * @param close whether it stands close to the block before: in a list without empty lines, or the rest of a divided text
     */
    record Setting(List<Container> inside, Optional<Marker> marker, boolean close) {

        static final int DEEPEST = 8;

        public Setting {
            inside = List.copyOf(inside);
        }
    }

    /** What stands in front of a list item. */
    sealed interface Marker {

        record Bullet(int depth) implements Marker {}

        record Numeral(int number) implements Marker {}

        record Task(boolean done) implements Marker {}
    }

    /** @param level 1 to 6 */
    record Heading(Setting setting, int level, Passage passage) implements Block {
        @Override
        public List<Passage> passages() {
            return List.of(passage);
        }
    }

    record Paragraph(Setting setting, Passage passage) implements Block {
        @Override
        public List<Passage> passages() {
            return List.of(passage);
        }
    }

    /** @param language as the source names it, in lower case; empty if it does not */
    record CodeBlock(Setting setting, String language, List<Passage> passages) implements Block {
        public CodeBlock {
            passages = List.copyOf(passages);
        }

        public String code() {
            StringBuilder code = new StringBuilder();
            passages.forEach(passage -> code.append(passage.text()));
            return code.toString();
        }
    }

    /**
     * A table, or some rows of a long one.
     *
     * @param headed whether the first row is the header
     * @param rows all of one length
     */
    record Table(Setting setting, boolean headed, List<Alignment> alignments, List<List<Passage>> rows) implements Block {

        /** How the cells of a column stand. */
        public enum Alignment {
            LEFT,
            CENTER,
            RIGHT
        }

        public Table {
            alignments = List.copyOf(alignments);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public List<Passage> passages() {
            return rows.stream().flatMap(List::stream).toList();
        }
    }

    record Rule(Setting setting) implements Block {
        @Override
        public List<Passage> passages() {
            return List.of();
        }
    }
}
