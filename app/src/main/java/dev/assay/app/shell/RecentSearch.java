package dev.assay.app.shell;

import dev.assay.app.shell.PaletteModel.Entry;
import dev.assay.app.shell.PaletteModel.Found;
import dev.assay.app.shell.PaletteModel.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the palette finds among the studies that were open before. */
final class RecentSearch {

    private record Ranked(Path file, FuzzyMatch match) {}

    private final List<String> recent;
    private final Consumer<Path> open;

    RecentSearch(List<String> recent, Consumer<Path> open) {
        this.recent = recent;
        this.open = open;
    }

    Found find(String typed, int most) {
        List<Ranked> ranked = recent.stream()
                .map(Path::of)
                .flatMap(file -> FuzzyMatch.of(typed, name(file)).map(match -> new Ranked(file, match)).stream())
                .filter(each -> Files.exists(each.file()))
                .sorted(Comparator.comparingInt((Ranked each) -> -each.match().score()))
                .toList();
        return new Found(ranked.stream().limit(most).map(this::entry).toList(), ranked.size());
    }

    private Entry entry(Ranked ranked) {
        Path file = ranked.file();
        return new Entry(
                Kind.STUDY, name(file), ranked.match().positions(), String.valueOf(file.getParent()), "", Optional.empty(), Optional.empty(),
                () -> open.accept(file));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
