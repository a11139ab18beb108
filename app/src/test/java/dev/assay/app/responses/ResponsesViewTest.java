package dev.assay.app.responses;

import static dev.assay.app.testing.Bench.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.testing.Nameless;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.WebAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponsesViewTest {

    private static final Place START = Place.of(ViewId.RESPONSES);
    private static final List<String> SUBJECTS = List.of(SmallStudy.BASELINE, "gamma-secret", "omega-secret");

    private SmallStudy small;
    private Bench bench;

    @BeforeEach
    void makeStudy(@TempDir Path folder) {
        small = new SmallStudy(folder);
        String first = small.query("Find the bug in this code.");
        String second = small.query("Write a poem about rivers.");
        small.scored(first, SmallStudy.BASELINE, 0, "The colon is missing.", 4, 4, "names \"the colon\"")
                .scored(first, "gamma-secret", 0, "The **colon** is missing after the call.", 5, 4, "names \"colon is missing\"")
                .failed(first, "omega-secret", "Everything is fine.", "the judge gave no JSON")
                .scored(second, SmallStudy.BASELINE, 0, "Water.", 3, 3, "flows")
                .scored(second, "omega-secret", 0, "Rivers run.", 4, 3, "flows");
        bench = new Bench(small.study());
    }

    @AfterEach
    void close() {
        bench.close();
        small.close();
    }

    private ResponsesView open() {
        return bench.show(ResponsesView::new, START, 980, 800);
    }

    private Node cell(ResponsesView view, String subject, int criterion) {
        return view.node().lookupAll(".responses-cell").stream()
                .filter(node -> new Cell(subject, criterion).equals(node.getUserData()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPersonReadsWhyAnAnswerHasItsScoreByMouse() {
        ResponsesView view = open();
        bench.robot().clickOn(onFx(() -> cell(view, "gamma-secret", 0)));
        bench.settle();
        assertThat(texts(view)).contains("gamma-secret · Finds the bug", "in the answer, characters 7–24", "1–5; in profiles times 100");
        assertThat(onFx(() -> view.node().lookupAll(".text-quote-mark"))).isNotEmpty();
        bench.pictures("responses-reason");
        bench.robot().clickOn(onFx(() -> named(view, "Close the reason")));
        bench.settle();
        bench.robot().clickOn(onFx(() -> cell(view, "omega-secret", 1)));
        bench.settle();
        assertThat(texts(view)).contains("No score", "the judge gave no JSON");
        bench.robot().clickOn(onFx(() -> named(view, "Next query")));
        bench.settle();
        assertThat(texts(view)).contains("Query 2").doesNotContain("No score");
    }

    @Test
    void aPersonReadsWhyAnAnswerHasItsScoreByKeyboardAlone() {
        ResponsesView view = open();
        bench.robot().type(KeyCode.J);
        bench.settle();
        assertThat(texts(view)).contains("Query 2");
        bench.robot().type(KeyCode.K);
        bench.settle();
        bench.robot().type(KeyCode.C).type(KeyCode.DOWN);
        bench.robot().type(KeyCode.RIGHT);
        bench.settle();
        assertThat(onFx(() -> view.model().cell().get())).contains(new Cell("gamma-secret", 0));
        assertThat(texts(view)).contains("gamma-secret · Finds the bug");
        bench.robot().type(KeyCode.DOWN);
        bench.settle();
        assertThat(texts(view)).contains("gamma-secret · Explains it", "says so");
        bench.robot().type(KeyCode.ESCAPE);
        bench.settle();
        assertThat(onFx(() -> view.model().cell().get())).isEmpty();
        bench.robot().type(KeyCode.DIGIT3);
        bench.robot().press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        bench.robot().press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("Everything is fine.");
    }

    @Test
    void scoresStandInTheColumnsOfTheirAnswers() {
        ResponsesView view = open();
        for (int i = 0; i < SUBJECTS.size(); i++) {
            int place = i;
            Bounds answer = onFx(() -> bounds(columns(view).get(place)));
            Bounds score = onFx(() -> bounds(cell(view, SUBJECTS.get(place), 1)));
            assertThat(score.getMinX()).isEqualTo(answer.getMinX());
            assertThat(score.getWidth()).isEqualTo(answer.getWidth());
        }
    }

    @Test
    void aLinkToASubjectBringsItsAnswerIntoView() {
        ResponsesView view = bench.show(ResponsesView::new, START, 480, 800);
        Bounds seen = onFx(() -> bounds(view.node()));
        assertThat(onFx(() -> bounds(columns(view).getLast())).getMaxX()).isGreaterThan(seen.getMaxX());
        Place link = view.model().place().get().with(Place.SUBJECT, "omega-secret");
        onFx(() -> {
            view.show(link);
            return true;
        });
        bench.settle();
        Bounds wanted = onFx(() -> bounds(columns(view).getLast()));
        assertThat(wanted.getMinX()).isBetween(seen.getMinX(), seen.getMaxX());
        assertThat(wanted.getMaxX()).isLessThanOrEqualTo(seen.getMaxX() + 1);
    }

    @Test
    void aLinkInAnAnswerIsOpenedOnlyAfterAYes() {
        String query = small.query("Where is it written?");
        small.scored(query, SmallStudy.BASELINE, 0, "[example.org](https://evil.example/login)", 3, 3, "says so")
                .scored(query, "gamma-secret", 0, "[the file](file:///etc/passwd)", 3, 3, "says so");
        bench.show(ResponsesView::new, START.with(Place.QUERY, query), 980, 800);
        bench.dialogs().refuse();
        bench.robot().clickOn("example.org");
        bench.settle();
        assertThat(bench.dialogs().said()).last().isEqualTo("Open https://evil.example/login?");
        assertThat(bench.dialogs().opened()).isEmpty();
        bench.dialogs().agree();
        bench.robot().clickOn("example.org");
        bench.settle();
        assertThat(bench.dialogs().opened()).extracting(WebAddress::host).containsExactly("evil.example");
        bench.robot().clickOn("the file");
        bench.settle();
        assertThat(bench.dialogs().opened()).as("only pages of the web are opened").hasSize(1);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("file:///etc/passwd");
    }

    @Test
    void aColumnIsMovedByDraggingItsHeader() {
        ResponsesView view = open();
        Bounds header = onFx(() -> bounds(columns(view).getFirst().lookup(".responses-answer-header")));
        Bounds last = onFx(() -> bounds(columns(view).getLast()));
        bench.robot().drag(header.getMinX() + 120, header.getMaxY() - 6, MouseButton.PRIMARY).dropTo(last.getMaxX() - 4, header.getMaxY() - 6);
        bench.settle();
        assertThat(onFx(() -> view.model().columns().get())).extracting(Column::name)
                .containsExactly("gamma-secret", "omega-secret", SmallStudy.BASELINE);
    }

    @Test
    void columnsAreArrangedComparedAndCopiedByKeyboardAlone() {
        ResponsesView view = open();
        bench.robot().type(KeyCode.H);
        bench.settle();
        assertThat(names(view)).as("the keyboard is in no column").containsExactlyElementsOf(SUBJECTS);
        bench.robot().type(KeyCode.DIGIT3);
        bench.robot().press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.SHIFT, KeyCode.ALT);
        bench.settle();
        assertThat(names(view)).containsExactly(SUBJECTS.get(0), SUBJECTS.get(2), SUBJECTS.get(1));
        bench.robot().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).as("it went with its column").isEqualTo("Everything is fine.");
        bench.robot().type(KeyCode.D);
        bench.settle();
        assertThat(onFx(() -> view.model().reference().get())).contains("omega-secret");
        bench.robot().type(KeyCode.P);
        bench.settle();
        assertThat(onFx(() -> view.model().columns().get().getFirst())).returns("omega-secret", Column::subject).returns(true, Column::pinned);
        bench.pictures("responses-current");
        bench.robot().type(KeyCode.DIGIT2).type(KeyCode.H);
        bench.settle();
        assertThat(names(view)).containsExactly("omega-secret", "gamma-secret");
    }

    @Test
    void whileNamesAreHiddenTheTrueOrderIsNotRearranged() {
        ResponsesView view = open();
        bench.robot().type(KeyCode.B);
        bench.settle();
        Bounds header = onFx(() -> bounds(columns(view).getFirst().lookup(".responses-answer-header")));
        Bounds last = onFx(() -> bounds(columns(view).getLast()));
        bench.robot().drag(header.getMinX() + 120, header.getMaxY() - 6, MouseButton.PRIMARY).moveTo(last.getMaxX() - 4, header.getMaxY() - 6);
        assertThat(onFx(() -> view.node().lookup(".responses-drop").isVisible())).isFalse();
        bench.robot().drop();
        bench.robot().type(KeyCode.DIGIT2).type(KeyCode.H).type(KeyCode.P);
        bench.robot().press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.SHIFT, KeyCode.ALT);
        bench.settle();
        bench.robot().clickOn("Reveal");
        bench.settle();
        assertThat(names(view)).containsExactlyElementsOf(SUBJECTS);
        assertThat(bench.settings().recall("responses.columns.order")).isEmpty();
    }

    private static List<String> names(ResponsesView view) {
        return onFx(() -> view.model().columns().get().stream().map(Column::name).toList());
    }

    @Test
    void howFarLongTextsAreComparedIsSaidWhereItIsSeen() {
        String query = small.query("Tell me a long story.");
        small.answer(query, "gamma-secret", 0, "one ".repeat(2_990) + "\n\n" + "two ".repeat(200))
                .answer(query, "omega-secret", 0, "one ".repeat(100));
        ResponsesView view = bench.show(ResponsesView::new, START.with(Place.QUERY, query), 980, 800);
        assertThat(texts(view)).noneMatch(text -> text.startsWith("Compared up to the bar"));
        onFx(() -> {
            view.model().reference().set(Optional.of("omega-secret"));
            return true;
        });
        bench.settle();
        assertThat(onFx(() -> view.node().lookupAll(".text-limit"))).hasSize(1);
        onFx(() -> {
            columns(view).getFirst().lookupAll(".responses-scroll").forEach(node -> ((ScrollPane) node).setVvalue(1));
            return true;
        });
        bench.pictures("responses-limit");
        onFx(() -> {
            view.model().reference().set(Optional.empty());
            return true;
        });
        bench.settle();
        assertThat(texts(view)).noneMatch(text -> text.startsWith("Compared up to the bar"));
    }

    @Test
    void answersEnterTheSceneWhenTheyComeNearToWhatIsSeen() {
        String query = small.query("What do seventeen say?");
        for (int subject = 10; subject < 27; subject++) {
            small.answer(query, "subject-" + subject, 0, "Answer " + subject + ".");
        }
        ResponsesView view = bench.show(ResponsesView::new, START.with(Place.QUERY, query), 980, 800);
        assertThat(texts(view)).contains("subject-10", "Answer 10.").doesNotContain("subject-18", "subject-26");
        bench.robot().type(KeyCode.DIGIT9);
        bench.settle();
        assertThat(texts(view)).contains("subject-18", "Answer 18.").doesNotContain("subject-26");
        onFx(() -> {
            ((ScrollPane) view.node().lookup(".responses-columns")).setHvalue(1);
            return true;
        });
        bench.settle();
        assertThat(texts(view)).contains("subject-26", "Answer 26.");
    }

    @Test
    void whileNamesAreHiddenNothingTellsThem() {
        ResponsesView view = open();
        bench.robot().clickOn(onFx(() -> cell(view, "gamma-secret", 0)));
        bench.settle();
        onFx(() -> {
            view.model().reference().set(Optional.of("gamma-secret"));
            return true;
        });
        bench.robot().type(KeyCode.B);
        bench.settle();
        assertThat(everything(view)).contains("A", "B", "C");
        assertThat(everything(view).stream().filter(text -> text.contains("secret") || text.contains(SmallStudy.BASELINE))).isEmpty();
        assertThat(texts(view)).noneMatch(text -> text.matches("\\d\\.\\d\\d") || text.equals("failed"));
        assertThat(onFx(() -> bench.workbench().details().content().get())).isEmpty();
        assertThat(onFx(() -> view.subtitle().orElseThrow().getValue())).isEqualTo("Query 1");
        bench.pictures("responses-blind");
        bench.robot().type(KeyCode.DIGIT1);
        bench.robot().press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        bench.robot().press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).doesNotContain("secret").doesNotContain(SmallStudy.BASELINE);
        bench.robot().clickOn("Reveal");
        bench.settle();
        assertThat(texts(view)).contains("gamma-secret");
    }

    @Test
    void whatAColumnCanDoWhileNamesAreHiddenTellsNoName() {
        ResponsesView view = open();
        bench.robot().type(KeyCode.B);
        bench.settle();
        Column column = onFx(() -> view.model().columns().get().getFirst());
        List<String> items = onFx(() -> new ColumnCommands(view.model()).menu(column).getItems().stream().map(MenuItem::getText).toList());
        assertThat(items).containsExactly("Mark where others differ from it", "Copy the answer");
    }

    @Test
    void everyControlHasANameForThoseWhoDoNotSeeIt() {
        ResponsesView view = open();
        assertThat(onFx(() -> Nameless.in(view.node()))).isEmpty();
    }

    private static List<Region> columns(ResponsesView view) {
        return view.node().lookupAll(".responses-answer").stream()
                .map(Region.class::cast)
                .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
                .toList();
    }

    private static Bounds bounds(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private static Node named(ResponsesView view, String name) {
        return nodes(view.node()).filter(node -> name.equals(node.getAccessibleText())).findFirst().orElseThrow();
    }

    private List<String> texts(ResponsesView view) {
        return onFx(() -> nodes(view.node())
                .filter(ResponsesViewTest::isShown)
                .flatMap(node -> node instanceof Labeled labeled ? Stream.of(labeled.getText()) : node instanceof Text text ? Stream.of(text.getText()) : Stream.of())
                .toList());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** All words that nodes carry: texts, tooltips, accessible texts, menus, also of what is not visible. */
    private List<String> everything(ResponsesView view) {
        return onFx(() -> {
            List<String> all = new ArrayList<>();
            nodes(view.node()).forEach(node -> {
                if (node instanceof Labeled labeled) {
                    all.add(labeled.getText());
                }
                if (node instanceof Text text) {
                    all.add(text.getText());
                }
                if (node instanceof Control control && control.getTooltip() != null) {
                    all.add(control.getTooltip().getText());
                }
                if (node instanceof MenuButton menu) {
                    menu.getItems().forEach(item -> all.add(item.getText()));
                }
                all.add(node.getAccessibleText());
                all.add(node.getAccessibleHelp());
            });
            return all.stream().map(text -> text == null ? "" : text).toList();
        });
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ResponsesViewTest::nodes))
                : Stream.of(node);
    }
}
