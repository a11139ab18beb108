package dev.assay.app.categories;

import dev.assay.app.profiles.ScoreCell;
import dev.assay.app.profiles.ScoreSheet;
import dev.assay.judges.profiles.SetProfile;
import dev.assay.judges.profiles.SubjectScore;
import dev.assay.taxonomy.tree.NodePath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The subjects at one node or over a union of branches, the best first.
 *
 * @param kind what it is a ranking of
 * @param title the node's name, or what is united
 * @param nodes the branches; a query that stands under several counts once
 * @param n queries on which at least one subject has a score
 * @param sameQueries whether all subjects have scores on the same queries; else ranks compare means over different ones
 * @param rows the best mean first; those without a score last
 */
record Ranking(Kind kind, String title, List<NodePath> nodes, int n, boolean sameQueries, List<ScoreCell> rows) {

    /** Places that are marked. */
    static final int TOP = 3;

    /** What a ranking is of. */
    enum Kind {
        NODE,
        /** All ticked nodes together. */
        TICKED,
        /** All nodes whose names have the keyword. */
        KEYWORD
    }

    static Ranking ofNode(ScoreSheet sheet, NodePath path) {
        int node = sheet.number(path).orElseThrow();
        List<ScoreCell> cells = sheet.ranked().stream().flatMap(subject -> sheet.cell(node, subject).stream()).toList();
        return new Ranking(
                Kind.NODE,
                sheet.nodes().get(node).name(),
                List.of(path),
                sheet.nodes().get(node).n(),
                sheet.loaded().profile().nodes().get(node).sameQueries(),
                sorted(cells.stream()));
    }

    /** Not on the JavaFX thread. */
    static Ranking ofUnion(ScoreSheet sheet, Kind kind, String title, List<NodePath> nodes) {
        SetProfile union = sheet.loaded().branches().union(nodes);
        return new Ranking(
                kind,
                title,
                List.copyOf(nodes),
                union.n(),
                union.sameQueries(),
                sorted(union.subjects().stream()
                        .map(score -> ScoreCell.of(score, Optional.of(score.versusOthers()), sheet.scale()))));
    }

    private static List<ScoreCell> sorted(Stream<ScoreCell> cells) {
        return cells.sorted(Comparator.comparingDouble(
                                (ScoreCell cell) -> -cell.score().mean().map(SubjectScore.Mean::value).orElse(Double.NEGATIVE_INFINITY))
                        .thenComparing(cell -> cell.score().subject()))
                .toList();
    }

    /** Whether a place is among those that are marked: by its rank, so that ties stand or fall together. */
    static boolean isTop(ScoreCell cell) {
        return cell.score().mean().filter(mean -> mean.rank() <= TOP).isPresent();
    }

    /** Failed judgments in the row of any subject. */
    boolean hasFailures() {
        return rows.stream().anyMatch(cell -> cell.score().failures() > 0);
    }
}
