package dev.assay.app.responses;

import dev.assay.app.workbench.Settings;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** How the columns were left, for the next time. */
final class RememberedColumns {

    /** From which the order of blind columns is drawn. */
    static final String SEED = "responses.blind.seed";

    private static final String ORDER = "responses.columns.order";
    private static final String PINNED = "responses.columns.pinned";
    private static final String HIDDEN = "responses.columns.hidden";

    private RememberedColumns() {}

    static ColumnOrder read(Settings settings) {
        return new ColumnOrder(names(settings, ORDER), new LinkedHashSet<>(names(settings, PINNED)), new LinkedHashSet<>(names(settings, HIDDEN)));
    }

    static void write(Settings settings, ColumnOrder order) {
        settings.remember(ORDER, joined(order.order()));
        settings.remember(PINNED, joined(order.pinned()));
        settings.remember(HIDDEN, joined(order.hidden()));
    }

    static long seed(Settings settings) {
        return settings.recall(SEED).filter(text -> text.matches("-?\\d{1,18}")).map(Long::parseLong).orElse(1L);
    }

    private static List<String> names(Settings settings, String key) {
        return settings.recall(key).filter(text -> !text.isEmpty()).map(text -> Arrays.asList(text.split("\n"))).orElse(List.of());
    }

    private static String joined(Collection<String> names) {
        return names.stream().filter(name -> name.indexOf('\n') < 0).collect(Collectors.joining("\n"));
    }
}
