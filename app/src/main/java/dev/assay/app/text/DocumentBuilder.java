package dev.assay.app.text;

import dev.assay.app.text.Block.CodeBlock;
import dev.assay.app.text.Block.Container;
import dev.assay.app.text.Block.Heading;
import dev.assay.app.text.Block.Marker;
import dev.assay.app.text.Block.Paragraph;
import dev.assay.app.text.Block.Rule;
import dev.assay.app.text.Block.Setting;
import dev.assay.app.text.Block.Table;
import dev.assay.app.text.Span.Emphasis;
import dev.assay.app.text.Span.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/** Lays the tree of a parsed text out as blocks in a row. Walks without recursion: depth is the writer's choice. */
final class DocumentBuilder {

    private static final class OpenList {
        private final boolean numbered;
        private final boolean tight;
        private int next;
        private boolean begun;

        OpenList(ListBlock list) {
            tight = list.isTight();
            numbered = list instanceof OrderedList;
            next = list instanceof OrderedList ordered ? Objects.requireNonNullElse(ordered.getMarkerStartNumber(), 1) : 0;
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Container> inside = new ArrayDeque<>();
    private final Deque<OpenList> lists = new ArrayDeque<>();
    private Optional<Marker> marker = Optional.empty();
    private boolean close;

    Document build(Node document) {
        Node at = document.getFirstChild();
        while (at != null) {
            if (enter(at) && at.getFirstChild() != null) {
                at = at.getFirstChild();
                continue;
            }
            leave(at);
            while (at.getNext() == null && !document.equals(at.getParent())) {
                at = at.getParent();
                leave(at);
            }
            at = at.getNext();
        }
        return new Document(text.toString(), blocks);
    }

    /** Whether the node holds blocks. */
    private boolean enter(Node node) {
        switch (node) {
            case BlockQuote quote -> inside.addLast(Container.QUOTE);
            case ListBlock list -> {
                inside.addLast(Container.LIST);
                lists.push(new OpenList(list));
            }
            case ListItem item -> beginItem();
            default -> {
                addLeaf(node);
                return false;
            }
        }
        return true;
    }

    private void leave(Node node) {
        switch (node) {
            case BlockQuote quote -> inside.removeLast();
            case ListBlock list -> {
                inside.removeLast();
                lists.pop();
                close = false;
            }
            case ListItem item -> {
                if (marker.isPresent()) {
                    addText(List.of(new Words(" ", Emphasis.NONE)));
                }
            }
            default -> {}
        }
    }

    private void beginItem() {
        OpenList list = lists.element();
        marker = Optional.of(list.numbered ? new Marker.Numeral(list.next++) : new Marker.Bullet(lists.size()));
        close = list.tight && (list.begun || lists.size() > 1);
        list.begun = true;
    }

    private void addLeaf(Node node) {
        switch (node) {
            case org.commonmark.node.Heading heading -> addHeading(heading.getLevel(), InlineSpans.of(heading));
            case FencedCodeBlock code -> addCode(language(code.getInfo()), code.getLiteral());
            case IndentedCodeBlock code -> addCode("", code.getLiteral());
            case HtmlBlock html -> addText(words(html.getLiteral().stripTrailing()));
            case LinkReferenceDefinition link -> addText(words("[" + link.getLabel() + "]: " + link.getDestination()));
            case ThematicBreak rule -> blocks.add(new Rule(setting()));
            case TableBlock table -> addTable(TableRows.of(table));
            default -> addText(InlineSpans.of(node));
        }
    }

    private static List<Span> words(String text) {
        return text.isEmpty() ? List.of() : List.of(new Words(text, Emphasis.NONE));
    }

    private static String language(String info) {
        String first = info.strip().split("[\\s{,:]", 2)[0];
        return first.length() > 20 ? "" : first.toLowerCase(Locale.ROOT);
    }

    /** Where the next block stands; only the first block of an item has its marker. */
    private Setting setting() {
        List<Container> around = inside.stream().limit(Setting.DEEPEST).toList();
        Setting setting = new Setting(around, marker, close);
        marker = Optional.empty();
        OpenList list = lists.peek();
        close = list != null && list.tight;
        return setting;
    }

    private Setting continued() {
        return new Setting(inside.stream().limit(Setting.DEEPEST).toList(), Optional.empty(), true);
    }

    private Passage passage(List<Span> spans) {
        Passage passage = new Passage(text.length(), spans);
        spans.forEach(span -> text.append(span.text()));
        text.append('\n');
        return passage;
    }

    private void addHeading(int level, List<Span> spans) {
        if (spans.isEmpty()) {
            return;
        }
        List<List<Span>> parts = Passage.divide(spans);
        blocks.add(new Heading(setting(), level, passage(parts.getFirst())));
        parts.stream().skip(1).forEach(part -> blocks.add(new Heading(continued(), level, passage(part))));
    }

    private void addText(List<Span> spans) {
        List<Span> rest = marker.isPresent() ? withoutTask(spans) : spans;
        boolean first = true;
        for (List<Span> part : Passage.divide(rest)) {
            blocks.add(new Paragraph(first ? setting() : continued(), passage(part)));
            first = false;
        }
    }

    /** What follows "[ ]" or "[x]" at the beginning of a list item, whose marker it becomes. */
    private List<Span> withoutTask(List<Span> spans) {
        if (spans.isEmpty() || !(spans.getFirst() instanceof Words first) || !first.text().matches("(?s)\\[[ xX]] .*")) {
            return spans;
        }
        marker = Optional.of(new Marker.Task(first.text().charAt(1) != ' '));
        List<Span> rest = new ArrayList<>(spans);
        rest.set(0, new Words(first.text().substring(3).stripLeading(), first.emphasis()));
        return rest.getFirst().text().isEmpty() ? rest.subList(1, rest.size()) : rest;
    }

    private void addCode(String language, String literal) {
        String code = literal.stripTrailing().replace("\t", "    ");
        if (code.isEmpty()) {
            return;
        }
        List<Passage> passages = new ArrayList<>();
        for (List<Span> part : Passage.divide(CodeHighlighter.highlight(language, code))) {
            if (!passages.isEmpty()) {
                // The pieces of one block are one text: no line break of ours between them.
                text.setLength(text.length() - 1);
            }
            passages.add(passage(part));
        }
        blocks.add(new CodeBlock(setting(), language, passages));
    }

    private void addTable(TableRows table) {
        for (int from = 0; from < table.rows().size(); from += TableRows.MOST) {
            List<List<List<Span>>> some = table.rows().subList(from, Math.min(from + TableRows.MOST, table.rows().size()));
            List<List<Passage>> rows = new ArrayList<>();
            for (List<List<Span>> row : some) {
                rows.addAll(cells(row));
            }
            blocks.add(new Table(from == 0 ? setting() : continued(), from == 0, table.alignments(), rows));
        }
    }

    /** A row as it is shown: several where a cell holds too much for one passage. */
    private List<List<Passage>> cells(List<List<Span>> row) {
        List<List<List<Span>>> divided = row.stream().map(Passage::divide).toList();
        int height = Math.max(1, divided.stream().mapToInt(List::size).max().orElse(1));
        List<List<Passage>> rows = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<Passage> cells = new ArrayList<>();
            for (List<List<Span>> parts : divided) {
                cells.add(passage(i < parts.size() ? parts.get(i) : Collections.emptyList()));
            }
            rows.add(cells);
        }
        return rows;
    }
}
