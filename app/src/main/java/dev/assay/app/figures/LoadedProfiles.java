package dev.assay.app.figures;

import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.judges.Judgment;
import dev.assay.judges.profiles.Branches;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.profiles.ProfileOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The profiles that the views of one window show: each is computed once for a run and a state of the study, however many views ask. To be
 * asked on background threads only; who asks for what another thread is computing waits for that.
 */
public final class LoadedProfiles {

    private static final long SEED = 1;

    /** Profiles kept: the one that is looked at and the one before, to go back and forth between two runs. */
    private static final int KEPT = 2;

    private record Key(String runId, long version) {}

    private final OpenStudy study;
    private final ProfileLoader loader = new ProfileLoader();
    private final RunTable runs;
    private final Map<Key, FutureTask<LoadedProfile>> kept = new LinkedHashMap<>(8, 0.75f, true);

    public LoadedProfiles(OpenStudy study) {
        this.study = study;
        this.runs = new RunTable(study.clock());
    }

    /** All runs of judging, also unfinished ones, the latest first. */
    public List<Run> runs() {
        return study.read(reading -> runs.ofStep(reading, Judgment.STEP));
    }

    /**
     * The profile of the latest finished run of judging.
     *
     * @param version of the study, as {@link OpenStudy#version} said on the JavaFX thread
     * @throws dev.assay.datasets.AssayException if there is none, or it made no judgment
     */
    public LoadedProfile latest(long version) {
        return ofRun(loader.latestRun(study.study()).id(), version);
    }

    /**
     * The profile of a run, also of one that is not finished: then of what it has made so far.
     *
     * @param version of the study, as {@link OpenStudy#version} said on the JavaFX thread
     * @throws dev.assay.datasets.AssayException if there is no such run of judging, or it made no judgment
     */
    public LoadedProfile ofRun(String runId, long version) {
        Key key = new Key(runId, version);
        FutureTask<LoadedProfile> task = task(key);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(key);
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the window was closed while a profile was computed", e);
        }
    }

    private synchronized FutureTask<LoadedProfile> task(Key key) {
        kept.keySet().removeIf(old -> old.version() < key.version());
        FutureTask<LoadedProfile> task = kept.computeIfAbsent(key, wanted -> new FutureTask<>(() -> load(wanted.runId())));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return task;
    }

    private synchronized void forget(Key key) {
        kept.remove(key);
    }

    private LoadedProfile load(String runId) {
        Source source = loader.ofRun(study.study(), runId);
        Profile profile = source.profile(ProfileOptions.seeded(SEED));
        return new LoadedProfile(source, RunScale.of(source.run()), profile, Branches.of(source, profile));
    }
}
