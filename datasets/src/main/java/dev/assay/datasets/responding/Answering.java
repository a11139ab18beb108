package dev.assay.datasets.responding;

import dev.assay.datasets.jobs.UnitWork;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ModelGateway.Asked;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.budget.Estimation;
import dev.assay.datasets.models.replies.FreeReply;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a subject a query, turn by turn: it sees the person's turns and its own answers to them. Reasoning that it wrote before an answer is no part of
 * it and stays in the ledger. If one turn fails the unit fails; the answers to the turns before stay in the ledger too.
 */
final class Answering implements UnitWork<Assignment> {

    private final ModelGateway gateway;
    private final String runId;
    private final ResponseTable responses = new ResponseTable();

    Answering(ModelGateway gateway, String runId) {
        this.gateway = gateway;
        this.runId = runId;
    }

    @Override
    public String key(Assignment unit) {
        return unit.key();
    }

    private static List<String> turns(Assignment unit) {
        List<String> turns = new ArrayList<>();
        turns.add(unit.query().text());
        turns.addAll(unit.query().followUps());
        return turns;
    }

    private static ModelRequest request(List<Message> conversation, Assignment unit) {
        return new ModelRequest(conversation, Optional.empty(), unit.replicate());
    }

    /** Adds the calls of a unit to an estimate. */
    static void plan(Assignment unit, Estimation estimation) {
        List<Message> known = new ArrayList<>();
        int unknown = 0;
        for (String turn : turns(unit)) {
            known.add(Message.user(turn));
            if (unknown > 0) {
                estimation.addLaterTurn(unit.subject(), request(known, unit), unknown);
                unknown++;
                continue;
            }
            Optional<String> answer = estimation.add(unit.subject(), request(known, unit))
                    .map(FreeReply::of)
                    .filter(reply -> reply.failure().isEmpty())
                    .map(FreeReply::text);
            answer.ifPresent(text -> known.add(Message.assistant(text)));
            unknown = answer.isPresent() ? 0 : 1;
        }
    }

    @Override
    public Result work(Assignment unit) {
        List<String> turns = turns(unit);
        List<Message> conversation = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (String turn : turns) {
            conversation.add(Message.user(turn));
            Asked asked = gateway.ask(unit.subject(), request(conversation, unit), unit.key());
            switch (asked) {
                case Asked.Replied(long call, String written, boolean _) -> {
                    FreeReply reply = FreeReply.of(written);
                    if (reply.failure().isPresent()) {
                        gateway.reject(call, reply.failure().get());
                        return failed(reply.failure().get());
                    }
                    conversation.add(Message.assistant(reply.text()));
                    answers.add(reply.text());
                }
                case Asked.Failed(ModelFailure failure) -> {
                    return failed(failure);
                }
                case Asked.Waiting() -> {
                    return new Result.Waiting();
                }
            }
        }
        Response response =
                new Response(unit.query().id(), unit.subject().name(), unit.replicate(), answers.getFirst(), answers.subList(1, answers.size()));
        return new Result.Done(writing -> {
            // False if the same was imported meanwhile: that answer stays.
            boolean added = responses.insert(writing, response, runId);
            assert added || responses.find(writing, response.queryId(), response.subject(), response.replicate()).isPresent();
        });
    }

    private static Result failed(ModelFailure failure) {
        return new Result.Failed(failure.kind().id(), failure.inWords());
    }
}
