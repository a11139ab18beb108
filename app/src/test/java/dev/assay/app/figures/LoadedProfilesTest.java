package dev.assay.app.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.app.charts.LeaderboardData;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedProfilesTest {

    private static final List<String> SUBJECTS = List.of("a", "b");

    @TempDir
    Path folder;

    @Test
    void whoeverAsksForTheSameProfileGetsTheSameOne() {
        try (Study study = judged()) {
            LoadedProfiles profiles = new LoadedProfiles(new OpenStudy(study, Clocks.fixed()));
            CompletableFuture<LoadedProfile> elsewhere = CompletableFuture.supplyAsync(() -> profiles.latest(0));
            LoadedProfile here = profiles.latest(0);
            assertThat(elsewhere.join()).isSameAs(here);
            assertThat(profiles.ofRun(here.run().id(), 0)).isSameAs(here);
        }
    }

    @Test
    void aChangedStudyIsProfiledAnew() {
        try (Study study = judged()) {
            LoadedProfiles profiles = new LoadedProfiles(new OpenStudy(study, Clocks.fixed()));
            LoadedProfile before = profiles.latest(0);
            assertThat(profiles.latest(1)).isNotSameAs(before).extracting(LoadedProfile::profile).isEqualTo(before.profile());
        }
    }

    @Test
    void aFailureIsToldAndTriedAgain() {
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            LoadedProfiles profiles = new LoadedProfiles(new OpenStudy(study, Clocks.fixed()));
            assertThatThrownBy(() -> profiles.latest(0)).isInstanceOf(AssayException.class).hasMessageContaining("no judgments");
            assertThatThrownBy(() -> profiles.ofRun("no such run", 0)).isInstanceOf(AssayException.class);
            study.change(writing -> JudgedStudy.judge(writing, List.of(), 0, (query, subject) -> OptionalDouble.empty(), 1));
            assertThat(profiles.runs()).hasSize(1);
            assertThatThrownBy(() -> profiles.latest(0)).hasMessageContaining("has made no judgment");
        }
    }

    @Test
    void theNumberOfSubjectsIsNotReadAsPartOfTheirMean() {
        try (Study study = judged()) {
            LoadedProfile loaded = new LoadedProfiles(new OpenStudy(study, Clocks.fixed())).latest(0);
            assertThat(new StudyFigures(loaded.profile(), loaded.scale()).leaderboard().reference())
                    .map(LeaderboardData.Reference::name).contains("mean of two subjects");
        }
    }

    private Study judged() {
        return JudgedStudy.create(
                folder.resolve("s.assay"), List.of("/coding/Language/Java"), SUBJECTS, 10, (query, subject) -> OptionalDouble.of(query + subject));
    }
}
