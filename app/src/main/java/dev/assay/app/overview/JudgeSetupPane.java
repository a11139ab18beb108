package dev.assay.app.overview;

import dev.assay.app.controls.Choice;
import dev.assay.app.reports.LocalEngineNote;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.text.Wrapping;
import dev.assay.judges.pc2.Pc2Specification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is chosen before the answers are judged. It begins with what the command line chooses by itself. */
final class JudgeSetupPane extends VBox {

    private final Map<String, Integer> answered;
    private final ComboBox<Optional<String>> baseline;
    private final ComboBox<Integer> scale = new Choice<>("Scale of a criterion", top -> "1 to " + top);
    private final Label plan = new Label();

    /**
     * @param answered the number of queries that each subject has answered
     * @param start told what was chosen
     */
    JudgeSetupPane(Map<String, Integer> answered, Consumer<Pc2Setup> start) {
        this.answered = answered;
        getStyleClass().add("overview-setup");
        getStylesheets().add(OverviewView.stylesheet());
        Label title = new Label("Judge by PC2");
        title.getStyleClass().add("panel-title");
        Label about = words("Per query, criteria are found by comparing three auxiliary answers; the baseline is scored by them first, then every other answer beside it.");
        Pc2Setup usual = Pc2Setup.usual();
        baseline = new Choice<>("Baseline", chosen -> chosen.orElseGet(() -> "drawn: " + usual.specification(answered).baseline()));
        baseline.getItems().add(Optional.empty());
        answered.keySet().stream().sorted().map(Optional::of).forEach(baseline.getItems()::add);
        baseline.setValue(usual.baseline());
        scale.getItems().setAll(Pc2Setup.SCALES);
        scale.setValue(usual.scale());
        List.of(baseline, scale).forEach(box -> box.setMaxWidth(Double.MAX_VALUE));
        baseline.valueProperty().subscribe(this::describe);
        scale.valueProperty().subscribe(this::describe);
        describe();
        Wrapping.on(plan);
        plan.setMinHeight(Region.USE_PREF_SIZE);
        Button begin = new Button("Start judging");
        begin.getStyleClass().add("accent");
        begin.setOnAction(event -> start.accept(setup()));
        getChildren().setAll(
                title, about, field(baseline), field(scale), plan, new HBox(begin), words(LocalEngineNote.text()));
    }

    private Pc2Setup setup() {
        return Pc2Setup.usual().against(baseline.getValue()).on(scale.getValue());
    }

    private void describe() {
        if (baseline.getValue() == null || scale.getValue() == null) {
            return;
        }
        Pc2Specification specification = setup().specification(answered);
        int answers = specification.subjects().stream().mapToInt(subject -> answered.getOrDefault(subject, 0)).sum();
        plan.setText(String.format(
                Locale.ROOT, "%,d answers of %,d subjects. Auxiliaries: %s. Seed %d.",
                answers, specification.subjects().size(), String.join(", ", specification.auxiliaries()), specification.seed()));
    }

    private static Node field(ComboBox<?> box) {
        Label label = new Label(box.getAccessibleText());
        label.getStyleClass().addAll("secondary", "medium");
        label.setLabelFor(box);
        VBox field = new VBox(label, box);
        field.getStyleClass().add("overview-field");
        return field;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        Wrapping.on(label);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("secondary");
        return label;
    }
}
