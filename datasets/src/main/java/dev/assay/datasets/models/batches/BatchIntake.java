package dev.assay.datasets.models.batches;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.budget.Pricing;
import dev.assay.datasets.models.ledger.Call;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Takes results into the ledger, each by its custom id: in any order, and twice without harm. A line is stored before anybody reads the reply in it. What
 * failed may still be answered by a later line; what is answered stays as it is.
 */
final class BatchIntake {

    private static final int LINES_AT_ONCE = 500;

    private final Study study;
    private final Supplier<Instant> now;
    private final BiConsumer<String, ModelFailure> onFailure;
    private final BatchTable batches = new BatchTable();
    private final CallTable calls = new CallTable();

    /** @param onFailure told of each call that came back as failed, with the hash of its request */
    BatchIntake(Study study, Supplier<Instant> now, BiConsumer<String, ModelFailure> onFailure) {
        this.study = study;
        this.now = now;
        this.onFailure = onFailure;
    }

    /**
     * Takes in a file of results or of errors.
     *
     * @param name of the file, for what is said about its lines
     * @param clean applied to each line before anything else
     * @throws AssayException if the file cannot be read; what was read before is taken in
     */
    IntakeReport take(Path file, String name, UnaryOperator<String> clean) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8), 1 << 16)) {
            BoundedLines lines = new BoundedLines(reader, BoundedLines.LONGEST);
            IntakeReport report = IntakeReport.NOTHING;
            long number = 1;
            for (List<String> some = some(lines); !some.isEmpty(); some = some(lines)) {
                report = report.plus(take(some.stream().map(clean).toList(), name, number));
                number += some.size();
            }
            return report;
        } catch (IOException e) {
            throw new AssayException("cannot read " + name + " (" + e.getMessage() + "): check the file and its permissions", e);
        }
    }

    private static List<String> some(BoundedLines lines) throws IOException {
        List<String> some = new ArrayList<>();
        long characters = 0;
        while (some.size() < LINES_AT_ONCE && characters < BoundedLines.LONGEST) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            characters += line.get().length();
            some.add(line.get());
        }
        return some;
    }

    private IntakeReport take(List<String> lines, String name, long first) {
        return study.write(writing -> {
            Tally tally = new Tally();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    takeLine(writing, lines.get(i), name + ":" + (first + i), tally);
                }
            }
            return tally.report();
        });
    }

    private void takeLine(Writing writing, String line, String place, Tally tally) {
        try {
            ResultLine result = ResultLine.parse(line);
            Optional<BatchRequest> request = batches.request(writing, result.customId());
            if (request.isEmpty()) {
                tally.reject(place + ": there is no call " + result.customId() + " in the batches of this study");
            } else if (request.get().state() == BatchRequest.State.DONE
                    || (request.get().state() == BatchRequest.State.FAILED && result.failure().isPresent())) {
                tally.unchanged++;
            } else {
                store(writing, request.get(), result);
                tally.count(result.failure().isPresent());
            }
        } catch (ResultLine.BrokenLine e) {
            tally.reject(place + ": " + e.getMessage());
        }
    }

    /** Everything of a batch about which no line came has failed. Returns how many those were. */
    long failRest(String batchId, ModelFailure failure) {
        long all = 0;
        while (true) {
            int some = study.write(writing -> {
                List<BatchRequest> rest = batches.waiting(writing, batchId, LINES_AT_ONCE);
                rest.forEach(request ->
                        store(writing, request, new ResultLine(request.customId(), Optional.empty(), Optional.of(failure))));
                return rest.size();
            });
            if (some == 0) {
                return all;
            }
            all += some;
        }
    }

    private void store(Writing writing, BatchRequest request, ResultLine result) {
        Batch batch = batches.find(writing, request.batchId()).orElseThrow();
        long sequence = calls.insert(writing, row(request, batch, result));
        assert sequence > 0;
        boolean failed = result.failure().isPresent();
        batches.settle(writing, request.customId(), failed ? BatchRequest.State.FAILED : BatchRequest.State.DONE);
        result.failure().ifPresent(failure -> onFailure.accept(request.requestHash(), failure));
    }

    private Call row(BatchRequest request, Batch batch, ResultLine result) {
        Optional<RawReply> reply = result.reply();
        Optional<ModelFailure> failure = result.failure();
        Optional<FinishReason> finish = reply.map(RawReply::finish);
        return new Call(
                request.requestHash(), batch.runId(), request.unit(), batch.model(), batch.modelAsked(), reply.flatMap(RawReply::modelAnswered),
                request.replicate(), failure.map(failed -> failed.kind().id()).orElse(Call.REPLY), failure.map(ModelFailure::detail).orElse(""),
                finish, reply.map(any -> 200).or(() -> failure.flatMap(ModelFailure::httpStatus)), reply.flatMap(RawReply::tokensIn),
                reply.flatMap(RawReply::tokensOut), reply.flatMap(any -> cost(batch.price(), any).or(request::expectedCost)), Duration.ZERO, 0, Optional.of(batch.id()),
                now.get(), request.request(), reply.map(RawReply::text), reply.map(RawReply::body).or(() -> failure.flatMap(ModelFailure::body)));
    }

    private static Optional<Double> cost(Optional<Price> price, RawReply reply) {
        return price.flatMap(known -> reply.tokensIn().flatMap(in -> reply.tokensOut().map(out -> Pricing.BATCH.of(known, in, out))));
    }

    private static final class Tally {

        private long replies;
        private long failed;
        private long unchanged;
        private long rejectedTotal;
        private final List<String> rejected = new ArrayList<>();

        void count(boolean failure) {
            if (failure) {
                failed++;
            } else {
                replies++;
            }
        }

        void reject(String why) {
            rejectedTotal++;
            rejected.add(why);
        }

        IntakeReport report() {
            return new IntakeReport(replies, failed, unchanged, rejected, rejectedTotal);
        }
    }
}
