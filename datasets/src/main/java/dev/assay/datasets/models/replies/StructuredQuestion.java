package dev.assay.datasets.models.replies;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.FailureKind.Handling;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ModelGateway.Asked;
import dev.assay.datasets.models.ModelGateway.Asked.Replied;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.replies.ParsedReply.Invalid;
import dev.assay.datasets.models.replies.ParsedReply.Valid;
import java.util.List;
import java.util.Optional;

/**
 * Asks a model for an object of some form. A reply that cannot be used is shown to the model once, with what is wrong; if that does not help, or the
 * model declines, the question has failed.
 *
 * <p>A reply that was mended keeps its place in the ledger: when the same is asked again, both turns are served from there, also without a network.
 * Only when the question has failed are its replies rejected, so that asking again asks anew.
 *
 * <p>Used by many threads at once.
 */
public final class StructuredQuestion {

    private final ModelGateway gateway;
    private final ModelDefinition model;
    private final ReplySchema schema;
    private final ReplyParser parser;

    public StructuredQuestion(ModelGateway gateway, ModelDefinition model, ReplySchema schema, ReplyCheck check) {
        this.gateway = gateway;
        this.model = model;
        this.schema = schema;
        this.parser = new ReplyParser(schema, check);
    }

    /**
     * @param conversation the person's turn last
     * @param replicate see {@link ModelRequest}
     * @param unit key of the unit of work in the run
     * @throws dev.assay.datasets.StoppedException if the work is to stop
     */
    public StructuredAnswer ask(List<Message> conversation, int replicate, String unit) {
        return switch (send(conversation, replicate, unit)) {
            case Asked.Failed failed -> new StructuredAnswer.Failed(failed.failure());
            case Asked.Waiting waiting -> new StructuredAnswer.Waiting();
            case Replied replied -> switch (parser.parse(replied.text(), conversation)) {
                case Valid valid -> new StructuredAnswer.Value(valid.value(), replied.call());
                case Invalid invalid when invalid.failure().kind() == FailureKind.REFUSED -> fail(replied, invalid.failure());
                case Invalid invalid -> repair(conversation, replicate, unit, replied, invalid.failure());
            };
        };
    }

    private StructuredAnswer repair(List<Message> conversation, int replicate, String unit, Replied first, ModelFailure problem) {
        List<Message> turns = RepairTurn.after(conversation, first.text(), problem);
        return switch (send(turns, replicate, unit)) {
            case Asked.Waiting waiting -> new StructuredAnswer.Waiting();
            case Asked.Failed failed -> {
                // Where asking the same again cannot help, the first reply must not lead here again.
                if (failed.failure().kind().handling() == Handling.FAILS_THE_UNIT && failed.failure().kind() != FailureKind.NOT_IN_LEDGER) {
                    gateway.reject(first.call(), problem);
                }
                yield new StructuredAnswer.Failed(failed.failure());
            }
            case Replied second -> switch (parser.parse(second.text(), turns)) {
                case Valid valid -> new StructuredAnswer.Value(valid.value(), second.call());
                case Invalid invalid -> {
                    gateway.reject(second.call(), invalid.failure());
                    yield fail(first, problem, invalid.failure());
                }
            };
        };
    }

    private StructuredAnswer fail(Replied reply, ModelFailure problem) {
        return fail(reply, problem, problem);
    }

    private StructuredAnswer fail(Replied reply, ModelFailure problem, ModelFailure outcome) {
        gateway.reject(reply.call(), problem);
        return new StructuredAnswer.Failed(outcome);
    }

    private Asked send(List<Message> conversation, int replicate, String unit) {
        return gateway.ask(model, new ModelRequest(conversation, Optional.of(schema), replicate), unit);
    }
}
