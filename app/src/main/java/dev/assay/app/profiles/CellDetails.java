package dev.assay.app.profiles;

import dev.assay.app.controls.Standing;
import dev.assay.app.figures.LoadedProfile;
import dev.assay.datasets.study.Reading;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.profiles.Comparison;
import dev.assay.judges.profiles.Comparison.Tested;
import dev.assay.judges.profiles.CriterionCost;
import dev.assay.taxonomy.tree.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What stands behind one number.
 *
 * @param node number of the node in the sheet
 * @param strengths nodes where the subject differs most from the reference, the greatest strength first; the chosen node is among them if
 *     it was tested
 * @param flags how many nodes stand out
 * @param costs criteria that cost the subject points at this node; empty if the run has no criteria
 */
record CellDetails(
        ScoreSheet sheet, int node, ScoreCell cell, List<Strength> strengths, Flags flags, List<CriterionCost> costs) {

    private static final int SHOWN_EACH = 5;

    /**
     * A node of the small chart.
     *
     * @param words the difference with its interval
     */
    record Strength(NodePath path, String name, Tested test, String words, Standing standing, boolean isChosen) {}

    /**
     * Of one subject's tests against the reference.
     *
     * @param tested nodes that were tested
     * @param flagged with q ≤ 0.05
     * @param uncorrected with p ≤ 0.05, as without a correction
     */
    record Flags(int tested, int flagged, int uncorrected) {

        /** How many of so many true nothings have p ≤ 0.05. */
        int byChance() {
            return (int) Math.round(Comparison.DISCOVERY * tested);
        }
    }

    /** Puts it together; not on the JavaFX thread. Empty if the subject was not judged there. */
    static Optional<CellDetails> of(Reading reading, ScoreSheet sheet, NodePath path, String subject) {
        return sheet.number(path).flatMap(node -> sheet.cell(node, subject)
                .map(cell -> new CellDetails(
                        sheet, node, cell, strengths(sheet, node, subject), flags(sheet, subject), costs(reading, sheet, path, subject))));
    }

    private static List<Strength> strengths(ScoreSheet sheet, int chosen, String subject) {
        List<Strength> all = IntStream.range(0, sheet.nodes().size())
                .filter(node -> node == chosen || !repeatsItsParent(sheet, node))
                .boxed()
                .flatMap(node -> strength(sheet, node, subject, node == chosen).stream())
                .toList();
        List<Strength> shown = new ArrayList<>(extremes(all, Standing.BETTER, Comparator.comparingDouble(at -> -at.test().difference())));
        shown.addAll(extremes(all, Standing.WORSE, Comparator.comparingDouble(at -> at.test().difference())));
        for (int sign : new int[] {1, -1}) {
            long there = shown.stream().filter(at -> sign * at.test().difference() > 0).count();
            all.stream()
                    .filter(at -> sign * at.test().difference() > 0 && !shown.contains(at))
                    .sorted(Comparator.comparingDouble(at -> at.test().q()))
                    .limit(Math.max(0, SHOWN_EACH - there))
                    .forEach(shown::add);
        }
        all.stream().filter(at -> at.isChosen() && !shown.contains(at)).forEach(shown::add);
        shown.sort(Comparator.comparingDouble(at -> -at.test().difference()));
        return List.copyOf(shown);
    }

    /** A child with all queries of its parent says the same once more. */
    private static boolean repeatsItsParent(ScoreSheet sheet, int node) {
        int parent = sheet.nodes().get(node).parent();
        return parent > 0 && sheet.nodes().get(parent).n() == sheet.nodes().get(node).n();
    }

    private static Optional<Strength> strength(ScoreSheet sheet, int node, String subject, boolean isChosen) {
        return sheet.cell(node, subject)
                .flatMap(cell -> cell.tested()
                        .map(test -> new Strength(
                                sheet.nodes().get(node).path(),
                                sheet.nodes().get(node).name(),
                                test,
                                cell.difference() + " " + cell.written(test.interval()),
                                cell.standing(),
                                isChosen)));
    }

    private static List<Strength> extremes(List<Strength> all, Standing standing, Comparator<Strength> order) {
        return all.stream().filter(at -> at.standing() == standing).sorted(order).limit(SHOWN_EACH).toList();
    }

    private static Flags flags(ScoreSheet sheet, String subject) {
        List<Tested> tests = IntStream.range(0, sheet.nodes().size())
                .boxed()
                .flatMap(node -> sheet.cell(node, subject).flatMap(ScoreCell::tested).stream())
                .toList();
        return new Flags(
                tests.size(),
                (int) tests.stream().filter(test -> test.verdict() != Comparison.Verdict.INDISTINGUISHABLE).count(),
                (int) tests.stream().filter(test -> test.p() <= Comparison.DISCOVERY).count());
    }

    private static List<CriterionCost> costs(Reading reading, ScoreSheet sheet, NodePath path, String subject) {
        LoadedProfile loaded = sheet.loaded();
        return CriterionCost.of(new JudgmentTable()
                .besideOthers(reading, loaded.run().id(), subject, reference(sheet), loaded.branches().queries(List.of(path))));
    }

    private static Optional<String> reference(ScoreSheet sheet) {
        return sheet.reference() instanceof Reference.Chosen(String chosen) ? Optional.of(chosen) : Optional.empty();
    }

    /** The subject that is compared with; empty: the mean of the others. */
    Optional<String> reference() {
        return reference(sheet);
    }

    String subject() {
        return cell.score().subject();
    }

    /** The node and all above it, from the domain down; empty for the root. */
    List<String> trail() {
        return sheet.nodes().get(node).path().names();
    }
}
