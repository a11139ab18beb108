package dev.assay.app.responses;

import dev.assay.app.controls.KeptDivider;
import dev.assay.app.text.Manuscript;
import dev.assay.app.text.Mark;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OneAtATime;
import dev.assay.app.workbench.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.text.Font;

/** The answers and below them their scores, in one area that scrolls to the side, so that both always stand in the same columns. */
final class ColumnsArea extends ScrollPane {

    /** Of both, for the grid. */
    private static final double USUALLY_MOST_OF_HEIGHT = 0.5;

    private final ResponsesModel model;
    private final Background background;
    private final Executor later;
    private final Consumer<String> openLink;
    private final ColumnCommands commands;
    private final AnswersRow answers;
    private final CriteriaGrid criteria;
    private final SplitPane split = new SplitPane();
    private final List<AnswerColumn> nodes = new ArrayList<>();
    private double em = Font.getDefault().getSize();
    private final KeptDivider divider;
    private int generation;
    private double gridHeight;

    ColumnsArea(ResponsesModel model, Background background, Settings settings, Executor later, Consumer<String> openLink) {
        this.model = model;
        this.background = background;
        this.openLink = openLink;
        this.later = later;
        commands = new ColumnCommands(model);
        answers = new AnswersRow(
                model.inStep(),
                () -> !model.concealed().get(),
                (from, before) -> model.move(model.columns().get().get(from).subject(), before),
                new OneAtATime(background));
        criteria = new CriteriaGrid(cell -> model.cell().set(Optional.of(cell)), later);
        getStyleClass().add("responses-columns");
        split.getStyleClass().add("responses-split");
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(answers);
        setContent(split);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        viewportBoundsProperty().subscribe(this::fit);
        hvalueProperty().subscribe(this::keepPinned);
        split.widthProperty().subscribe(this::keepPinned);
        divider = new KeptDivider(split, criteria, settings, "responses.grid.height", () -> Math.min(gridHeight, USUALLY_MOST_OF_HEIGHT * split.getHeight()));
        model.columns().subscribe(this::showColumns);
        model.differences().subscribe(this::mark);
        model.evidence().subscribe(this::showEvidence);
        model.cell().subscribe(criteria::setChosen);
        model.reference().subscribe(this::showHeaders);
        model.current().subscribe(this::showCurrent);
        model.cell().subscribe(cell -> cell.ifPresent(at -> model.current().set(place(at.subject()))));
        model.place().subscribe(() -> later.execute(() -> model.wantedColumn().ifPresent(this::bring)));
    }

    /** Size of text in pixels. */
    void setEm(double size) {
        em = size;
        fit();
    }

    List<Action> actions(String group) {
        return commands.actions(group);
    }

    AnswersRow answers() {
        return answers;
    }

    CriteriaGrid criteria() {
        return criteria;
    }

    /** Scrolls to a column, by its place, and gives it the keyboard. */
    void jumpTo(int place) {
        if (place < model.columns().get().size()) {
            bring(place);
            answers.bringIn(place);
            nodes.get(place).focusTarget().requestFocus();
        }
    }

    /** Scrolls to a column, by its place. */
    private void bring(int place) {
        if (place < nodes.size()) {
            double[] edges = ColumnEdges.of(split.getWidth(), model.columns().get().size());
            double room = split.getWidth() - getViewportBounds().getWidth();
            if (room > 0) {
                setHvalue(Math.clamp(edges[place] / room, 0, 1));
            }
        }
    }

    private void fit() {
        double width = Math.max(getViewportBounds().getWidth(), ColumnEdges.needed(model.columns().get().size(), em));
        split.setMinWidth(width);
        split.setPrefWidth(width);
        split.setMaxWidth(width);
        keepPinned();
    }

    private void keepPinned() {
        double seen = getViewportBounds().getWidth();
        double offset = Math.rint(getHvalue() * Math.max(0, split.getWidth() - seen));
        List<Column> columns = model.columns().get();
        for (int i = 0; i < nodes.size() && i < columns.size(); i++) {
            nodes.get(i).setTranslateX(columns.get(i).pinned() ? offset : 0);
            nodes.get(i).setViewOrder(columns.get(i).pinned() ? -1 : 0);
        }
        answers.setSeen(offset, offset + seen);
        criteria.setScrolled(offset, seen);
    }

    private void showColumns() {
        List<Column> columns = model.columns().get();
        while (nodes.size() < columns.size()) {
            nodes.add(newColumn(nodes.size()));
        }
        answers.setColumns(nodes.subList(0, columns.size()));
        showHeaders();
        showCriteria(columns);
        fit();
    }

    private AnswerColumn newColumn(int place) {
        AnswerColumn column = new AnswerColumn(commands, later, openLink, (turn, manuscript) -> lengthen(place, turn, manuscript));
        column.focusWithinProperty().subscribe(isWithin -> {
            if (isWithin) {
                model.current().set(place);
            }
        });
        return column;
    }

    private void showCurrent() {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).setCurrent(i == model.current().get());
        }
    }

    private void lengthen(int place, int turn, Manuscript manuscript) {
        String subject = model.columns().get().get(place).subject();
        background.run(manuscript::further, longer -> model.lengthen(subject, turn, longer));
    }

    private void showHeaders() {
        Optional<Sheet> sheet = model.sheet().get();
        Optional<JudgingRun> run = sheet.flatMap(Sheet::run);
        Optional<Comparison> comparison = sheet.flatMap(shown -> run.map(one -> new Comparison(shown, one)));
        List<Column> columns = model.columns().get();
        int mine = ++generation;
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            later.execute(() -> {
                if (mine == generation) {
                    nodes.get(place).show(columns.get(place), comparison, run, model.concealed().get());
                    markColumn(place);
                }
            });
        }
    }

    private void showCriteria(List<Column> columns) {
        Optional<Sheet> sheet = model.sheet().get();
        Optional<JudgingRun> run = sheet.flatMap(Sheet::run);
        boolean shown = run.isPresent() && !model.concealed().get() && !columns.isEmpty();
        if (shown) {
            criteria.show(sheet.get(), columns, new Comparison(sheet.get(), run.get()), run.get());
        }
        if (shown && !split.getItems().contains(criteria)) {
            split.getItems().add(criteria);
        } else if (!shown) {
            split.getItems().remove(criteria);
        }
        if (shown) {
            fitGrid(sheet.get());
        }
    }

    /** The grid takes what it needs, but no more than about 240 pixels, until the person gives it another height. */
    private void fitGrid(Sheet sheet) {
        double needed = sheet.criteria().isEmpty() ? 4.2 * em : Math.min(sheet.criteria().size() * 3.4 + 4, 18.5) * em;
        criteria.setMinHeight(Math.min(needed, 7.5 * em));
        criteria.setMaxHeight(sheet.criteria().isEmpty() ? needed : Double.MAX_VALUE);
        gridHeight = needed;
        later.execute(divider::place);
    }

    private void mark() {
        for (int i = 0; i < model.columns().get().size(); i++) {
            markColumn(i);
        }
    }

    private void markColumn(int place) {
        String subject = model.columns().get().get(place).subject();
        List<List<Mark>> differing = model.differences().get().getOrDefault(subject, List.of());
        List<List<Mark>> quoted = model.evidence().get()
                .filter(one -> one.cell().subject().equals(subject))
                .map(Evidence::marks)
                .orElse(List.of());
        nodes.get(place).setMarks(together(differing, quoted));
    }

    private static List<List<Mark>> together(List<List<Mark>> some, List<List<Mark>> others) {
        List<List<Mark>> all = new ArrayList<>();
        for (int turn = 0; turn < Math.max(some.size(), others.size()); turn++) {
            List<Mark> marks = new ArrayList<>(turn < some.size() ? some.get(turn) : List.of());
            marks.addAll(turn < others.size() ? others.get(turn) : List.of());
            all.add(marks);
        }
        return all;
    }

    private void showEvidence() {
        mark();
        model.evidence().get().ifPresent(evidence -> {
            List<List<Mark>> marks = evidence.marks();
            for (int turn = 0; turn < marks.size(); turn++) {
                if (!marks.get(turn).isEmpty()) {
                    scrollTo(evidence.cell().subject(), turn, marks.get(turn).getFirst().start());
                    return;
                }
            }
        });
    }

    /** Scrolls the answer of a subject to a place in it. */
    void scrollTo(String subject, int turn, int offset) {
        int place = place(subject);
        if (place >= 0) {
            nodes.get(place).scrollTo(turn, offset);
        }
    }

    /** −1 if the subject has no column. */
    private int place(String subject) {
        return model.columns().get().stream().map(Column::subject).toList().indexOf(subject);
    }
}
