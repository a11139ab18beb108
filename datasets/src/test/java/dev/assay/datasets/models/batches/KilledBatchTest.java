package dev.assay.datasets.models.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.jobs.UnitTable;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.StoredCall;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.BatchEndpoints;
import dev.assay.datasets.testing.ChildProgram;
import dev.assay.datasets.testing.ModelServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed ({@code kill -9}) while it collects, uploads, waits for and takes in a batch makes no batch twice and loses no result. */
class KilledBatchTest {

    private static final int CALLS = 2_000;
    private static final int KILLS = 12;
    private static final int LONGEST_MILLIS = 900;

    private final List<ChildProgram> programs = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void endPrograms() {
        programs.forEach(ChildProgram::close);
    }

    @Test
    void everyUnitIsDoneOnceOutOfOrderWithErrorsAcrossKills() throws Exception {
        Path file = folder.resolve("s.assay");
        fill(file);
        Random random = new Random(20261123);
        try (ModelServer server = ModelServer.start()) {
            BatchEndpoints endpoints = BatchEndpoints.on(server, 7).errors(0.03).looksUntilDone(40);
            ChildProgram waiting = program(file, server.baseUrl());
            int cut = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                ChildProgram program = waiting;
                waiting = program(file, server.baseUrl());
                begin(program);
                program.killAfter(random.nextInt(LONGEST_MILLIS));
                if (program.remainingLines().isEmpty()) {
                    cut++;
                }
            }
            assertThat(cut).as("kills that hit the work").isGreaterThanOrEqualTo(KILLS / 2);
            begin(waiting);
            assertThat(waiting.line().orElse("")).isIn("DONE", "PARTLY_DONE");
            assertThat(waiting.exitCode()).isZero();

            assertThat(endpoints.asked()).as("no call is in two batches").allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
            assertThat(endpoints.uploads()).as("no file is uploaded twice").hasSize(endpoints.batches()).doesNotHaveDuplicates();
            try (Study study = Study.openReadOnly(file)) {
                List<StoredCall> calls = study.read(reading -> {
                    try (Stream<StoredCall> all = new CallTable().stream(reading)) {
                        return all.toList();
                    }
                });
                assertThat(calls).as("every call that was made is a row, once").hasSize(endpoints.asked().size());
                List<String> answered = calls.stream().filter(call -> call.call().answered()).map(call -> call.call().requestHash()).toList();
                assertThat(new HashSet<>(answered)).as("nothing is answered twice").hasSameSizeAs(answered);
                assertThat(study.<Integer>read(new ResponseTable()::count)).isEqualTo(answered.size());
                UnitTable.Counts units = study.read(reading -> new UnitTable().counts(reading, BatchProgram.specification(server.baseUrl()).runId()));
                assertThat(units).isEqualTo(new UnitTable.Counts(answered.size(), CALLS - answered.size()));
                assertThat(study.<List<Batch>>read(new BatchTable()::all)).allMatch(batch -> batch.state().isEnd());
            }
        }
    }

    private ChildProgram program(Path file, URI baseUrl) throws Exception {
        ChildProgram program = ChildProgram.start(folder, BatchProgram.class, file, baseUrl);
        programs.add(program);
        assertThat(program.line()).hasValue("ready");
        return program;
    }

    private static void begin(ChildProgram program) throws Exception {
        program.tell("begin");
        assertThat(program.line()).hasValue("begun");
    }

    private static void fill(Path file) {
        try (Study study = Study.create(file, Clock.systemUTC())) {
            study.change(writing -> {
                String run = new RunTable(Clock.systemUTC()).begin(writing, "import", "imported", JsonNodeFactory.instance.objectNode(), 0).id();
                for (int i = 0; i < CALLS; i++) {
                    assertThat(new QueryTable().insert(writing, Query.of("Question " + i), run)).isTrue();
                }
            });
        }
    }
}
