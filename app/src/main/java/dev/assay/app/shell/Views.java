package dev.assay.app.shell;

import dev.assay.app.queries.QueriesView;
import dev.assay.app.settings.SettingsView;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;

/** Makes the views. */
final class Views {

    private Views() {}

    static View make(ViewId id, Workbench workbench) {
        return switch (id) {
            case QUERIES -> new QueriesView(workbench);
            case SETTINGS -> new SettingsView(workbench);
            default -> new SettingsView(workbench);
        };
    }
}
