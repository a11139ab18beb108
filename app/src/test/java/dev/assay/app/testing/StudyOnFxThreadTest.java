package dev.assay.app.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyOnFxThreadTest {

    @TempDir
    private Path folder;

    @Test
    void readingAndWritingOnTheJavaFxThreadIsSeen() {
        try (Study study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
                StudyOnFxThread watch = new StudyOnFxThread()) {
            Bench.onFx(() -> study.read(reading -> new QueryTable().count(reading)));
            Bench.onFx(() -> study.<Boolean>write(writing -> true));
            assertThat(watch.calls()).hasSize(2).allSatisfy(stack -> assertThat(stack).contains("StudyOnFxThreadTest"));
        }
    }

    @Test
    void elsewhereItIsAllowed() {
        try (Study study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
                StudyOnFxThread watch = new StudyOnFxThread()) {
            long queries = study.<Long>read(reading -> (long) new QueryTable().count(reading));
            assertThat(queries).isZero();
            assertThat(watch.calls()).isEmpty();
        }
    }

    /** So every test of a view is one of this too. */
    @Test
    void aBenchFailsWhoseViewReadsTheStudyOnTheJavaFxThread() {
        assertThatThrownBy(() -> {
                    try (Study study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
                            Bench bench = new Bench(study)) {
                        Bench.onFx(() -> bench.workbench().study().read(reading -> new QueryTable().count(reading)));
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("on the JavaFX thread");
    }
}
