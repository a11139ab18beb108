package dev.assay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsPageTest {

    /** With {@code -Dassay.commands.write=true} the page is written anew. */
    @Test
    void thePageIsWhatTheProgramHas(@TempDir Path folder) throws IOException {
        Path page = Path.of("..", "docs", "commands.md");
        String expected = CommandsPage.of(all(folder));
        if (Boolean.getBoolean("assay.commands.write")) {
            Files.writeString(page, expected);
        }
        assertThat(page).hasContent(expected);
    }

    @Test
    void noTwoActionsHaveOneKeyInOnePlace(@TempDir Path folder) {
        List<Action> actions = all(folder);
        Map<String, String> seen = new HashMap<>();
        for (Action action : actions) {
            boolean everywhere = List.of("Study", "Edit", "View").contains(action.group());
            action.key().ifPresent(key -> {
                String name = KeyCaps.names(key, false).toString();
                if (everywhere) {
                    assertThat(seen.put(name, action.id())).as("actions with the key %s", name).isNull();
                } else {
                    assertThat(seen).as("key %s of %s", name, action.id()).doesNotContainKey(name);
                }
            });
        }
    }

    private static List<Action> all(Path folder) {
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
                Bench bench = new Bench(study)) {
            return Bench.onFx(() -> {
                Shell shell = Shell.of(new Stage(), new Settings(), Clocks.fixed());
                List<Action> actions = new ArrayList<>(new ShellActions(shell, new Settings()).all());
                Views views = new Views(bench.workbench());
                for (ViewId view : ViewId.values()) {
                    actions.addAll(views.apply(view).actions());
                }
                shell.close();
                return actions;
            });
        }
    }
}
