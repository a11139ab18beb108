package dev.assay.datasets.responding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.jobs.UnitTable;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.StoredCall;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.ChildProgram;
import dev.assay.datasets.testing.ModelServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed ({@code kill -9}) while models answer loses no reply that it had stored, and pays none of them again. */
class KilledRespondingTest {

    private static final int KILLS = 50;
    private static final int CALLS = 2_000;
    private static final int CONCURRENCY = 16;
    private static final int LONGEST_MILLIS = 250;

    private final List<ChildProgram> programs = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void endPrograms() {
        programs.forEach(ChildProgram::close);
    }

    @Test
    void nothingStoredIsLostOrPaidTwiceAfterEachOf50Kills() throws Exception {
        Path file = folder.resolve("s.assay");
        RespondProgram.fill(file, CALLS);
        Random random = new Random(20261122);
        try (ModelServer server = ModelServer.start().latency(Duration.ofMillis(80))) {
            ChildProgram waiting = program(file, server.baseUrl());
            int lost = 0;
            int stored = 0;
            int interruptedRuns = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                ChildProgram program = waiting;
                waiting = program(file, server.baseUrl());
                begin(program);
                program.killAfter(random.nextInt(LONGEST_MILLIS));
                try (Study study = Study.open(file, Clock.systemUTC())) {
                    int before = stored;
                    stored = calls(study).size();
                    int lostNow = server.requests() - stored - lost;
                    assertThat(stored).isGreaterThanOrEqualTo(before);
                    assertThat(lostNow).as("calls in flight at kill %d", kill).isBetween(0, CONCURRENCY);
                    lost += lostNow;
                    if (study.read(new RunTable(Clock.systemUTC())::all).getFirst().state() == RunState.INTERRUPTED) {
                        interruptedRuns++;
                    }
                    assertThat(study.check().problems()).isEmpty();
                }
            }
            assertThat(interruptedRuns).as("kills that hit the work").isGreaterThan(KILLS / 2);

            begin(waiting);
            assertThat(waiting.line()).hasValue("DONE");
            assertThat(waiting.exitCode()).isZero();

            assertThat(server.requests()).isEqualTo(CALLS + lost);
            assertThat(server.repeats()).isEqualTo(lost);
            assertThat(finished(file)).isEqualTo(untouched(server.baseUrl()));
        }
    }

    private ChildProgram program(Path file, URI baseUrl) throws Exception {
        ChildProgram program = ChildProgram.start(folder, RespondProgram.class, file, baseUrl, CONCURRENCY);
        programs.add(program);
        assertThat(program.line()).hasValue("ready");
        return program;
    }

    private static void begin(ChildProgram program) throws Exception {
        program.tell("begin");
        assertThat(program.line()).hasValue("begun");
    }

    /** The rows of a study in which everything is done, each exactly once. */
    private static List<Response> finished(Path file) {
        try (Study study = Study.openReadOnly(file)) {
            List<StoredCall> calls = calls(study);
            assertThat(calls).hasSize(CALLS).allMatch(call -> call.call().answered());
            assertThat(calls.stream().map(call -> call.call().requestHash()).distinct()).hasSize(CALLS);
            String run = calls.getFirst().call().runId();
            UnitTable.Counts units = study.read(reading -> new UnitTable().counts(reading, run));
            assertThat(units).isEqualTo(new UnitTable.Counts(CALLS, 0));
            List<Response> responses = study.read(reading -> {
                try (Stream<Response> all = new ResponseTable().stream(reading)) {
                    return all.toList();
                }
            });
            assertThat(responses).hasSize(CALLS);
            return responses;
        }
    }

    private List<Response> untouched(URI baseUrl) throws Exception {
        Path file = folder.resolve("untouched.assay");
        RespondProgram.fill(file, CALLS);
        try (Study study = Study.open(file, Clock.systemUTC())) {
            assertThat(RespondProgram.respond(study, RespondProgram.model(baseUrl, "alpha", 200)).state()).isEqualTo(RunState.DONE);
        }
        return finished(file);
    }

    private static List<StoredCall> calls(Study study) {
        return study.read(reading -> {
            try (Stream<StoredCall> all = new CallTable().stream(reading)) {
                return all.toList();
            }
        });
    }
}
