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

    /** In Latin letters; Chinese, Japanese and Korean ones take the room of two. */
    private static final int LONGEST_NAME = 80;

    private static final int FIRST_WIDE_LETTER = 0x1100;

    PaletteCell(Consumer<PaletteRow> chosen) {
        // As wide as the list, however long the line: what is too long is cut off, and nothing scrolls sideways.
        setPrefWidth(0);
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
        String name = cut(entry.name());
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

    private static String cut(String name) {
        int room = LONGEST_NAME;
        for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
            room -= name.codePointAt(at) < FIRST_WIDE_LETTER ? 1 : 2;
            if (room < 0) {
                return name.substring(0, at) + "…";
            }
        }
        return name;
    }
}
