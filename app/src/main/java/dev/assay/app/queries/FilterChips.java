package dev.assay.app.queries;

import dev.assay.app.listing.JudgedPart;
import dev.assay.app.listing.LengthRange;
import dev.assay.app.listing.QueryPlace;
import dev.assay.app.listing.QueryPlace.Tagged;
import dev.assay.app.queries.QueriesModel.Shown;
import dev.assay.datasets.Counted;
import dev.assay.datasets.records.QueryFilter.Any;
import dev.assay.datasets.records.QueryFilter.Flagged;
import dev.assay.datasets.records.QueryFilter.Unflagged;
import dev.assay.taxonomy.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many queries are listed, and why no more: each filter as a chip that takes it away. */
final class FilterChips extends FlowPane {

    private static final int LONGEST = 40;

    private final QueriesModel model;
    private final Label count = new Label();
    private final Hyperlink clear = new Hyperlink("Clear filters");

    FilterChips(QueriesModel model) {
        this.model = model;
        getStyleClass().add("filter-chips");
        setRowValignment(VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().add("query-count");
        clear.getStyleClass().add("link");
        clear.setOnAction(event -> model.clearFilters());
        model.listed().subscribe(this::fill);
        model.shown().subscribe(this::fill);
    }

    private void fill() {
        QueryPlace list = model.listed().get();
        model.shown().get().ifPresent(shown -> count.setText(counted(shown, list.filters())));
        List<Node> all = new ArrayList<>();
        all.add(count);
        if (!list.search().isBlank()) {
            all.add(chip("search: " + shortened(list.search().strip()), each -> each.withSearch("")));
        }
        for (NodePath path : list.nodes()) {
            Button chip = chip(path.name(), each -> each.withNodes(each.nodes().stream().filter(node -> !node.equals(path)).toList()));
            chip.setTooltip(new Tooltip(String.join(" › ", path.names())));
            all.add(chip);
        }
        if (list.tagged() != Tagged.ANY) {
            all.add(chip(list.tagged() == Tagged.TAGGED ? "tagged" : "untagged", each -> each.withTagged(Tagged.ANY)));
        }
        list.source().ifPresent(source -> all.add(chip(
                source.isEmpty() ? "no source" : "source: " + shortened(source), each -> each.withSource(Optional.empty()))));
        LengthRange length = new LengthRange(list.shortest(), list.longest());
        if (!length.isAny()) {
            all.add(chip(QueriesHeader.inWords(length), each -> each.withLength(LengthRange.any())));
        }
        switch (list.quality()) {
            case Any() -> {}
            case Flagged(var flag) -> all.add(chip(QueryFlags.name(flag), each -> each.withQuality(new Any())));
            case Unflagged() -> all.add(chip("no flags", each -> each.withQuality(new Any())));
        }
        list.judged().ifPresent(judged -> all.add(chip(
                part(judged.part()) + ": " + model.shown().get().flatMap(Shown::about).filter(about -> about.runId().equals(judged.runId()))
                        .map(About::name)
                        .orElse(judged.subject()),
                QueryPlace::withoutJudged)));
        if (all.size() > 1) {
            all.add(clear);
        }
        boolean hadFocus = getChildren().stream().anyMatch(Node::isFocused);
        getChildren().setAll(all);
        if (hadFocus) {
            all.get(Math.min(1, all.size() - 1)).requestFocus();
        }
    }

    private static String part(JudgedPart part) {
        return switch (part) {
            case JudgedPart.Scored() -> "judged";
            case JudgedPart.Failed() -> "without a score";
            case JudgedPart.Lower(String criterion, var reference) -> "lower on " + shortened(criterion)
                    + reference.map(name -> " than " + name).orElse("");
        };
    }

    private static String counted(Shown shown, boolean filtered) {
        int found = shown.rows().size();
        return filtered ? "%,d of %,d".formatted(found, shown.total()) : Counted.of(found, "query", "queries");
    }

    private Button chip(String text, UnaryOperator<QueryPlace> without) {
        Button chip = new Button(text, new FontIcon(Feather.X));
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().setAll("chip", "neutral", "filter-chip");
        chip.setAccessibleText("Filter " + text + ", remove");
        chip.setOnAction(event -> model.ask(without));
        chip.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.ENTER) {
                event.consume();
                model.ask(without);
            }
        });
        return chip;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
