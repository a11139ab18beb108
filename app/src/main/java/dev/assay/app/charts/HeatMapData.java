package dev.assay.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Differences of the subjects from a reference at the nodes of a taxonomy.
 *
 * @param axis what the score is
 * @param reference what the differences are from, such as {@code the mean of ten}
 * @param columns the nodes from left to right
 * @param rows the subjects from top to bottom, each with one cell per column
 */
public record HeatMapData(ScoreAxis axis, String reference, List<Column> columns, List<Row> rows) {

    /**
     * A node.
     *
     * @param path its names from the root's child to itself
     * @param queries its number of queries
     */
    public record Column(List<String> path, int queries) {

        /** Copies the path. */
        public Column {
            path = List.copyOf(path);
            Checks.that(!path.isEmpty(), "a node has no name");
            Checks.that(queries >= 0, "the node %s has %d queries", path, queries);
        }

        boolean thin() {
            return queries < Significance.FEWEST_QUERIES;
        }
    }

    /**
     * A subject.
     *
     * @param name its name
     * @param cells one per column; empty where there are too few queries or scores to compare
     */
    public record Row(String name, List<Optional<Cell>> cells) {

        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A subject's difference at a node.
     *
     * @param difference from the reference
     * @param low lower bound of its interval
     * @param high upper bound
     * @param q q-value of the paired test; empty if it was not tested
     */
    public record Cell(double difference, double low, double high, OptionalDouble q) {

        /** Checks that the numbers can be drawn. */
        public Cell {
            Checks.interval(difference, low, high, "a cell of the heat map");
            q.ifPresent(level -> Checks.level(level, "a cell of the heat map"));
        }

        boolean distinguishable() {
            return Significance.verdict(difference, q) != Verdict.INDISTINGUISHABLE;
        }
    }

    /** Copies the lists and checks the shape. */
    public HeatMapData {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        Checks.that(!rows.isEmpty(), "there is no subject with a score; judge some answers first");
        Checks.that(!columns.isEmpty(), "there is no node with a query; tag the queries first");
        for (Row row : rows) {
            Checks.that(row.cells().size() == columns.size(),
                    "\"%s\" has %d cells for %d nodes", row.name(), row.cells().size(), columns.size());
        }
    }

    List<String> names() {
        return rows.stream().map(Row::name).toList();
    }

    List<Cell> cells(int column) {
        return rows.stream().flatMap(row -> row.cells().get(column).stream()).toList();
    }

    /** The median half-width of the intervals of a column: the size of a difference that is not yet noise. */
    OptionalDouble halfWidth(int column) {
        double[] sorted = cells(column).stream().mapToDouble(cell -> (cell.high() - cell.low()) / 2).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }

    boolean anyMissing() {
        return rows.stream().anyMatch(row -> row.cells().stream().anyMatch(Optional::isEmpty));
    }

    boolean anyThin() {
        return columns.stream().anyMatch(Column::thin);
    }

    Table table() {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Row row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                lines.add(line(row.name(), columns.get(i), row.cells().get(i)));
            }
        }
        return new Table(
                "heat-map",
                List.of("subject", "node", "queries", "difference", "low", "high", "confidence", "q", "reference"),
                lines);
    }

    private List<@Nullable Object> line(String subject, Column column, Optional<Cell> cell) {
        return Table.row(
                subject, String.join("/", column.path()), column.queries(),
                cell.map(Cell::difference).orElse(null),
                cell.map(Cell::low).orElse(null),
                cell.map(Cell::high).orElse(null),
                axis.confidence(),
                cell.isPresent() && cell.get().q().isPresent() ? (Double) cell.get().q().getAsDouble() : null,
                reference);
    }
}
