package dev.assay.app.responses;

import dev.assay.app.text.Document;
import dev.assay.app.text.DocumentView;
import dev.assay.app.text.Mark;
import dev.assay.app.text.Quotation;
import dev.assay.judges.Criterion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why the chosen answer has its score on the chosen criterion, and where that is to be seen in the answer. */
final class ReasonPane extends VBox {

    /** Width in em: 336 pixels at the usual size of text. */
    static final double WIDTH = 25.85;

    private final ResponsesModel model;
    private final Executor later;
    private final Consumer<String> openLink;
    private final ShowQuote showQuote;
    private final VBox content = new VBox(12);
    private final Label title = new Label("Reason");
    private final Label about = new Label();
    private final Button close = new Button("", new FontIcon(Feather.X));

    /** Scrolls an answer to a place. */
    interface ShowQuote {
        void at(String subject, int turn, int offset);
    }

    ReasonPane(ResponsesModel model, Executor later, Consumer<String> openLink, ShowQuote showQuote) {
        this.model = model;
        this.later = later;
        this.openLink = openLink;
        this.showQuote = showQuote;
        getStyleClass().add("responses-reason");
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("secondary");
        about.setMinWidth(0);
        close.getStyleClass().addAll("icon-button", "responses-menu");
        close.setAccessibleText("Close the reason");
        close.setTooltip(new Tooltip("Close (Esc)"));
        close.setOnAction(event -> model.cell().set(Optional.empty()));
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, title, about, close);
        head.getStyleClass().add("responses-reason-head");
        content.getStyleClass().add("responses-reason-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("responses-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        managedProperty().bind(visibleProperty());
        model.evidence().subscribe(evidence -> {
            setVisible(evidence.isPresent());
            evidence.ifPresentOrElse(this::show, this::clear);
        });
    }

    /** Nothing of a name stays behind, not even unseen. */
    private void clear() {
        about.setText("");
        about.setTooltip(null);
        content.getChildren().clear();
    }

    private void show(Evidence evidence) {
        Optional<Sheet> sheet = model.sheet().get();
        Optional<Column> column = model.columns().get().stream()
                .filter(one -> one.subject().equals(evidence.cell().subject()))
                .findFirst();
        if (sheet.isEmpty() || column.isEmpty()) {
            return;
        }
        List<Criterion> criteria = sheet.get().criteria();
        Optional<Criterion> criterion = evidence.cell().criterion() < criteria.size()
                ? Optional.of(criteria.get(evidence.cell().criterion()))
                : Optional.empty();
        String what = criterion.map(Criterion::name).orElse("Mean");
        title.setText(evidence.failed() ? "No score" : "Reason");
        about.setText(column.get().name() + " · " + what);
        about.setTooltip(new Tooltip(column.get().name() + " · " + what));
        content.getChildren().clear();
        score(sheet.get(), column.get(), evidence).ifPresent(content.getChildren()::add);
        String reason = reason(evidence, criteria.size());
        if (evidence.failed()) {
            Label failed = AnswerHeader.chip("failed", "failed");
            failed.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            content.getChildren().add(failed);
        }
        if (!reason.isEmpty()) {
            content.getChildren().add(text(Document.plain(reason)));
        }
        evidence.quotes().forEach(quote -> content.getChildren().add(quote(evidence, quote)));
        criterion.ifPresent(one -> content.getChildren().add(criterion(one)));
        if (column.get().answer().replicates().size() > 1) {
            content.getChildren().add(replicates(column.get()));
        }
    }

    private static String reason(Evidence evidence, int criteria) {
        if (!evidence.reason().isBlank()) {
            return evidence.reason();
        }
        return evidence.cell().criterion() >= criteria && criteria > 0
                ? "The mean of the " + criteria + " criteria, each with its weight. Choose one of them for its reason."
                : "The judge gave no reason.";
    }

    private Optional<Node> score(Sheet sheet, Column column, Evidence evidence) {
        return sheet.run().flatMap(run -> {
            Comparison comparison = new Comparison(sheet, run);
            int at = evidence.cell().criterion();
            Optional<Comparison.Shown> shown = at < sheet.criteria().size()
                    ? comparison.criterion(column.answer(), column.replicate(), at)
                    : comparison.total(column.answer(), column.replicate());
            return shown.map(score -> {
                Label number = new Label(run.print(score.score()));
                number.getStyleClass().add("strong");
                AnswerHeader.tint(number, score.verdict());
                StringBuilder words = new StringBuilder("of ").append(run.print(run.high()));
                score.baseline().ifPresent(baseline -> words.append(", baseline ").append(run.print(baseline)));
                score.interval().ifPresent(interval ->
                        words.append(", mean in [%s, %s]".formatted(run.print(interval.low()), run.print(interval.high()))));
                Label of = new Label(words.toString());
                of.getStyleClass().add("secondary");
                HBox line = new HBox(6, number, of);
                line.getStyleClass().add("responses-header-line");
                return line;
            });
        });
    }

    private DocumentView text(Document document) {
        DocumentView view = new DocumentView(later, openLink);
        view.show(document);
        return view;
    }

    private Node quote(Evidence evidence, Evidence.Quote quote) {
        VBox box = new VBox(4, text(Document.plain("“" + quote.text() + "”")));
        box.getStyleClass().add("responses-quote");
        if (quote.found().isPresent()) {
            Hyperlink show = new Hyperlink("in the answer, characters %,d–%,d".formatted(quote.found().get().start() + 1, quote.found().get().end()));
            show.setGraphic(new FontIcon(Feather.CHECK));
            show.getStyleClass().addAll("link", "responses-found");
            show.setOnAction(event -> show(evidence, quote));
            box.getChildren().add(show);
        } else {
            Label missing = new Label("not in the answer in these words");
            missing.getStyleClass().add("secondary");
            box.getChildren().add(missing);
            box.getStyleClass().add("responses-quote-missing");
        }
        return box;
    }

    private void show(Evidence evidence, Evidence.Quote quote) {
        model.columns().get().stream()
                .filter(column -> column.subject().equals(evidence.cell().subject()))
                .findFirst()
                .ifPresent(column -> {
                    Document document = column.chosen().turns().get(quote.turn()).document();
                    List<Mark> marks = Quotation.marks(document, List.of(quote.text()), Mark.Kind.QUOTE);
                    if (!marks.isEmpty()) {
                        showQuote.at(column.subject(), quote.turn(), marks.getFirst().start());
                    }
                });
    }

    private Node criterion(Criterion criterion) {
        Label name = new Label("Criterion, weight " + criterion.weight());
        name.getStyleClass().add("secondary");
        VBox box = new VBox(2, name, text(Document.plain(criterion.description())));
        box.getStyleClass().add("responses-reason-criterion");
        return box;
    }

    private Node replicates(Column column) {
        HBox line = new HBox(6);
        line.getStyleClass().add("responses-header-line");
        Label label = new Label("Other answers:");
        label.getStyleClass().add("secondary");
        line.getChildren().add(label);
        for (Answer.Replicate replicate : column.answer().replicates()) {
            if (replicate.number() != column.replicate()) {
                Hyperlink link = new Hyperlink(String.valueOf(column.answer().replicates().indexOf(replicate) + 1));
                link.getStyleClass().add("link");
                link.setOnAction(event -> model.chooseReplicate(column.subject(), replicate.number()));
                line.getChildren().add(link);
            }
        }
        return line;
    }
}
