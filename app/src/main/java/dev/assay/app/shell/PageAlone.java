package dev.assay.app.shell;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.Details;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One view while no study is open: the models of the person, or the settings. */
final class PageAlone extends BorderPane implements AutoCloseable {

    private static final double DETAILS_WIDTH = 24;

    private final Actions actions;
    private final View view;

    /**
     * The page.
     *
     * @param details those of the view, shown beside it
     * @param back leads to the welcome page
     */
    PageAlone(ViewId id, View view, Details details, Actions actions, Runnable back) {
        this.view = view;
        this.actions = actions;
        actions.addAll(view.actions());
        setTop(bar(id, back));
        setCenter(view.node());
        details.content().subscribe(content -> setRight(content.map(PageAlone::pane).orElse(null)));
        view.show(Place.of(id));
    }

    private Node bar(ViewId id, Runnable back) {
        Button toWelcome = new Button("", new FontIcon(Feather.CHEVRON_LEFT));
        toWelcome.getStyleClass().add("icon-button");
        toWelcome.setAccessibleText("Back to the welcome page");
        toWelcome.setOnAction(event -> back.run());
        Label title = new Label(id.title());
        title.getStyleClass().add("strong");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(new AppMenu(actions), toWelcome, title, space);
        view.primary().ifPresent(action -> bar.getChildren().add(main(action)));
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private static Node main(Action action) {
        Button button = new Button(action.name());
        action.icon().ifPresent(icon -> button.setGraphic(new FontIcon(icon)));
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Node pane(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("details-scroll");
        scroll.setStyle("-fx-pref-width: " + DETAILS_WIDTH + "em");
        return scroll;
    }

    @Override
    public void close() {
        view.close();
        actions.removeAll(view.actions());
    }
}
