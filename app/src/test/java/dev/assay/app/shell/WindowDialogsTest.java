package dev.assay.app.shell;

import static dev.assay.app.testing.Bench.onFx;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.testing.ThemePictures;
import dev.assay.app.testing.Toolkit;
import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.WebAddress;
import dev.assay.datasets.testing.Clocks;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What the questions over the window look like and where they put the focus. */
class WindowDialogsTest {

    private static final String LONG = "https://example.org/search?q=" + "long-and-longer+".repeat(20);

    private final FxRobot robot = new FxRobot();
    private final Settings settings = new Settings();
    private Stage stage;
    private Shell shell;

    @BeforeEach
    void open() {
        Toolkit.start();
        settings.scheme().set(Scheme.LIGHT);
        stage = onFx(Stage::new);
        shell = onFx(() -> {
            Shell opened = Shell.of(stage, settings, Clocks.fixed());
            stage.setWidth(980);
            stage.setHeight(700);
            stage.show();
            return opened;
        });
    }

    @AfterEach
    void close() {
        onFx(() -> {
            stage.close();
            shell.close();
            return true;
        });
    }

    @Test
    void aLinkIsShownWholeAndEnterAloneDoesNotOpenIt() {
        ask(dialogs -> dialogs.openInBrowser(WebAddress.parse(LONG).orElseThrow()));
        awaitFocusOn(TextArea.class);
        TextArea address = onFx(() -> (TextArea) Objects.requireNonNull(stage.getScene().getFocusOwner()));
        assertThat(Bench.<String>onFx(address::getText)).isEqualTo(LONG);
        assertThat(Bench.<Boolean>onFx(address::isEditable)).isFalse();
        pictures("dialog-link");
        robot.type(KeyCode.ENTER);
        assertThat(Bench.<Boolean>onFx(() -> robot.lookup("Open in the browser").queryAs(Button.class).isVisible())).isTrue();
        robot.type(KeyCode.ESCAPE);
        Awaitility.await().atMost(10, SECONDS).until(() -> Bench.<Boolean>onFx(() -> robot.lookup("Open in the browser").tryQuery().isEmpty()));
    }

    @Test
    void aQuestionIsAgreedToByEnterAndRefusedByEscape() {
        AtomicInteger agreed = new AtomicInteger();
        String question = "It stops after what is under way, which is kept, and can go on when the study is opened again.";
        ask(dialogs -> dialogs.confirm("A job is running", question, "Stop and close", agreed::incrementAndGet));
        awaitFocusOn(Button.class);
        pictures("dialog-question");
        robot.type(KeyCode.ESCAPE);
        assertThat(agreed).hasValue(0);
        ask(dialogs -> dialogs.confirm("A job is running", question, "Stop and close", agreed::incrementAndGet));
        awaitFocusOn(Button.class);
        robot.type(KeyCode.ENTER);
        Awaitility.await().atMost(10, SECONDS).untilAsserted(() -> assertThat(agreed).hasValue(1));
    }

    @Test
    void aNameIsTypedOverTheOneBeforeAndNeverBlank() {
        AtomicReference<String> entered = new AtomicReference<>("");
        ask(dialogs -> dialogs.askText("Rename the study", "Title", "Ten models on AlpacaEval", entered::set));
        awaitFocusOn(TextField.class);
        pictures("dialog-text");
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        assertThat(entered).hasValue("");
        robot.write("Eleven").type(KeyCode.ENTER);
        Awaitility.await().atMost(10, SECONDS).untilAsserted(() -> assertThat(entered).hasValue("Eleven"));
    }

    @Test
    void anErrorIsReadInFull() {
        String message = "The study /data/evaluations/2026/autumn/alpaca-ten-models.assay is being written by another program: close that one, or open the study"
                + " for reading only.";
        ask(dialogs -> dialogs.error("Open alpaca-ten-models.assay", message));
        awaitFocusOn(Button.class);
        pictures("dialog-error");
        assertThat(Bench.<Boolean>onFx(() -> robot.lookup(message).queryLabeled().getHeight() > 2 * Appearance.TEXT_SIZE)).as("in several lines").isTrue();
    }

    @Test
    void noticesStandAboveTheTrayWithWhatCanBeDoneNext() {
        AtomicInteger undone = new AtomicInteger();
        ask(dialogs -> {
            dialogs.notice("7 queries exported to queries.csv.", Optional.empty());
            dialogs.notice("The study was brought up to date; as it was before, it lies in alpaca-ten-models-before-1.4.assay.", Optional.empty());
            dialogs.notice("The tag was taken away.", Optional.of(Action.of("test.undo", "Undo", "Edit", undone::incrementAndGet)));
        });
        pictures("dialog-notices");
        robot.clickOn("Undo");
        assertThat(undone).hasValue(1);
        assertThat(Bench.<Boolean>onFx(() -> robot.lookup("The tag was taken away.").tryQuery().isEmpty())).isTrue();
    }

    @Test
    void longWorkSaysHowFarItIsAndIsCancelledByEscape() {
        ProgressBox box = onFx(() -> {
            Overlay overlay = new Overlay();
            ((StackPane) stage.getScene().getRoot()).getChildren().add(overlay);
            return new ProgressBox("Making the demo study", overlay, shell.background());
        });
        box.progress().update("Judging the answers", 172, 288);
        awaitFocusOn(Button.class);
        Awaitility.await().atMost(10, SECONDS).until(() -> Bench.<Boolean>onFx(() -> robot.lookup("Judging the answers").tryQuery().isPresent()));
        pictures("dialog-progress");
        robot.type(KeyCode.ESCAPE);
        assertThat(box.cancellation().requested()).isTrue();
    }

    private void ask(Consumer<Dialogs> question) {
        onFx(() -> {
            question.accept(shell.dialogs());
            return true;
        });
    }

    private void awaitFocusOn(Class<?> kind) {
        Awaitility.await().atMost(10, SECONDS).until(() -> Bench.<Boolean>onFx(() -> kind.isInstance(stage.getScene().getFocusOwner())));
    }

    private void pictures(String name) {
        new ThemePictures(settings, () -> Awaitility.await().atMost(10, SECONDS).until(shell::idle), stage::getScene).write(name);
    }
}
