package dev.assay.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** A menu of names to tick, which stays open while one ticks. At least one always is. */
public final class TickList extends MenuButton {

    private final ObservableList<String> ticked;
    private final String unit;
    private List<String> all = List.of();
    private final List<CheckBox> boxes = new ArrayList<>();

    /**
     * @param ticked the names that are ticked, in their order; changed here, and followed
     * @param unit what they are: "subjects"
     */
    public TickList(ObservableList<String> ticked, String unit) {
        this.ticked = ticked;
        this.unit = unit;
        setMnemonicParsing(false);
        ticked.subscribe(this::follow);
    }

    /** The names to choose from, in the order of the menu. */
    public void offer(List<String> names) {
        all = List.copyOf(names);
        boxes.clear();
        List<MenuItem> items = new ArrayList<>();
        MenuItem every = new MenuItem("All " + unit);
        every.setOnAction(event -> ticked.setAll(all));
        items.add(every);
        items.add(new SeparatorMenuItem());
        for (String name : all) {
            CheckBox box = new CheckBox(name);
            box.setMnemonicParsing(false);
            box.setMouseTransparent(true);
            box.setFocusTraversable(false);
            boxes.add(box);
            CustomMenuItem item = new CustomMenuItem(box, false);
            item.setOnAction(event -> toggle(name));
            items.add(item);
        }
        getItems().setAll(items);
        follow();
    }

    private void toggle(String name) {
        if (!ticked.contains(name)) {
            ticked.add(name);
        } else if (ticked.size() > 1) {
            ticked.remove(name);
        }
    }

    private void follow() {
        boxes.forEach(box -> box.setSelected(ticked.contains(box.getText())));
        setText(ticked.size() + " of " + all.size() + " " + unit);
    }
}
