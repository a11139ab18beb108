package dev.assay.datasets.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunTableTest {

    private final RunTable runs = new RunTable(Clocks.fixed());

    @TempDir
    Path folder;

    private Path file;
    private Study study;

    @BeforeEach
    void makeAStudy() {
        file = folder.resolve("s.assay");
        study = Study.create(file, Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void theSameWorkIsTheSameRunAndGoesOn() {
        Run first = begin(spec("a", 1, "b", 2), 7);
        end(first, RunState.CANCELLED);
        Run second = begin(spec("b", 2, "a", 1), 7);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.state()).isEqualTo(RunState.RUNNING);
        assertThat(second.finishedAt()).isEmpty();
        assertThat(study.read(runs::all)).hasSize(1);
    }

    @Test
    void anotherSeedOrSpecificationIsAnotherRun() {
        assertThat(begin(spec("a", 1, "b", 2), 7).id())
                .isNotEqualTo(begin(spec("a", 1, "b", 2), 8).id())
                .isNotEqualTo(begin(spec("a", 1, "b", 3), 7).id());
    }

    @Test
    void whatWasRunningWhenTheProgramEndedIsInterruptedAndNothingElseIs() {
        Run done = begin(spec("a", 1, "b", 1), 1);
        end(done, RunState.DONE);
        Run unfinished = begin(spec("a", 1, "b", 1), 2);
        study.close();

        study = Study.open(file, Clocks.fixed());

        assertThat(state(done)).isEqualTo(RunState.DONE);
        assertThat(state(unfinished)).isEqualTo(RunState.INTERRUPTED);
        assertThat(study.read(reading -> runs.find(reading, unfinished.id())).orElseThrow().finishedAt()).isEmpty();
    }

    @Test
    void openingToReadInterruptsNothing() {
        Run running = begin(spec("a", 1, "b", 1), 1);
        Study.openReadOnly(file).close();
        assertThat(state(running)).isEqualTo(RunState.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void everyStateCanBeEndedInOrIsRefused(RunState state) {
        Run run = begin(spec("a", 1, "b", 1), 1);
        if (state.isEnd()) {
            end(run, state);
            assertThat(state(run)).isEqualTo(state);
        } else {
            assertThatThrownBy(() -> end(run, state)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void aRunIsLeftAtItsEndOrStopped(RunState state) {
        Run run = begin(spec("a", 1, "b", 1), 1);
        if (state.isEnd() || state.isStopped()) {
            study.change(writing -> runs.leave(writing, run.id(), state));
            assertThat(state(run)).isEqualTo(state);
        } else {
            assertThatThrownBy(() -> study.change(writing -> runs.leave(writing, run.id(), state))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsKeptWithARunMakesItNoOther() {
        Run run = begin(spec("a", 1, "b", 1), 1);
        study.change(writing -> runs.keep(writing, run.id(), "calls", Optional.of("in batches")));
        Run again = begin(spec("a", 1, "b", 1), 1);
        assertThat(again.id()).isEqualTo(run.id());
        assertThat(again.spec().path("calls").asText()).isEqualTo("in batches");
        study.change(writing -> runs.keep(writing, run.id(), "calls", Optional.empty()));
        assertThat(begin(spec("a", 1, "b", 1), 1).spec()).isEqualTo(run.spec());
    }

    @Test
    void aRunThatWaitsForOthersIsQueuedAndIsNotForgottenByTheNextProgram() {
        Run queued = study.write(writing -> runs.queue(writing, "judge", "local", spec("a", 1, "b", 1), 1));
        assertThat(queued.state()).isEqualTo(RunState.QUEUED);
        study.close();
        study = Study.open(file, Clocks.fixed());
        assertThat(state(queued)).isEqualTo(RunState.INTERRUPTED);
        assertThat(begin(spec("a", 1, "b", 1), 1).id()).isEqualTo(queued.id());

        end(queued, RunState.DONE);
        assertThat(study.<Run>write(writing -> runs.queue(writing, "judge", "local", spec("a", 1, "b", 1), 1)).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aRunThatIsNotThereCannotEnd() {
        assertThatThrownBy(() -> study.change(writing -> runs.end(writing, "nobody", RunState.DONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    private Run begin(ObjectNode spec, long seed) {
        return study.write(writing -> runs.begin(writing, "judge", "local", spec, seed));
    }

    private void end(Run run, RunState state) {
        study.change(writing -> runs.end(writing, run.id(), state));
    }

    private RunState state(Run run) {
        return study.read(reading -> runs.find(reading, run.id())).orElseThrow().state();
    }

    private static ObjectNode spec(String firstName, int first, String secondName, int second) {
        return JsonNodeFactory.instance.objectNode().put(firstName, first).put(secondName, second);
    }
}
