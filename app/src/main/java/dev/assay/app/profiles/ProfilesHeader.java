package dev.assay.app.profiles;

import dev.assay.app.controls.Choice;
import dev.assay.app.controls.Segments;
import dev.assay.app.controls.TickList;
import dev.assay.app.workbench.Action;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown: which run, which subjects, against what, which nodes. */
final class ProfilesHeader extends FlowPane {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /** Under this width, in ems, boxes are shorter and buttons lose their words, so that all stand in one line. */
    private static final double WIDE = 118;
    private static final List<Integer> MINIMA = List.of(0, 1, 5, 10, 20, 50, 100);

    private final ProfilesModel model;
    private boolean isFollowing;

    ProfilesHeader(ProfilesModel model, Runnable toCategories, List<Action> exports) {
        this.model = model;
        getStyleClass().add("profiles-header");
        Segments<String> by = new Segments<>(List.of("By model", "By category"), text -> text, choice -> {
            if (choice.equals("By category")) {
                toCategories.run();
            }
        });
        by.hold("By model");
        TickList subjects = new TickList(model.subjects(), "subjects");
        model.sheet().subscribe(sheet -> subjects.offer(sheet.map(ScoreSheet::ranked).orElse(List.of())));
        subjects.setId("subjects");
        TextField filter = filter();
        getChildren().addAll(by, RunBox.of(model.runs(), model.run()), subjects, references(), modes(), filter, minima(), weaknesses(), exportMenu(exports));
        Runnable fit = () -> pseudoClassStateChanged(NARROW, getWidth() < WIDE * filter.getFont().getSize());
        widthProperty().subscribe(fit);
        filter.fontProperty().subscribe(fit);
    }

    private ComboBox<Reference> references() {
        ComboBox<Reference> box = new Choice<>("Compared with", reference -> "Against: " + reference.words());
        box.setId("reference");
        model.sheet().subscribe(sheet -> quietly(() -> {
            List<Reference> choices = new ArrayList<>(List.of(new Reference.Others()));
            sheet.ifPresent(made -> made.ranked().forEach(subject -> choices.add(new Reference.Chosen(subject))));
            box.getItems().setAll(choices);
            box.setValue(model.reference().get());
        }));
        model.reference().subscribe(reference -> quietly(() -> box.setValue(reference)));
        box.valueProperty().subscribe((before, now) -> {
            if (!isFollowing && now != null) {
                model.reference().set(now);
            }
        });
        return box;
    }

    private Segments<Mode> modes() {
        Segments<Mode> modes = new Segments<>(List.of(Mode.values()), Mode::title, model.mode()::set);
        model.mode().subscribe(modes::choose);
        return modes;
    }

    private TextField filter() {
        TextField field = new TextField();
        field.setPromptText("Filter nodes");
        field.setAccessibleText("Filter nodes by name");
        field.setId("filter");
        field.textProperty().bindBidirectional(model.filter());
        return field;
    }

    private ComboBox<Integer> minima() {
        ComboBox<Integer> box = new Choice<>("Fewest queries of a node", least -> least == 0 ? "all n" : "n ≥ " + least);
        box.getItems().setAll(MINIMA);
        box.setId("minimum");
        model.minimum().subscribe(least -> box.setValue(least.intValue()));
        box.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.minimum().set(now);
            }
        });
        return box;
    }

    private ToggleButton weaknesses() {
        ToggleButton button = new ToggleButton("Weaknesses", new FontIcon(Feather.TRENDING_DOWN));
        button.setAccessibleText("Weaknesses only");
        button.setTooltip(new Tooltip("Weaknesses: only nodes where a shown subject is worse than the reference (Ctrl+Shift+W)"));
        button.setId("weaknesses");
        button.getStyleClass().add("filter-toggle");
        button.selectedProperty().bindBidirectional(model.weaknessesOnly());
        return button;
    }

    private static MenuButton exportMenu(List<Action> exports) {
        MenuButton menu = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));
        menu.setId("export");
        menu.setAccessibleText("Export");
        menu.setTooltip(new Tooltip("Export what is shown"));
        for (Action action : exports) {
            MenuItem item = new MenuItem(action.name().replace("Export as ", ""));
            item.setOnAction(event -> action.run());
            menu.getItems().add(item);
        }
        return menu;
    }

    private void quietly(Runnable change) {
        boolean before = isFollowing;
        isFollowing = true;
        change.run();
        isFollowing = before;
    }
}
