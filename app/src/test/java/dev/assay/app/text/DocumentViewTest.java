package dev.assay.app.text;

import static dev.assay.app.testing.Bench.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.platform.Picture;
import dev.assay.app.testing.ThemePictures;
import dev.assay.app.testing.Toolkit;
import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class DocumentViewTest {

    private static final String EXAMPLE = """
            Here is the corrected code, *with some slanted words*, **bold ones** and ~~old ones~~:

            ```python
            for i in range(10):  # ten times
                print("Answer is:")
            ```

            ## What was wrong
            1. **Missing colon.** The `for` line must end with `:`
            2. **Missing quotes.** `Answer is:` is text, so it has to be a string.
               - nested
                 > quoted in it
            - [x] done
            - [ ] open

            > A quote of some length that should wrap at the end of the line and go on below.

            | name | value | remark |
            |:-----|------:|:------:|
            | one | 1.50 | the first of them |
            | two | 22.75 | `code` |

            See [the page](http://example.test/page), ![a picture](http://example.test/p.png), <b>raw</b> and \\(a_1 \\le b\\).

            漢字とかなの文、and 한국어 문장 in one line, with emoji 😀.

            שלום, this paragraph runs from right to left.

            ---
            The end.
            """;

    private final FxRobot robot = new FxRobot();
    private final List<String> opened = new ArrayList<>();
    private final Settings settings = onFx(Settings::new);
    private Stage stage = onFx(Stage::new);
    private DocumentView view = onFx(() -> new DocumentView(Platform::runLater, opened::add));

    @BeforeEach
    void open() {
        Toolkit.start();
        onFx(() -> {
            settings.scheme().set(Scheme.LIGHT);
            VBox box = new VBox(view);
            box.setStyle("-fx-padding: 16;");
            ScrollPane pane = new ScrollPane(box);
            pane.setFitToWidth(true);
            Scene scene = new Scene(pane, 420, 860);
            new Appearance(settings).dress(scene);
            box.getStylesheets().add(DocumentView.stylesheet());
            stage.setScene(scene);
            stage.show();
            return true;
        });
    }

    @AfterEach
    void close() {
        onFx(() -> {
            stage.close();
            return true;
        });
    }

    private void show(Document document) {
        onFx(() -> {
            view.show(document);
            return true;
        });
        pulses();
    }

    private void wide(int width) {
        onFx(() -> {
            view.setMaxWidth(width);
            view.getScene().getRoot().layout();
            return true;
        });
        pulses();
    }

    private void pulses() {
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> onFx(view::complete));
        for (int i = 0; i < 3; i++) {
            onFx(() -> {
                Platform.requestNextPulse();
                return true;
            });
        }
    }

    private void pictures(String name) {
        new ThemePictures(settings, this::pulses, stage::getScene).write(name);
    }

    @Test
    void everythingThatMarkdownHasIsShown() {
        Document document = new Markdown().parse(EXAMPLE);
        show(document);
        onFx(() -> {
            List<Mark> marks = new ArrayList<>(Quotation.marks(document, List.of("A quote of some length that should wrap at the end"), Mark.Kind.QUOTE));
            marks.addAll(Quotation.marks(document, List.of("Here is the corrected code with some", "must end with"), Mark.Kind.DIFFERENT));
            view.setMarks(marks);
            return true;
        });
        pictures("text-markdown");
        String shown = onFx(() -> view.passageNodes().stream()
                .flatMap(passage -> passage.texts().stream())
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining()));
        assertThat(shown.replace("\n", "")).isEqualTo(document.text().replace("\n", ""));
    }

    @Test
    void textIsSelectedByDraggingOverPassagesAndCopied() {
        show(new Markdown().parse("First words.\n\nSecond **words** here."));
        Bounds first = onFx(() -> bounds("First words."));
        Bounds last = onFx(() -> bounds("words"));
        robot.drag(first.getMinX() + 1, first.getCenterY(), MouseButton.PRIMARY).dropTo(last.getMaxX() - 1, last.getCenterY());
        assertThat(onFx(view::selectedText)).isEqualTo("First words.\nSecond words");
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("First words.\nSecond words");
        pictures("text-selection");
    }

    @Test
    void allTextIsSelectedByKeyboard() {
        show(new Markdown().parse("One.\n\n- Two."));
        onFx(() -> {
            view.requestFocus();
            return true;
        });
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        assertThat(onFx(view::selectedText)).isEqualTo("One.\nTwo.\n");
    }

    @Test
    void twoClicksSelectAWord() {
        show(new Markdown().parse("alpha beta gamma"));
        Bounds words = onFx(() -> bounds("alpha beta gamma"));
        robot.doubleClickOn(words.getCenterX(), words.getCenterY());
        assertThat(onFx(view::selectedText)).isEqualTo("beta");
    }

    @Test
    void aLinkIsOnlyTold() {
        show(new Markdown().parse("See [the page](http://example.test/page)."));
        Bounds link = onFx(() -> bounds("the page"));
        robot.clickOn(link.getCenterX(), link.getCenterY());
        assertThat(opened).containsExactly("http://example.test/page");
    }

    @Test
    void codeIsCopiedByItsButton() {
        show(new Markdown().parse("```\nx = 1\n```"));
        Button copy = onFx(() -> (Button) view.lookup(".text-code-copy"));
        robot.clickOn(copy);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("x = 1");
    }

    @Test
    void aParagraphInHebrewRunsFromTheRight() {
        show(new Markdown().parse("שלום world"));
        assertThat(onFx(() -> view.lookup(".text-lines").getEffectiveNodeOrientation())).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    }

    @Test
    void linesFromTheRightAreBrokenAtEveryWidth() {
        String text = "שלום עולם! זהו משפט ארוך בעברית, עם English באמצע, ועם `code` גם כן.\n\nمرحبا بالعالم، هذا نص عربي طويل نسبيا.\n\nעמוקקקקקקקקקקקקקקקקקקקקקקקקק";
        show(new Markdown().parse(text));
        for (int width = 40; width < 400; width += 9) {
            wide(width);
        }
        pictures("text-from-right");
    }

    @Test
    void wordsBesideAnEmojiOfSeveralPartsStayInTheirLine() {
        show(new Markdown().parse("probability ropo with examples an old bridge because carefully 👩\u200d💻 neno gesulu nibime for beginners however digigu, babenofa bifukufa kogoka.\nkitchen segameto Grießbrei a river a friendly robot nale pufoko with examples tebolo bino bomasa kalidu"));
        pictures("text-emoji");
        for (int width = 180; width < 340; width += 3) {
            wide(width);
            WritableImage picture = onFx(() -> Picture.of(stage.getScene()));
            Bounds column = onFx(() -> view.localToScene(view.getLayoutBounds()));
            int beside = (int) Math.ceil(column.getMaxX()) + 2;
            int ground = picture.getPixelReader().getArgb(400, (int) column.getCenterY());
            for (int y = (int) column.getMinY(); y < column.getMaxY(); y++) {
                for (int x = beside; x < 400; x++) {
                    assertThat(picture.getPixelReader().getArgb(x, y)).as("width %d: ink at %d, %d", width, x, y).isEqualTo(ground);
                }
            }
        }
    }

    @Test
    void aMegabyteIsShownPieceByPieceWithoutBlockingTheWindow() {
        Manuscript manuscript = Manuscript.markdown("A paragraph of some `code` and **words**.\n\n".repeat(25_000));
        long[] longest = {0};
        onFx(() -> {
            view.show(manuscript, more -> view.showFurther(more.further(), further -> {}));
            return true;
        });
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> {
            long begin = System.nanoTime();
            boolean complete = onFx(view::complete);
            longest[0] = Math.max(longest[0], System.nanoTime() - begin);
            return complete;
        });
        assertThat(longest[0]).isLessThan(TimeUnit.SECONDS.toNanos(2));
        int before = onFx(() -> view.getChildren().size());
        Button more = onFx(() -> (Button) view.lookup(".text-more"));
        assertThat(onFx(more::getText)).contains("hidden characters");
        onFx(() -> {
            more.fire();
            return true;
        });
        pulses();
        assertThat(onFx(() -> view.getChildren().size())).isGreaterThan(2 * before);
    }

    private Bounds bounds(String text) {
        return view.lookupAll(".text-span").stream()
                .filter(node -> ((Text) node).getText().equals(text))
                .map(node -> node.localToScreen(node.getBoundsInLocal()))
                .findFirst()
                .orElseThrow();
    }
}
