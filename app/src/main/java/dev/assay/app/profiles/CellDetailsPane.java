package dev.assay.app.profiles;

import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import dev.assay.app.controls.AxisNumbers;
import dev.assay.app.controls.IntervalCell;
import dev.assay.app.controls.IntervalMark;
import dev.assay.app.controls.Standing;
import dev.assay.app.listing.JudgedPart;
import dev.assay.app.profiles.CellDetails.Flags;
import dev.assay.app.profiles.CellDetails.Strength;
import dev.assay.app.text.TextTip;
import dev.assay.app.text.Wrapping;
import dev.assay.judges.profiles.Comparison.NotTested;
import dev.assay.judges.profiles.CriterionCost;
import dev.assay.taxonomy.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands behind one number, at the right of the window. */
final class CellDetailsPane extends VBox {

    private static final int MOST_COSTS = 6;
    private static final int TICKS = 3;
    private static final double MARKS_PERCENT = 36;

    private final Consumer<JudgedPart> followed;
    private final Consumer<NodePath> chosen;
    private Optional<Hyperlink> link = Optional.empty();
    private boolean isFocusWanted;

    /**
     * @param followed queries behind the number are wanted
     * @param chosen another node of the same subject is wanted
     */
    CellDetailsPane(Consumer<JudgedPart> followed, Consumer<NodePath> chosen) {
        this.followed = followed;
        this.chosen = chosen;
        getStyleClass().add("cell-details");
        getStylesheets().add(ProfilesView.STYLESHEET);
        setMinWidth(256);
        sceneProperty().subscribe(scene -> {
            if (scene != null && isFocusWanted) {
                Platform.runLater(this::focusLink);
            }
        });
    }

    void show(CellDetails details) {
        getChildren().setAll(head(details));
        getChildren().addAll(rule(), title("Strengths and weaknesses", 0));
        if (details.strengths().isEmpty()) {
            getChildren().add(secondary("No node of this subject could be tested: a test needs 5 queries, and somebody to compare with."));
        } else {
            getChildren().addAll(
                    secondary("paired, against " + against(details) + "; 95\u00a0%\u00a0intervals"), strengths(details.strengths()), flags(details.flags()));
        }
        if (!details.costs().isEmpty()) {
            getChildren().addAll(title("Criteria that cost points here", 12), costs(details));
        }
    }

    private static String against(CellDetails details) {
        String words = details.sheet().reference().words();
        return details.sheet().reference() instanceof Reference.Others ? "the " + words : words;
    }

    /** Puts the focus on the link to the queries; where the pane has only just been opened, as soon as it is in the window. */
    void focusLink() {
        isFocusWanted = getScene() == null;
        if (!isFocusWanted) {
            link.ifPresent(Node::requestFocus);
        }
    }

    private List<Node> head(CellDetails details) {
        ScoreCell cell = details.cell();
        Label name = new Label(details.subject());
        name.getStyleClass().add("panel-title");
        name.setTooltip(new Tooltip(details.subject()));
        String trail = details.trail().isEmpty() ? "All queries" : String.join(" › ", details.trail());
        Label where = secondary(trail);
        Label number = new Label(cell.mean());
        number.getStyleClass().addAll("big-number");
        switch (cell.standing()) {
            case BETTER -> number.getStyleClass().add("better-text");
            case WORSE -> number.getStyleClass().add("worse-text");
            case LEVEL, UNTESTED -> {}
        }
        Label interval = new Label(cell.interval());
        interval.getStyleClass().add("muted");
        interval.setMinWidth(USE_PREF_SIZE);
        HBox numbers = new HBox(8, number, interval);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        number.setMinWidth(USE_PREF_SIZE);
        int n = cell.score().n();
        Hyperlink queries = new Hyperlink(Numerals.count(n) + (n == 1 ? " query" : " queries") + " behind this number →");
        queries.getStyleClass().add("link");
        queries.setId("queries-behind");
        queries.setOnAction(event -> followed.accept(new JudgedPart.Scored()));
        link = Optional.of(queries);
        List<Node> head = new ArrayList<>(List.of(name, where, numbers, secondary(facts(details)), secondary(verdict(details))));
        if (n > 0) {
            head.add(queries);
        }
        int failures = cell.score().failures();
        if (failures > 0) {
            Hyperlink without = new Hyperlink("▲\u00a0" + Numerals.count(failures) + (failures == 1 ? " answer" : " answers") + " without a score →");
            without.getStyleClass().add("link");
            without.setId("failures-behind");
            without.setOnAction(event -> followed.accept(new JudgedPart.Failed()));
            head.add(without);
            link = Optional.of(n > 0 ? queries : without);
        }
        return head;
    }

    private static String facts(CellDetails details) {
        ScoreCell cell = details.cell();
        StringBuilder facts = new StringBuilder(details.sheet().scale().label());
        if (cell.score().mean().isPresent()) {
            facts.append(" · rank ").append(cell.rank().best());
            facts.append(cell.rank().interval().isEmpty() ? " of " : " " + cell.rank().interval() + " of ").append(details.sheet().loaded().profile().nodes().get(details.node()).subjects().size());
        }
        OptionalDouble level = cell.referenceLevel();
        if (level.isPresent()) {
            facts.append(" · reference ").append(Numerals.plain(level.getAsDouble(), cell.decimals()));
        }
        facts.append(" · n\u00a0=\u00a0").append(cell.n());
        return facts.toString();
    }

    private static String verdict(CellDetails details) {
        ScoreCell cell = details.cell();
        return cell.comparison()
                .map(made -> made instanceof NotTested not
                        ? "Not tested against " + against(details) + ": " + not.reason().text() + "."
                        : cell.tested()
                                .map(test -> cell.difference() + " " + cell.written(test.interval()) + " against " + against(details) + ", q "
                                        + Numerals.q(test.q()) + ": " + cell.standing().word() + ".")
                                .orElse(""))
                .orElse("The reference of this view.");
    }

    private GridPane strengths(List<Strength> strengths) {
        double low = strengths.stream().mapToDouble(at -> at.test().interval().low()).min().orElse(0);
        double high = strengths.stream().mapToDouble(at -> at.test().interval().high()).max().orElse(0);
        Scale scale = Scale.over(Math.min(0, low), Math.max(0, high), TICKS);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("strengths");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(60);
        ColumnConstraints marks = new ColumnConstraints();
        marks.setPercentWidth(MARKS_PERCENT);
        ColumnConstraints qs = new ColumnConstraints();
        qs.setHalignment(HPos.RIGHT);
        qs.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(names, marks, qs);
        grid.addRow(0, secondary("Node"), secondary("Difference"), secondary("q"));
        for (int row = 0; row < strengths.size(); row++) {
            Strength at = strengths.get(row);
            grid.addRow(row + 1, nodeLink(at), mark(at, scale), q(at));
        }
        grid.add(new AxisNumbers(scale, true), 1, strengths.size() + 1);
        GridPane.setMargin(grid, new Insets(8, 0, 0, 0));
        return grid;
    }

    private Hyperlink nodeLink(Strength at) {
        NodePath path = at.path();
        Hyperlink name = new Hyperlink(at.name());
        name.getStyleClass().addAll("link", "strength-node");
        if (at.isChosen()) {
            name.getStyleClass().add("strong");
        }
        name.setTooltip(new Tooltip(path.names().isEmpty() ? "All queries" : String.join(" › ", path.names())));
        name.setMinWidth(0);
        name.setOnAction(event -> chosen.accept(path));
        return name;
    }

    private static IntervalCell mark(Strength at, Scale scale) {
        return new IntervalCell(
                new IntervalMark(at.test().difference(), Optional.of(at.test().interval()), OptionalDouble.empty(), at.standing(), false),
                scale,
                true,
                at.name() + ": difference " + at.words() + ", q " + Numerals.q(at.test().q()) + ", " + at.standing().word());
    }

    private static Label q(Strength at) {
        Label q = new Label(Numerals.q(at.test().q()));
        q.getStyleClass().add(at.standing() == Standing.LEVEL ? "muted" : "number");
        q.getStyleClass().add("q-value");
        q.setMinWidth(USE_PREF_SIZE);
        return q;
    }

    private static Label flags(Flags flags) {
        String text = flags.flagged() + " of " + flags.tested() + " tested nodes " + (flags.flagged() == 1 ? "stands" : "stand")
                + " at q\u00a0≤\u00a00.05. Without the correction " + flags.uncorrected() + " would be flagged; chance alone would give "
                + (flags.byChance() == 0 ? "none or one" : "about " + flags.byChance()) + ".";
        Label box = new Label(text);
        box.getStyleClass().add("callout");
        Wrapping.on(box);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinHeight(USE_PREF_SIZE);
        VBox.setMargin(box, new Insets(8, 0, 0, 0));
        return box;
    }

    private Node costs(CellDetails details) {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(2);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(60);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(names, numbers, numbers);
        grid.addRow(0, secondary("Criterion"), secondary("Points"), secondary("Lower on"));
        int row = 1;
        for (CriterionCost cost : details.costs().stream().limit(MOST_COSTS).toList()) {
            Hyperlink name = new Hyperlink(cost.criterion());
            name.setMnemonicParsing(false);
            name.getStyleClass().addAll("link", "criterion-cost");
            name.setMinWidth(0);
            name.setTooltip(TextTip.of(cost.criterion()));
            name.setAccessibleText(cost.criterion() + ": the queries on which it scores below " + against(details));
            JudgedPart lower = new JudgedPart.Lower(cost.criterion(), details.reference());
            name.setOnAction(event -> followed.accept(lower));
            Label points = new Label(Numerals.plain(-cost.points(), 1));
            points.getStyleClass().add("worse-text");
            grid.addRow(row++, name, points, new Label(cost.lower() + " of " + cost.queries()));
        }
        VBox box = new VBox(4, grid);
        if (details.costs().size() > MOST_COSTS) {
            box.getChildren().add(secondary("and " + (details.costs().size() - MOST_COSTS) + " more"));
        }
        box.getChildren().add(secondary("Points: what the criterion takes from the score, on average over its queries. Lower on: queries on which it scores below "
                + against(details) + "."));
        return box;
    }

    private static Label title(String text, double above) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        VBox.setMargin(title, new Insets(above, 0, 0, 0));
        return title;
    }

    private static Label secondary(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("secondary");
        Wrapping.on(label);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        VBox.setMargin(rule, new Insets(10, -16, 8, -16));
        return rule;
    }
}
