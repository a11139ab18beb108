package dev.assay.app.shell;

import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the window shows while no study is open: the ways to one. */
final class WelcomePage extends StackPane {

    private static final int SHOWN = 6;

    /** @param open opens a study that was open before */
    WelcomePage(Actions actions, List<String> recent, Background background, Consumer<Path> open) {
        getStyleClass().add("welcome");
        Label title = new Label("Assay");
        title.getStyleClass().add("welcome-title");
        Label what = new Label("See where language models are strong and weak, with uncertainty on every number.");
        what.getStyleClass().add("muted");
        Wrapping.on(what);
        HBox ways = new HBox(
                8,
                way(actions, "study.demo", true),
                way(actions, "study.new", false),
                way(actions, "study.open", false),
                way(actions, "study.import", false),
                way(actions, "view.models", false),
                way(actions, "view.settings", false));
        Label drop = new Label("Or drop a study, or files with queries and answers, onto this window.");
        drop.getStyleClass().add("secondary");
        VBox studies = new VBox(2);
        studies.setManaged(false);
        VBox box = new VBox(16, title, what, ways, drop, studies);
        box.getStyleClass().add("welcome-box");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(box, corner(actions));
        List<Path> files = recent.stream().limit(SHOWN).map(Path::of).toList();
        // A folder of another computer may take long to answer.
        background.run(() -> files.stream().filter(Files::exists).toList(), there -> fill(studies, files, there, open));
    }

    private static Node corner(Actions actions) {
        AppMenu menu = new AppMenu(actions);
        StackPane.setAlignment(menu, Pos.TOP_LEFT);
        return menu;
    }

    private static Button way(Actions actions, String id, boolean main) {
        Action action = actions.find(id).orElseThrow();
        Button button = new Button(action.name().replace("Go to ", ""));
        action.icon().ifPresent(icon -> button.setGraphic(new FontIcon(icon)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        if (main) {
            button.getStyleClass().add("accent");
        }
        return button;
    }

    private static void fill(VBox list, List<Path> files, List<Path> there, Consumer<Path> open) {
        if (!files.isEmpty()) {
            Label heading = new Label("Recent studies");
            heading.getStyleClass().add("section-title");
            list.setManaged(true);
            list.getChildren().add(heading);
            files.forEach(file -> list.getChildren().add(study(file, there.contains(file), open)));
        }
    }

    private static Button study(Path file, boolean isThere, Consumer<Path> open) {
        Label name = new Label(String.valueOf(file.getFileName()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label folder = new Label(isThere ? String.valueOf(file.getParent()) : "no longer there: " + file.getParent());
        folder.getStyleClass().add("secondary");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox line = new HBox(12, name, folder);
        line.setAlignment(Pos.BASELINE_LEFT);
        Button button = new Button("", line);
        button.getStyleClass().setAll("recent-study");
        button.setAccessibleText("Open " + file);
        button.setMaxWidth(Double.MAX_VALUE);
        // Its text stands under the heading; what is lit up under the pointer reaches a little beyond.
        VBox.setMargin(button, new Insets(0, -8, 0, -8));
        button.setDisable(!isThere);
        button.setOnAction(event -> open.accept(file));
        return button;
    }
}
