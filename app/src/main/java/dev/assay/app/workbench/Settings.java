package dev.assay.app.workbench;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** What a person has chosen for the program, whatever the study. Every change is kept. */
public final class Settings {

    /** Smallest and largest size of text, in percent of the usual one. */
    public static final int SMALLEST_TEXT = 80;

    public static final int LARGEST_TEXT = 200;

    /** Light, dark, or as the system has it. */
    public enum Scheme {
        LIGHT,
        DARK,
        SYSTEM
    }

    private final ObjectProperty<Scheme> scheme = new SimpleObjectProperty<>(Scheme.SYSTEM);
    private final IntegerProperty textSize = new SimpleIntegerProperty(100) {
        @Override
        public void set(int percent) {
            super.set(Math.clamp(percent, SMALLEST_TEXT, LARGEST_TEXT));
        }
    };
    private final ObservableList<String> recentStudies = FXCollections.observableArrayList();
    private final ObservableMap<String, String> remembered = FXCollections.observableHashMap();

    public ObjectProperty<Scheme> scheme() {
        return scheme;
    }

    /** In percent of the usual size. */
    public IntegerProperty textSize() {
        return textSize;
    }

    /** Files of studies that were open, the latest first. */
    public ObservableList<String> recentStudies() {
        return recentStudies;
    }

    /** How the person left something: the width of a column, the place of a divider; by a name like "queries.columns". */
    public Optional<String> recall(String name) {
        return Optional.ofNullable(remembered.get(name));
    }

    public void remember(String name, String value) {
        remembered.put(name, value);
    }

    /** Everything that {@link #remember} was told. */
    public ObservableMap<String, String> remembered() {
        return remembered;
    }

    /** Takes over everything that was remembered in an earlier life of the program. */
    public void rememberAll(Map<String, String> earlier) {
        remembered.putAll(earlier);
    }
}
