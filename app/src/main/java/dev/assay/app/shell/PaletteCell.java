package dev.assay.app.shell;

import dev.assay.app.shell.PaletteModel.Entry;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws one row of the palette; the letters that were found in the name stand out in colour and weight. */
final class PaletteCell extends ListCell<PaletteRow> {

    private static final int LONGEST_NAME = 80;

    PaletteCell(Consumer<PaletteRow> chosen) {
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                chosen.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        getStyleClass().remove("palette-heading");
        switch (row) {
            case null -> setGraphic(null);
            case PaletteRow.Heading(var title) -> {
                getStyleClass().add("palette-heading");
                Label label = new Label(title);
                label.getStyleClass().add("secondary");
                setGraphic(label);
                setAccessibleText(title);
            }
            case PaletteRow.Choice(var entry) -> {
                setGraphic(line(entry));
                setAccessibleText(entry.name() + (entry.group().isEmpty() ? "" : ", " + entry.group()));
            }
        }
    }

    private static HBox line(Entry entry) {
        Label detail = new Label(entry.detail());
        detail.getStyleClass().add("secondary");
        detail.setTextOverrun(OverrunStyle.ELLIPSIS);
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        detail.setMinWidth(0);
        Label group = new Label(entry.group());
        group.getStyleClass().add("secondary");
        group.setMinWidth(Region.USE_PREF_SIZE);
        FontIcon icon = new FontIcon(entry.icon().orElse(switch (entry.kind()) {
            case COMMAND -> Feather.CHEVRON_RIGHT;
            case STUDY -> Feather.FOLDER;
            case NODE -> Feather.GIT_BRANCH;
            case QUERY -> Feather.MESSAGE_SQUARE;
        }));
        HBox line = new HBox(10, icon, name(entry), detail, group);
        entry.key().ifPresent(key -> line.getChildren().add(KeyCaps.of(key)));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFillHeight(false);
        return line;
    }

    private static TextFlow name(Entry entry) {
        TextFlow flow = new TextFlow();
        flow.setMinWidth(Region.USE_PREF_SIZE);
        Set<Integer> matched = new HashSet<>(entry.matched());
        String name = entry.name().length() <= LONGEST_NAME ? entry.name() : entry.name().substring(0, LONGEST_NAME - 1) + "…";
        int start = 0;
        while (start < name.length()) {
            boolean found = matched.contains(start);
            int end = start + 1;
            while (end < name.length() && matched.contains(end) == found) {
                end++;
            }
            Text part = new Text(name.substring(start, end));
            part.getStyleClass().add(found ? "palette-match" : "palette-name");
            flow.getChildren().add(part);
            start = end;
        }
        return flow;
    }
}
