package dev.assay.app.overview;

import dev.assay.app.overview.Coverage.Domain;
import dev.assay.taxonomy.tree.NodePath;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many leaves of each domain have enough queries to say something; a row leads to the queries of its domain. */
final class CoveragePane extends VBox {

    private final Panel panel = new Panel("Coverage of the taxonomy");
    private final Consumer<NodePath> open;
    private final Hyperlink thin = new Hyperlink();

    /**
     * The pane.
     *
     * @param open told a domain whose queries are wanted
     * @param openThin told when the thin leaves are wanted
     */
    CoveragePane(OverviewModel model, Consumer<NodePath> open, Consumer<Coverage> openThin) {
        this.open = open;
        thin.getStyleClass().add("link");
        thin.setOnAction(event -> model.coverage().get().ifPresent(openThin));
        thin.setMinWidth(Region.USE_PREF_SIZE);
        panel.end(thin);
        getChildren().add(panel);
        model.coverage().subscribe(this::show);
    }

    private void show(Optional<Coverage> found) {
        panel.getChildren().remove(1, panel.getChildren().size());
        if (found.isEmpty() || found.get().domains().isEmpty()) {
            thin.setVisible(false);
            Label nothing = new Label(found.isEmpty() ? "Counting…" : "There is no taxonomy yet.");
            nothing.getStyleClass().addAll("muted", "overview-nothing");
            panel.getChildren().add(nothing);
            return;
        }
        Coverage coverage = found.get();
        thin.setText(Coverage.inWords(coverage.thin()));
        thin.setVisible(coverage.thin() > 0);
        VBox rows = new VBox(header());
        rows.getStyleClass().add("overview-rows");
        coverage.domains().forEach(domain -> rows.getChildren().add(row(domain, coverage.mostLeaves())));
        panel.getChildren().addAll(rows, legend());
    }

    private static Node header() {
        HBox header = new HBox(
                cell("Domain", "overview-domain", "secondary"), cell("Queries", "overview-number", "secondary"),
                grow(cell("Leaves by number of queries", "overview-bar-title", "secondary")), cell("Thin", "overview-thin", "secondary"));
        header.getStyleClass().add("overview-row-header");
        return header;
    }

    private Node row(Domain domain, int most) {
        Label name = cell(domain.path().name(), "overview-domain");
        name.setTooltip(new Tooltip(domain.path().name()));
        CoverageBar bar = new CoverageBar(domain, most);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox centred = new HBox(bar);
        centred.setAlignment(Pos.CENTER_LEFT);
        centred.setFillHeight(false);
        centred.getStyleClass().add("overview-bar");
        String words = String.format(
                Locale.ROOT,
                "%s: %,d queries; of %,d leaves %,d have %d or more queries, %,d have %d to %d, %,d have fewer, %,d have none",
                domain.path().name(), domain.queries(), domain.leaves(), domain.many(), Coverage.MANY, domain.some(), Coverage.THIN, Coverage.MANY - 1,
                domain.few(), domain.none());
        Tooltip.install(centred, new Tooltip(words));
        return new LinkRow(
                words,
                () -> open.accept(domain.path()),
                name,
                cell(String.format(Locale.ROOT, "%,d", domain.queries()), "overview-number"),
                grow(centred),
                cell(String.format(Locale.ROOT, "%,d", domain.thin()), "overview-thin", "worse-text", "strong"));
    }

    private static Node legend() {
        Label explanation = new Label("thin: fewer than " + Coverage.THIN + " queries");
        explanation.getStyleClass().addAll("secondary", "small");
        FlowPane legend = new FlowPane(
                sample("many", Coverage.MANY + " or more"),
                sample("some", Coverage.THIN + "–" + (Coverage.MANY - 1)),
                sample("few", "1–" + (Coverage.THIN - 1)),
                sample("none", "none"),
                explanation);
        legend.getStyleClass().add("overview-legend");
        return legend;
    }

    private static Label sample(String kind, String words) {
        Region sample = CoverageBar.part(kind);
        sample.getStyleClass().add("sample");
        Label label = new Label(words, sample);
        label.getStyleClass().addAll("secondary", "small");
        return label;
    }

    private static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
            region.setMinWidth(0);
        }
        return node;
    }

    private static Label cell(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
