package dev.assay.app.queries;

import dev.assay.app.queries.QueryDetails.Answer;
import dev.assay.app.text.DocumentView;
import dev.assay.app.text.Manuscript;
import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Background;
import dev.assay.datasets.Counted;
import dev.assay.taxonomy.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One query in full: its text, where it stands, who answered it. */
final class QueryDetailsPane extends VBox {

    /** What can be done from here. */
    interface Uses {
        void addTag(Node node);

        void removeTag(Node node);

        void openAnswers(Optional<String> subject);

        void openLink(String address);

        void leave();
    }

    private final Background background;
    private final Uses uses;
    private final boolean writable;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final TagChips tags;
    private final TagField tagField;
    private final VBox turns = new VBox(12);
    private final VBox flags = new VBox(4);
    private final VBox answers = new VBox(2);
    private final Label answersTitle = sectionTitle("Answers");
    private final Label ids = new Label();
    private Optional<String> shownId = Optional.empty();

    QueryDetailsPane(QueriesModel model, Background background, Uses uses) {
        this.background = background;
        this.uses = uses;
        writable = model.writable();
        tagField = new TagField(model::taxonomy, uses::addTag, uses::leave);
        tags = new TagChips(uses::removeTag, () -> tagField.field().requestFocus());
        getStyleClass().add("query-details");
        setMinWidth(0);
        getStylesheets().addAll(DocumentView.stylesheet(), QueriesView.STYLESHEET);
        title.getStyleClass().add("panel-title");
        facts.getStyleClass().add("secondary");
        Wrapping.on(facts);
        ids.getStyleClass().addAll("code", "muted");
        Wrapping.on(ids);
        VBox tagging = new VBox(8, sectionTitle("Categories"), tags);
        if (writable) {
            tagging.getChildren().add(tagField);
        }
        VBox answered = new VBox(4, answersTitle, answers);
        getChildren().addAll(new VBox(2, title, facts), flags, tagging, turns, answered, ids);
        model.details().subscribe(query -> query.ifPresent(this::show));
    }

    TagField tagField() {
        return tagField;
    }

    TagChips tags() {
        return tags;
    }

    private void show(QueryDetails query) {
        boolean isOther = !shownId.equals(Optional.of(query.row().id()));
        shownId = Optional.of(query.row().id());
        title.setText("Query %,d".formatted(query.row().number()));
        facts.setText(facts(query));
        tags.show(query.tags(), writable);
        answers.getChildren().setAll(query.answers().stream().map(this::answer).toList());
        answersTitle.setText(query.answers().isEmpty() ? "No answers yet" : query.answers().size() == 1 ? "One subject answered" : "%,d subjects answered".formatted(query.answers().size()));
        flags.getChildren().setAll(query.row().flags().stream().sorted().map(flag -> remark(QueryFlags.sentence(flag))).toList());
        flags.setManaged(!query.row().flags().isEmpty());
        ids.setText(query.row().externalId().map(id -> id + "\n").orElse("") + query.row().id());
        if (isOther) {
            turns.getChildren().setAll(turns(query.turns()));
            scrollToTop();
        }
    }

    private static String facts(QueryDetails query) {
        List<String> facts = new ArrayList<>();
        if (!query.row().source().isEmpty()) {
            facts.add(query.row().source());
        }
        facts.add(Counted.of(query.row().length(), "character"));
        if (query.row().followUps() > 0) {
            facts.add(query.row().followUps() + 1 + " turns");
        }
        return String.join(" · ", facts);
    }

    private List<VBox> turns(List<Manuscript> texts) {
        List<VBox> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            DocumentView view = new DocumentView(background::onScreen, uses::openLink);
            show(view, texts.get(i));
            VBox turn = new VBox(4, view);
            if (texts.size() > 1) {
                turn.getChildren().addFirst(sectionTitle("Turn " + (i + 1)));
            }
            all.add(turn);
        }
        return all;
    }

    private void show(DocumentView view, Manuscript text) {
        view.show(text, shown -> more(view, shown));
    }

    private void more(DocumentView view, Manuscript shown) {
        background.run(shown::further, further -> view.showFurther(further, next -> more(view, next)));
    }

    private HBox answer(Answer answer) {
        Hyperlink subject = new Hyperlink(answer.subject());
        subject.getStyleClass().add("link");
        subject.setMinWidth(0);
        subject.setOnAction(event -> uses.openAnswers(Optional.of(answer.subject())));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Label fact = new Label(answer.answers() > 1 ? answer.answers() + " answers" : "");
        answer.score().ifPresent(score -> fact.setText(fact.getText().isEmpty() ? score : fact.getText() + ", " + score));
        fact.getStyleClass().add("secondary");
        fact.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, subject, between, fact);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label remark(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().addAll("secondary", "callout");
        Wrapping.on(label);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Label sectionTitle(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    /** The pane scrolls as a whole; another query begins at its beginning. */
    private void scrollToTop() {
        for (javafx.scene.Node at = getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                pane.setVvalue(0);
                return;
            }
        }
    }
}
