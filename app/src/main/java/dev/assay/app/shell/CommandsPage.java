package dev.assay.app.shell;

import dev.assay.app.workbench.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of all commands of the window, as a page of the documentation. */
final class CommandsPage {

    private CommandsPage() {}

    /** In Markdown, by group, in the order of the actions. */
    static String of(List<Action> actions) {
        Map<String, List<Action>> groups =
                actions.stream().collect(Collectors.groupingBy(Action::group, LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("""
                # Commands of the window

                Made from the program's own list of actions, which also feeds the menu and the palette (Ctrl+K, on a Mac Cmd+K); a test fails
                when this page is not what the program has. On a Mac, Ctrl is Cmd. A key without Ctrl or Alt works while no text is edited.
                """);
        groups.forEach((group, members) -> {
            page.append("\n## ").append(group).append("\n\n| command | keys | id |\n| --- | --- | --- |\n");
            members.forEach(action -> page.append("| ").append(action.name())
                    .append(" | ").append(action.key().map(key -> String.join("+", KeyCaps.names(key, false))).orElse(""))
                    .append(" | `").append(action.id()).append("` |\n"));
        });
        return page.toString();
    }
}
