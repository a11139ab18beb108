package dev.assay.app.shell;

import dev.assay.app.workbench.Actions;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Costs;
import dev.assay.app.workbench.Details;
import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.OwnModels;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.study.Study;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** One open study: its jobs, the places visited in it, and its views, each made when it is first shown. */
final class Session implements AutoCloseable {

    private final OpenStudy study;
    private final Jobs jobs;
    private final History history = new History(Place.of(ViewId.OVERVIEW));
    private final Workbench workbench;
    private final Edits edits;
    private final Function<ViewId, View> factory;
    private final Map<ViewId, View> views = new EnumMap<>(ViewId.class);

    /**
     * What the program has, whatever the study.
     *
     * @param models of the person
     * @param views makes what makes the views of a study
     * @param faults told of faults of the program
     */
    record Program(
            Background background,
            Actions actions,
            Dialogs dialogs,
            Settings settings,
            Clock clock,
            OwnModels models,
            Function<Workbench, Function<ViewId, View>> views,
            Consumer<Throwable> faults) {}

    Session(Study opened, Program program) {
        study = new OpenStudy(opened, program.clock());
        jobs = new Jobs(program.background(), System::nanoTime, study::changed, program.faults());
        workbench = new Workbench(
                study, program.background(), history, program.actions(), jobs, new Details(), program.dialogs(), program.settings(),
                program.models(), new Costs(study, program.background(), jobs));
        edits = new Edits(study, program.background(), program.dialogs());
        factory = program.views().apply(workbench);
    }

    Workbench workbench() {
        return workbench;
    }

    OpenStudy study() {
        return study;
    }

    History history() {
        return history;
    }

    Edits edits() {
        return edits;
    }

    Jobs jobs() {
        return jobs;
    }

    /** Whether the view was made. */
    boolean has(ViewId id) {
        return views.containsKey(id);
    }

    View view(ViewId id) {
        View view = views.get(id);
        if (view == null) {
            view = factory.apply(id);
            views.put(id, view);
        }
        return view;
    }

    /** Waits until what runs has stored its last unit; not on the JavaFX thread. */
    @Override
    public void close() {
        jobs.close();
        study.study().close();
    }

    /** On the JavaFX thread, before {@link #close}. */
    void closeViews() {
        views.values().forEach(View::close);
        views.clear();
    }
}
