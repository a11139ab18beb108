package dev.assay.app.shell;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/** What the palette finds for what is typed: commands at once, nodes and queries from the study a moment later. */
final class PaletteModel {

    /** What can be found. */
    enum Kind {
        COMMAND("Commands"),
        STUDY("Recent studies"),
        NODE("Taxonomy nodes"),
        QUERY("Queries");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /**
     * One thing found.
     *
     * @param matched indices into the name of the letters typed
     * @param detail more about it, shown muted after the name
     * @param group at the right: where a command belongs, how many queries a node has
     */
    record Entry(
            Kind kind,
            String name,
            List<Integer> matched,
            String detail,
            String group,
            Optional<KeyCombination> key,
            Optional<Ikon> icon,
            Runnable run) {}

    /** Looks through a study for entries of one kind; not on the JavaFX thread. */
    @FunctionalInterface
    interface Source {
        Found find(String typed, int most);
    }

    /** @param total how many there are in all, also those that are not listed */
    record Found(List<Entry> entries, int total) {
        static final Found NOTHING = new Found(List.of(), 0);
    }

    /** @param total how many fit in all, also those that are not listed */
    record Result(List<Entry> entries, int total) {}

    private static final int MOST_PER_KIND = 5;
    private static final int MOST_OF_ONE_KIND = 50;
    private static final Duration DEBOUNCE = Duration.ofMillis(80);

    private final Supplier<List<Action>> actions;
    private final Map<Kind, Source> sources;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Kind>> only = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(new Result(List.of(), 0));
    private final Background.Latest search;
    private Map<Kind, Found> ofStudy = Map.of();

    PaletteModel(Supplier<List<Action>> actions, Map<Kind, Source> sources, Background background) {
        this.actions = actions;
        this.sources = sources;
        search = background.latest(DEBOUNCE);
        typed.subscribe(this::look);
        only.subscribe(this::look);
    }

    StringProperty typed() {
        return typed;
    }

    /** Restricts what is found to one kind. */
    ObjectProperty<Optional<Kind>> only() {
        return only;
    }

    ReadOnlyObjectProperty<Result> result() {
        return result.getReadOnlyProperty();
    }

    /** Kinds that can be found here: without a study only commands. */
    List<Kind> kinds() {
        return Stream.of(Kind.values()).filter(kind -> kind == Kind.COMMAND || sources.containsKey(kind)).toList();
    }

    private void look() {
        String text = typed.get().strip();
        int most = only.get().isPresent() ? MOST_OF_ONE_KIND : MOST_PER_KIND;
        if (text.isEmpty() || sources.isEmpty()) {
            search.cancel();
            ofStudy = Map.of();
        } else {
            search.run(() -> findInStudy(text, most), found -> {
                ofStudy = found;
                publish(text, most);
            });
        }
        publish(text, most);
    }

    private Map<Kind, Found> findInStudy(String text, int most) {
        Map<Kind, Found> found = new EnumMap<>(Kind.class);
        sources.forEach((kind, source) -> found.put(kind, source.find(text, most)));
        return found;
    }

    private void publish(String text, int most) {
        List<Entry> entries = new ArrayList<>();
        int total = 0;
        for (Kind kind : Kind.values()) {
            if (only.get().isEmpty() || only.get().get() == kind) {
                Found found = kind == Kind.COMMAND ? commands(text, most) : ofStudy.getOrDefault(kind, Found.NOTHING);
                entries.addAll(found.entries());
                total += found.total();
            }
        }
        result.set(new Result(List.copyOf(entries), total));
    }

    private record Ranked(Action action, FuzzyMatch match) {}

    private Found commands(String text, int most) {
        List<Ranked> ranked = actions.get().stream()
                .filter(action -> action.enabled().getValue())
                .flatMap(action -> FuzzyMatch.of(text, action.label().getValue()).map(match -> new Ranked(action, match)).stream())
                .sorted(Comparator.comparingInt((Ranked each) -> -each.match().score()))
                .toList();
        int shown = text.isEmpty() ? MOST_OF_ONE_KIND : most;
        return new Found(ranked.stream().limit(shown).map(PaletteModel::entry).toList(), ranked.size());
    }

    private static Entry entry(Ranked ranked) {
        Action action = ranked.action();
        return new Entry(Kind.COMMAND, action.label().getValue(), ranked.match().positions(), "", action.group(), action.key(), action.icon(), action::run);
    }
}
