package dev.assay.app.shell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.app.testing.Bench;
import dev.assay.app.testing.FakeDialogs;
import dev.assay.app.testing.FixedModels;
import dev.assay.app.testing.Nameless;
import dev.assay.app.testing.ThemePictures;
import dev.assay.app.testing.Toolkit;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The whole window, by mouse and by keyboard. */
class ShellTest {

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Settings settings = new Settings();
    private Stage stage;
    private Shell shell;

    @BeforeEach
    void open() {
        Toolkit.start();
        settings.scheme().set(Scheme.LIGHT);
        stage = Bench.onFx(Stage::new);
        shell = Bench.onFx(() -> {
            Shell opened = new Shell(stage, settings, Clocks.fixed(), new Shell.Parts(Views::new, Optional.of(dialogs), new FixedModels(List.of())));
            stage.setWidth(980);
            stage.setHeight(860);
            stage.show();
            return opened;
        });
        settle();
    }

    @AfterEach
    void close() {
        Bench.onFx(() -> {
            stage.close();
            shell.close();
            return true;
        });
    }

    @Test
    void theDemoIsMadeAndOpenedWithOneClick() throws IOException {
        Bench.onFx(() -> {
            shell.openDemo(folder.resolve("demo"));
            return true;
        });
        Awaitility.await().atMost(120, SECONDS).until(() -> shell.session().get().isPresent());
        settle();
        assertThat(stage.getTitle()).startsWith("demo.assay");
        assertThat(settings.recentStudies()).first().asString().endsWith("demo.assay");
        for (ViewId view : ViewId.values()) {
            String name = view.name().toLowerCase(Locale.ROOT);
            run("view." + name);
            assertThat(nameless()).as("controls in %s that nobody can name", view).isEmpty();
            pictures("shell-" + name);
        }
    }

    @Test
    void aStudyIsMadeFilledAndLeftByKeyboardAlone() throws IOException {
        dialogs.choose(folder.resolve("new.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        assertThat(stage.getTitle()).startsWith("new.assay");
        dialogs.choose(Files.writeString(folder.resolve("q.jsonl"), "{\"text\":\"What is 2 + 2?\"}\n{\"text\":\"\"}\n"));
        press(KeyCode.CONTROL, KeyCode.I);
        assertThat(texts()).anyMatch(text -> text.contains("q.jsonl") && text.contains("queries"));
        assertThat(texts()).anyMatch(text -> text.contains("line 2"));
        pictures("shell-import-preview");
        press(KeyCode.ENTER);
        Awaitility.await().atMost(30, SECONDS).until(() -> queries() == 1);
        Awaitility.await().atMost(30, SECONDS).until(() -> texts().stream().anyMatch(text -> text.contains("1 row rejected")));
        press(KeyCode.CONTROL, KeyCode.J);
        pictures("shell-tray-open");
        press(KeyCode.CONTROL, KeyCode.W);
        assertThat(shell.session().get()).isEmpty();
    }

    @Test
    void whatFilesHoldIsSeenBeforeItIsImported() throws IOException {
        dialogs.choose(folder.resolve("new.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        Path files = Files.createDirectory(folder.resolve("files"));
        String good = "{\"id\":\"q%d\",\"text\":\"What is %d + 2?\"}\n";
        String bad = "{\"text\":\"\"}\n{\"id\":\"q1\"}\nnot JSON at all, but a line of somebody's notes that got into the file and goes on for quite a while\n";
        Files.writeString(files.resolve("queries.jsonl"), good.formatted(1, 1) + good.formatted(2, 2) + bad.repeat(4));
        Files.writeString(files.resolve("answers-with-quite-a-long-name-that-somebody-chose.csv"), "queryId,subject,text\nq1,Model A,3\nq2,Model A,4\n,Model B,\n");
        Files.writeString(files.resolve("notes.txt"), "to be done");
        Files.writeString(files.resolve("notes-of-the-meeting-in-which-the-queries-were-chosen-by-everybody.txt"), "to be done");
        dialogs.choose(files);
        Bench.onFx(() -> {
            shell.importFolder();
            return true;
        });
        settle();
        assertThat(texts()).anyMatch(text -> text.contains("2 queries")).anyMatch(text -> text.contains("notes.txt"));
        assertThat(nameless()).isEmpty();
        pictures("shell-import-preview-folder");
        assertThat(Bench.<Boolean>onFx(() -> shell.scene().getRoot().lookupAll(".import-preview .scroll-pane").stream()
                        .map(ScrollPane.class::cast)
                        .filter(list -> list.getContent().getLayoutBounds().getHeight() < 160)
                        .allMatch(list -> list.getContent().getLayoutBounds().getHeight() <= list.getViewportBounds().getHeight() + 1)))
                .as("short lists are seen whole")
                .isTrue();
        press(KeyCode.ESCAPE);
        assertThat(queries()).isZero();
    }

    @Test
    void whileFilesAreLookedAtEverythingHasAName() throws IOException {
        dialogs.choose(folder.resolve("new.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        dialogs.choose(Files.writeString(folder.resolve("q.jsonl"), "{\"text\":\"What is 2 + 2?\"}\n"));
        assertThat(Bench.onFx(() -> {
                    shell.importFiles();
                    assertThat(shell.scene().getRoot().lookup(".progress-bar")).isNotNull();
                    return Nameless.in(shell.scene().getRoot());
                }))
                .isEmpty();
        settle();
    }

    @Test
    void aDetailsPaneIsAsWideAsItWasLeftAlsoAfterTheWindowWasClosedWithIt() {
        settings.remember("details.width", "nonsense");
        openDemo();
        Bench.onFx(() -> {
            shell.session().get().orElseThrow().workbench().details().show(new StackPane(new Label("details")));
            return true;
        });
        settle();
        Region pane = Bench.onFx(() -> (Region) shell.scene().getRoot().lookup(".details-pane"));
        assertThat(Bench.onFx(pane::getWidth)).isCloseTo(288, within(6.0));
        Bench.drag(Bench.onFx(() -> shell.scene().getRoot().lookup(".body > .split-pane-divider")), -60);
        settle();
        assertThat(Double.parseDouble(settings.recall("details.width").orElseThrow())).as("kept though it is still open").isCloseTo(348, within(8.0));
    }

    private void openDemo() {
        Bench.onFx(() -> {
            shell.openDemo(folder.resolve("demo"));
            return true;
        });
        Awaitility.await().atMost(120, SECONDS).until(() -> shell.session().get().isPresent());
        settle();
    }

    @Test
    void modelsAreReachedWithoutAStudyAndLeftAgain() {
        run("view.models");
        assertThat(texts()).contains("Models").anyMatch(text -> text.startsWith("You have no language model set up yet."));
        assertThat(nameless()).isEmpty();
        robot.type(KeyCode.N);
        settle();
        assertThat(texts()).contains("New model");
        pictures("shell-models-without-study");
        dialogs.choose(folder.resolve("new.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        assertThat(stage.getTitle()).startsWith("new.assay");
        run("view.models");
        assertThat(texts()).anyMatch(text -> text.startsWith("You have no language model set up yet."));
    }

    @Test
    void thePaletteRunsWhatIsTyped() {
        pictures("shell-welcome");
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("dark");
        settle();
        pictures("shell-palette");
        press(KeyCode.ENTER);
        assertThat(settings.scheme().get()).isEqualTo(Scheme.DARK);
        assertThat(shell.scene().getRoot().lookup(".palette")).isNull();
    }

    @Test
    void escapeClosesThePaletteAndGivesTheFocusBack() {
        dialogs.choose(folder.resolve("new.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        Node before = Bench.onFx(() -> {
            Node item = shell.scene().getRoot().lookup(".rail-item");
            item.requestFocus();
            return item;
        });
        press(KeyCode.CONTROL, KeyCode.K);
        press(KeyCode.TAB);
        press(KeyCode.TAB);
        press(KeyCode.TAB);
        press(KeyCode.TAB);
        press(KeyCode.TAB);
        assertThat(Focus.isWithin(shell.scene().getFocusOwner(), shell.scene().getRoot().lookup(".palette"))).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(shell.scene().getFocusOwner()).isEqualTo(before);
    }

    @Test
    void aDroppedFileThatIsNoStudyIsRefusedInOneLine() throws IOException {
        open(Files.writeString(folder.resolve("broken.assay"), "not a study"));
        settle();
        assertThat(dialogs.said()).last().asString().contains("broken.assay").doesNotContain("\n");
        assertThat(shell.session().get()).isEmpty();
    }

    @Test
    void aStudyThatAnotherProgramWritesIsOpenedForReading() throws Exception {
        Path file = folder.resolve("busy.assay");
        try (Study other = Study.create(file, Clocks.fixed())) {
            assertThat(other.writable()).isTrue();
            open(file);
            settle();
            assertThat(stage.getTitle()).contains("read only");
            assertThat(dialogs.said()).last().asString().startsWith("Opened for reading only");
        }
    }

    @Test
    void aStudyThatIsOpenStaysOpenForWritingWhenItIsOpenedAgain() {
        Path file = folder.resolve("new.assay");
        dialogs.choose(file);
        press(KeyCode.CONTROL, KeyCode.N);
        for (int i = 0; i < 2; i++) {
            open(file);
        }
        settle();
        assertThat(stage.getTitle()).startsWith("new.assay").doesNotContain("read only");
        press(KeyCode.CONTROL, KeyCode.W);
        open(file);
        settle();
        assertThat(stage.getTitle()).as("opened while it is being closed").startsWith("new.assay").doesNotContain("read only");
        assertThat(dialogs.said()).noneMatch(text -> text.startsWith("Opened for reading"));
    }

    @Test
    void aJobIsStoppedOnlyAfterAYes() {
        dialogs.choose(folder.resolve("new.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        CompletableFuture<Boolean> stored = new CompletableFuture<>();
        Job job = Bench.onFx(() -> shell.session().get().orElseThrow().jobs().start("A long job", (progress, cancellation) -> {
            Awaitility.await().atMost(30, SECONDS).until(cancellation::requested);
            stored.join();
            return new JobWork.Outcome("", 0);
        }));
        pictures("shell-tray-running");
        dialogs.refuse();
        robot.push(KeyCode.CONTROL, KeyCode.W);
        assertThat(shell.session().get()).isPresent();
        assertThat(Bench.onFx(job::isUnderWay)).isTrue();
        dialogs.agree();
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        Bench.onFx(() -> {
            shell.quit(() -> gone.complete(true));
            return true;
        });
        assertThat(texts()).as("the window lives while the last unit is stored").contains("Closing the study…");
        assertThat(gone).isNotDone();
        stored.complete(true);
        assertThat(gone).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void whoWritesKeepsTheKeysOfText() throws IOException {
        makeStudyOfOneQuery();
        dialogs.enter("A title");
        run("overview.rename");
        Awaitility.await().atMost(30, SECONDS).until(() -> Bench.onFx(() -> shell.actions().find("edit.undo").orElseThrow().enabled().getValue()));
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        press(KeyCode.CONTROL, KeyCode.F);
        robot.write("two");
        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(Bench.onFx(() -> shell.actions().find("edit.undo").orElseThrow().enabled().getValue())).as("the title was not undone").isTrue();
        focusRail();
        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(Bench.onFx(() -> shell.actions().find("edit.redo").orElseThrow().enabled().getValue())).as("the title was undone").isTrue();
    }

    @Test
    void undoAndRedoSayWhatTheyWouldDo() throws IOException {
        makeStudyOfOneQuery();
        assertThat(undoButtons()).containsExactly("Undo", "Redo");
        dialogs.enter("A title");
        run("overview.rename");
        Awaitility.await().atMost(30, SECONDS).until(() -> undoButtons().equals(List.of("Undo: title the study “A title”", "Redo")));
        assertThat(tips()).anyMatch(tip -> tip.startsWith("Undo: title the study “A title” ("));
        assertThat(Bench.onFx(() -> AppMenu.menus(shell.actions()).stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .map(item -> ((Label) ((HBox) ((CustomMenuItem) item).getContent()).getChildren().getFirst()).getText())
                        .toList()))
                .contains("Undo: title the study “A title”", "Redo");
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("undo");
        settle();
        pictures("shell-palette-undo");
        press(KeyCode.ENTER);
        Awaitility.await().atMost(30, SECONDS).until(() -> undoButtons().equals(List.of("Undo", "Redo: title the study “A title”")));
        dialogs.enter("word ".repeat(100));
        run("overview.rename");
        Awaitility.await().atMost(30, SECONDS).until(() -> undoButtons().getFirst().startsWith("Undo: title the study “word word"));
        assertThat(undoButtons().getFirst()).as("no wider than a menu").hasSizeLessThan(90).endsWith("…");
    }

    private List<String> undoButtons() {
        return Bench.onFx(() -> shell.scene().getRoot().lookupAll(".top-bar .button").stream()
                .map(Node::getAccessibleText)
                .filter(text -> text != null && (text.startsWith("Undo") || text.startsWith("Redo")))
                .toList());
    }

    private List<String> tips() {
        return Bench.onFx(() -> shell.scene().getRoot().lookupAll(".top-bar .button").stream()
                .map(node -> ((Button) node).getTooltip())
                .filter(tip -> tip != null)
                .map(Tooltip::getText)
                .toList());
    }

    @Test
    void thePaletteKnowsWhatOtherViewsCanDoAndLeadsThere() throws IOException {
        makeStudyOfOneQuery();
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("search queries");
        settle();
        pictures("shell-palette-of-study");
        press(KeyCode.ENTER);
        assertThat(shell.session().get().orElseThrow().history().here().get().view()).isEqualTo(ViewId.QUERIES);
        assertThat(Bench.onFx(() -> shell.scene().getFocusOwner())).isInstanceOf(TextField.class);
    }

    @Test
    void aRecentStudyIsFoundByItsName() {
        dialogs.choose(folder.resolve("first.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        String many = "second – 한국어 中文 日本語 עברית العربية हिन्दी Русский 😀.assay";
        dialogs.choose(folder.resolve(many));
        press(KeyCode.CONTROL, KeyCode.N);
        assertThat(stage.getTitle()).startsWith(many);
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("assay");
        settle();
        pictures("shell-palette-recent");
        assertThat(Bench.onFx(() -> shell.scene().getRoot().lookupAll(".palette .scroll-bar").stream().filter(Node::isVisible).toList()))
                .as("a long name is cut off")
                .isEmpty();
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("first.assay");
        settle();
        press(KeyCode.ENTER);
        assertThat(stage.getTitle()).startsWith("first.assay");
        press(KeyCode.CONTROL, KeyCode.W);
        assertThat(texts()).contains("Recent studies", "first.assay", many);
        pictures("shell-welcome-recent");
    }

    @Test
    void settingsAreReachedWithoutAStudy() {
        run("view.settings");
        assertThat(texts()).contains("Appearance");
        pictures("shell-settings-without-study");
    }

    @Test
    void theWindowIsWalkedByF6() {
        dialogs.choose(folder.resolve("new.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        focusRail();
        press(KeyCode.F6);
        assertThat(Focus.isWithin(shell.scene().getFocusOwner(), shell.scene().getRoot().lookup(".top-bar"))).isTrue();
        press(KeyCode.SHIFT, KeyCode.F6);
        assertThat(Focus.isWithin(shell.scene().getFocusOwner(), shell.scene().getRoot().lookup(".rail"))).isTrue();
        press(KeyCode.SHIFT, KeyCode.F6);
        assertThat(Focus.isWithin(shell.scene().getFocusOwner(), shell.scene().getRoot().lookup(".job-tray"))).isTrue();
    }

    @Test
    void aFaultIsShownOnceWithDetailsThatHoldNothingOfTheStudy() {
        Bench.onFx(() -> {
            Thread.currentThread().getUncaughtExceptionHandler()
                    .uncaughtException(Thread.currentThread(), new IllegalStateException("secret words of a query"));
            return true;
        });
        settle();
        pictures("shell-fault");
        assertThat(texts()).anyMatch(text -> text.contains("Your study is safe"));
        assertThat(CrashReport.details(new IllegalStateException("secret words of a query"))).contains("ShellTest").doesNotContain("secret");
        press(KeyCode.ESCAPE);
        assertThat(texts()).noneMatch(text -> text.contains("Your study is safe"));
    }

    private List<String> nameless() {
        return Bench.onFx(() -> Nameless.in(shell.scene().getRoot()));
    }

    private void makeStudyOfOneQuery() throws IOException {
        dialogs.choose(folder.resolve("new.assay"));
        press(KeyCode.CONTROL, KeyCode.N);
        dialogs.choose(Files.writeString(folder.resolve("q.jsonl"), "{\"text\":\"What is 2 + 2?\"}\n"));
        press(KeyCode.CONTROL, KeyCode.I);
        press(KeyCode.ENTER);
        Awaitility.await().atMost(30, SECONDS).until(() -> queries() == 1);
        settle();
    }

    private void focusRail() {
        Bench.onFx(() -> {
            shell.scene().getRoot().lookup(".rail-item").requestFocus();
            return true;
        });
    }

    private int queries() {
        return shell.session().get().orElseThrow().study().read(new QueryTable()::count);
    }

    private List<String> texts() {
        return Bench.onFx(() -> shell.scene().getRoot().lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList());
    }

    private void open(Path file) {
        Bench.onFx(() -> {
            shell.open(file);
            return true;
        });
    }

    private void run(String action) {
        Bench.onFx(() -> {
            shell.actions().run(action);
            return true;
        });
        settle();
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    private void settle() {
        Awaitility.await().atMost(60, SECONDS).until(() -> {
            Bench.onFx(() -> true);
            boolean idle = shell.idle();
            Bench.onFx(() -> true);
            return idle && shell.idle();
        });
    }

    private void pictures(String name) {
        new ThemePictures(settings, this::settle, shell::scene).write(name);
    }
}
