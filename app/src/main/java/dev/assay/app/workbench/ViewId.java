package dev.assay.app.workbench;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The views, in the order of the work. */
public enum ViewId {
    OVERVIEW("Overview", Group.STUDY, Feather.GRID),
    QUERIES("Queries", Group.DATA, Feather.MESSAGE_SQUARE),
    RESPONSES("Responses", Group.DATA, Feather.COLUMNS),
    PROFILES("Profiles", Group.RESULTS, Feather.SLIDERS),
    CATEGORIES("Categories", Group.RESULTS, Feather.LIST),
    FIGURES("Figures", Group.RESULTS, Feather.BAR_CHART_2),
    MODELS("Models", Group.PROGRAM, Feather.CPU),
    JOBS("Jobs", Group.PROGRAM, Feather.ACTIVITY),
    SETTINGS("Settings", Group.PROGRAM, Feather.SETTINGS);

    /** Groups of views in the navigation. */
    public enum Group {
        STUDY("Study"),
        DATA("Data"),
        RESULTS("Results"),
        PROGRAM("Program");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final String title;
    private final Group group;
    private final Feather icon;

    ViewId(String title, Group group, Feather icon) {
        this.title = title;
        this.group = group;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    public Group group() {
        return group;
    }

    public Ikon icon() {
        return icon;
    }
}
