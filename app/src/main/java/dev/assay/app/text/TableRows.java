package dev.assay.app.text;

import dev.assay.app.text.Block.Table.Alignment;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/**
 * The cells of a table.
 *
 * @param alignments of the columns
 * @param rows the header first; all of one length
 */
record TableRows(List<Alignment> alignments, List<List<List<Span>>> rows) {

    /** Rows of one block: a longer table is shown piece by piece. */
    static final int MOST = 30;

    private static final int MOST_COLUMNS = 24;

    static TableRows of(TableBlock table) {
        List<List<List<Span>>> rows = new ArrayList<>();
        List<Alignment> alignments = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row, rows.isEmpty() ? alignments : new ArrayList<>()));
                }
            }
        }
        rows.forEach(row -> {
            while (row.size() < alignments.size()) {
                row.add(List.of());
            }
        });
        return new TableRows(alignments, rows);
    }

    /** What stands beyond the last column that is shown stands in it. */
    private static List<List<Span>> cells(Node row, List<Alignment> alignments) {
        List<List<Span>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            List<Span> spans = new ArrayList<>(InlineSpans.of(cell));
            if (cells.size() == MOST_COLUMNS) {
                cells.getLast().add(new Span.Words(" | ", Span.Emphasis.NONE));
                cells.getLast().addAll(spans);
            } else {
                cells.add(spans);
                alignments.add(alignment(cell));
            }
        }
        return cells;
    }

    private static Alignment alignment(Node cell) {
        if (cell instanceof TableCell known && known.getAlignment() != null) {
            return switch (known.getAlignment()) {
                case LEFT -> Alignment.LEFT;
                case CENTER -> Alignment.CENTER;
                case RIGHT -> Alignment.RIGHT;
            };
        }
        return Alignment.LEFT;
    }
}
