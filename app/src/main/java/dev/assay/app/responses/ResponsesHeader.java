package dev.assay.app.responses;

import atlantafx.base.controls.ToggleSwitch;
import dev.assay.app.text.TextTip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which query, which columns, whose judgments; and the switch that hides names. */
final class ResponsesHeader extends VBox {

    private static final double GAP = 8;
    private static final int MOST_TAGS = 2;

    private final ResponsesModel model;
    private final Button previous = step("K", Feather.CHEVRON_UP, "Previous query");
    private final Button next = step("J", Feather.CHEVRON_DOWN, "Next query");
    private final Label query = new Label();
    private final Label of = new Label();
    private final HBox tags = new HBox(6);
    private final MenuButton subjects = new MenuButton();
    private final MenuButton runs = new MenuButton();
    private final Button reveal = new Button("Reveal");
    private final HBox left = new HBox(GAP);
    private final HBox right = new HBox(GAP);
    private final HBox line = new HBox(GAP);

    ResponsesHeader(ResponsesModel model) {
        this.model = model;
        getStyleClass().addAll("view-header", "responses-header");
        previous.setOnAction(event -> model.step(-1));
        next.setOnAction(event -> model.step(1));
        query.getStyleClass().add("strong");
        of.getStyleClass().add("muted");
        for (Region fixed : List.of(previous, next, query, of, subjects, runs, reveal)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        tags.getStyleClass().add("responses-tags");
        tags.setMinWidth(0);
        // Of what has no room, nothing is seen rather than a sliver.
        tags.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> tags.getChildren().stream().mapToDouble(tag -> tag.minWidth(-1) + tags.getSpacing()).sum() <= tags.getWidth() + tags.getSpacing(),
                tags.widthProperty(), tags.getChildren()));
        HBox.setHgrow(tags, Priority.ALWAYS);
        subjects.setAccessibleText("Which answers are shown");
        runs.setAccessibleText("Whose judgments are shown");
        reveal.setTooltip(new Tooltip("Show names, scores and tags of this query"));
        reveal.setOnAction(event -> model.reveal());
        reveal.managedProperty().bind(reveal.visibleProperty());
        reveal.visibleProperty().bind(model.concealed());
        left.getChildren().setAll(previous, next, query, of, tags);
        right.getChildren().setAll(subjects, runs, inStep(), reveal, blind());
        for (HBox part : List.of(left, right, line)) {
            part.getStyleClass().add("responses-header-line");
        }
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        right.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(line);
        model.sheet().subscribe(this::show);
        show();
        // In two lines where one is too narrow for what must be read.
        widthProperty().subscribe(this::arrange);
        right.widthProperty().subscribe(this::arrange);
        model.columns().subscribe(this::showSubjects);
        model.concealed().subscribe(this::show);
    }

    private void arrange() {
        double needed = right.prefWidth(-1) + left.prefWidth(-1) - tags.prefWidth(-1) + 2 * GAP + 32;
        boolean two = getWidth() > 0 && needed > getWidth();
        if (two && getChildren().size() == 1) {
            line.getChildren().clear();
            getChildren().setAll(left, right);
        } else if (!two && !line.getChildren().contains(left)) {
            getChildren().setAll(line);
            line.getChildren().setAll(left, right);
        }
    }

    private static Button step(String key, Ikon icon, String name) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(USE_PREF_SIZE);
        HBox graphic = new HBox(6, new FontIcon(icon), cap);
        graphic.getStyleClass().add("responses-header-line");
        Button button = new Button("", graphic);
        button.getStyleClass().add("responses-step");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name + " (" + key + ")"));
        return button;
    }

    private Node inStep() {
        ToggleButton toggle = new ToggleButton("", new FontIcon(Feather.LINK_2));
        toggle.getStyleClass().addAll("responses-in-step");
        toggle.setAccessibleText("Scroll the answers in step");
        toggle.setTooltip(new Tooltip("Scroll the answers in step"));
        toggle.selectedProperty().bindBidirectional(model.inStep());
        return toggle;
    }

    private Node blind() {
        ToggleSwitch toggle = new ToggleSwitch("Blind");
        toggle.setAccessibleText("Hide names, scores and tags");
        toggle.setTooltip(new Tooltip("Hide names, scores and tags (B)"));
        toggle.selectedProperty().bindBidirectional(model.blind());
        toggle.setMinWidth(USE_PREF_SIZE);
        Label cap = new Label("B");
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(USE_PREF_SIZE);
        HBox both = new HBox(6, toggle, cap);
        both.getStyleClass().add("responses-header-line");
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }

    private void show() {
        Optional<Sheet> sheet = model.sheet().get();
        boolean concealed = model.concealed().get();
        query.setText(sheet.map(shown -> "Query " + shown.number()).orElse("Responses"));
        of.setText(sheet.map(ResponsesHeader::place).orElse(""));
        previous.setDisable(!model.canStep(-1));
        next.setDisable(!model.canStep(1));
        tags.getChildren().setAll(sheet.filter(shown -> !concealed).map(ResponsesHeader::chips).orElse(List.of()));
        showRuns(sheet, concealed);
        showSubjects();
    }

    private static String place(Sheet sheet) {
        if (sheet.place() == 0) {
            return "";
        }
        return sheet.place() == sheet.number() ? "of %,d".formatted(sheet.listed()) : "%,d of %,d".formatted(sheet.place(), sheet.listed());
    }

    private static List<Node> chips(Sheet sheet) {
        List<Node> chips = new ArrayList<>(sheet.tags().stream().limit(MOST_TAGS).map(ResponsesHeader::chip).toList());
        if (sheet.tags().size() > MOST_TAGS) {
            Label more = AnswerHeader.chip("+" + (sheet.tags().size() - MOST_TAGS), "responses-tag");
            more.setTooltip(TextTip.of(String.join("\n", sheet.tags())));
            chips.add(more);
        }
        return chips;
    }

    private static Node chip(String tag) {
        Label chip = AnswerHeader.chip(shortened(tag), "responses-tag");
        chip.getStyleClass().add("responses-category");
        chip.setTooltip(TextTip.of(tag));
        return chip;
    }

    /** The domain and the last name of a path. */
    private static String shortened(String tag) {
        int first = tag.indexOf(" › ");
        int last = tag.lastIndexOf(" › ");
        return first == last ? tag : tag.substring(0, first) + tag.substring(last);
    }

    private void showRuns(Optional<Sheet> sheet, boolean concealed) {
        runs.setText(sheet.flatMap(Sheet::run).map(JudgingRun::name).orElse("not judged"));
        runs.setTooltip(new Tooltip(runs.getText()));
        runs.setDisable(sheet.map(shown -> shown.runs().isEmpty()).orElse(true));
        runs.getItems().setAll(sheet.map(shown -> shown.runs().stream().<MenuItem>map(run -> {
            String baseline = run.baseline().filter(name -> !concealed).map(name -> " · against " + name).orElse("");
            RadioMenuItem item = new RadioMenuItem(run.name() + baseline);
            item.setSelected(shown.run().filter(run::equals).isPresent());
            item.setOnAction(event -> model.chooseRun(run.id()));
            return item;
        }).toList()).orElse(List.of()));
    }

    private void showSubjects() {
        List<String> all = model.subjects();
        int visible = model.columns().get().size();
        subjects.setText(visible == all.size() ? visible + " subjects" : visible + " of " + all.size() + " subjects");
        subjects.setDisable(all.isEmpty() || model.concealed().get());
        subjects.getItems().clear();
        if (model.concealed().get()) {
            return;
        }
        for (String subject : all) {
            CheckMenuItem item = new CheckMenuItem(subject);
            item.setMnemonicParsing(false);
            item.setSelected(!model.isHidden(subject));
            item.setOnAction(event -> model.setHidden(subject, !item.isSelected()));
            subjects.getItems().add(item);
        }
        MenuItem every = new MenuItem("Show all");
        every.setOnAction(event -> all.forEach(subject -> model.setHidden(subject, false)));
        subjects.getItems().addAll(new SeparatorMenuItem(), every);
    }

    /** Where the keyboard goes when someone comes to the header. */
    Node focusTarget() {
        return next;
    }
}
