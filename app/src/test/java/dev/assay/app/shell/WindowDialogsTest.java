package dev.assay.app.shell;

import static dev.assay.app.testing.Bench.onFx;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.platform.Picture;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.Toolkit;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.WebAddress;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
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
    private Stage stage;
    private Shell shell;

    @BeforeEach
    void open() {
        Toolkit.start();
        Settings settings = new Settings();
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
    void aLinkIsShownWholeAndEnterAloneDoesNotOpenIt() throws IOException {
        onFx(() -> {
            shell.dialogs().openInBrowser(WebAddress.parse(LONG).orElseThrow());
            return true;
        });
        Awaitility.await().atMost(10, SECONDS).until(() -> Bench.<Boolean>onFx(() -> stage.getScene().getFocusOwner() instanceof TextArea));
        TextArea address = onFx(() -> (TextArea) Objects.requireNonNull(stage.getScene().getFocusOwner()));
        assertThat(Bench.<String>onFx(address::getText)).isEqualTo(LONG);
        assertThat(Bench.<Boolean>onFx(address::isEditable)).isFalse();
        Picture.write(onFx(() -> Picture.of(stage.getScene())), Path.of("target/screens/dialog-link-light.png"));
        robot.type(KeyCode.ENTER);
        assertThat(Bench.<Boolean>onFx(() -> robot.lookup("Open in the browser").queryAs(Button.class).isVisible())).isTrue();
        robot.type(KeyCode.ESCAPE);
        Awaitility.await().atMost(10, SECONDS).until(() -> Bench.<Boolean>onFx(() -> robot.lookup("Open in the browser").tryQuery().isEmpty()));
    }
}
