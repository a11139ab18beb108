package dev.assay.app.shell;

import dev.assay.app.categories.CategoriesView;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.gallery.GalleryView;
import dev.assay.app.jobs.JobsView;
import dev.assay.app.jobs.StudySteps;
import dev.assay.app.models.ModelsView;
import dev.assay.app.overview.OverviewView;
import dev.assay.app.profiles.ProfilesView;
import dev.assay.app.queries.QueriesView;
import dev.assay.app.responses.ResponsesView;
import dev.assay.app.settings.SettingsView;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import java.util.Optional;
import java.util.function.Function;

/** Makes the views of one study, with what they share. */
final class Views implements Function<ViewId, View> {

    private final Workbench workbench;
    private final LoadedProfiles profiles;
    private final StudySteps steps;

    Views(Workbench workbench) {
        this.workbench = workbench;
        this.profiles = new LoadedProfiles(workbench.study());
        this.steps = new StudySteps(workbench.study(), workbench.jobs(), workbench.models()::services);
    }

    @Override
    public View apply(ViewId id) {
        return switch (id) {
            case OVERVIEW -> new OverviewView(workbench, profiles, steps);
            case QUERIES -> new QueriesView(workbench);
            case RESPONSES -> new ResponsesView(workbench);
            case PROFILES -> new ProfilesView(workbench, profiles);
            case CATEGORIES -> new CategoriesView(workbench, profiles);
            case FIGURES -> new GalleryView(workbench, profiles);
            case MODELS -> new ModelsView(workbench);
            case JOBS -> new JobsView(workbench, steps);
            case SETTINGS -> new SettingsView(workbench.settings(), Optional.of(workbench.study().file()));
        };
    }
}
