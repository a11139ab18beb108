package dev.assay.app.text;

import dev.assay.app.text.Span.Emphasis;
import dev.assay.app.text.Span.InlineCode;
import dev.assay.app.text.Span.Link;
import dev.assay.app.text.Span.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The inline nodes of a block as spans in a row, however deep they are nested. */
final class InlineSpans {

    private record Look(Emphasis emphasis, Optional<String> address) {}

    private final List<Span> spans = new ArrayList<>();
    private final Deque<Look> looks = new ArrayDeque<>(List.of(new Look(Emphasis.NONE, Optional.empty())));

    private InlineSpans() {}

    static List<Span> of(Node block) {
        InlineSpans inline = new InlineSpans();
        inline.walk(block);
        return inline.spans;
    }

    private void walk(Node block) {
        Node at = block.getFirstChild();
        while (at != null) {
            enter(at);
            if (at.getFirstChild() != null) {
                at = at.getFirstChild();
                continue;
            }
            leave(at);
            while (at.getNext() == null && !block.equals(at.getParent())) {
                at = at.getParent();
                leave(at);
            }
            at = at.getNext();
        }
    }

    private void enter(Node node) {
        Look look = looks.element();
        Emphasis emphasis = look.emphasis();
        switch (node) {
            case Text text -> add(text.getLiteral());
            case HtmlInline html -> add(html.getLiteral());
            case SoftLineBreak line -> add("\n");
            case HardLineBreak line -> add("\n");
            case Code code -> addCode(code.getLiteral(), look);
            case StrongEmphasis strong -> looks.push(new Look(emphasis.withStrong(), look.address()));
            case org.commonmark.node.Emphasis italic -> looks.push(new Look(emphasis.withItalic(), look.address()));
            case Strikethrough struck -> looks.push(new Look(emphasis.withStruck(), look.address()));
            case org.commonmark.node.Link link -> looks.push(new Look(emphasis, Optional.of(link.getDestination())));
            case Image image -> {
                looks.push(new Look(emphasis, Optional.of(image.getDestination())));
                if (image.getFirstChild() == null) {
                    add("image");
                }
            }
            default -> looks.push(look);
        }
    }

    private void leave(Node node) {
        switch (node) {
            case Text text -> {}
            case HtmlInline html -> {}
            case SoftLineBreak line -> {}
            case HardLineBreak line -> {}
            case Code code -> {}
            case Image image -> {
                add(" (" + image.getDestination() + ")");
                looks.pop();
            }
            default -> looks.pop();
        }
    }

    private void add(String text) {
        if (text.isEmpty()) {
            return;
        }
        Look look = looks.element();
        Span span = look.address().<Span>map(address -> new Link(text, look.emphasis(), address)).orElseGet(() -> new Words(text, look.emphasis()));
        if (!spans.isEmpty() && spans.getLast().withText("").equals(span.withText(""))) {
            merge(span);
        } else {
            spans.add(span);
        }
    }

    private void merge(Span span) {
        Span before = spans.removeLast();
        spans.add(before.withText(before.text() + span.text()));
    }

    private void addCode(String code, Look look) {
        if (!code.isEmpty()) {
            spans.add(look.address().<Span>map(address -> new Link(code, look.emphasis(), address))
                    .orElseGet(() -> new InlineCode(code, look.emphasis())));
        }
    }
}
