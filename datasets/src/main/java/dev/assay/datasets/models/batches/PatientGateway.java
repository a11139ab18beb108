package dev.assay.datasets.models.batches;

import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.study.Study;
import java.util.Set;

/** Normal calls beside batches: what waits in a batch is left to it, so that nothing is paid twice; everything else is asked now. */
public final class PatientGateway implements ModelGateway {

    private final ModelGateway gateway;
    private final Set<String> waiting;

    /** @param gateway by which the calls are made */
    public PatientGateway(Study study, ModelGateway gateway) {
        this.gateway = gateway;
        this.waiting = Set.copyOf(study.read(new BatchTable()::waitingHashes));
    }

    @Override
    public Asked ask(ModelDefinition model, ModelRequest request, String unit) {
        if (!waiting.isEmpty() && waiting.contains(RequestJson.hash(RequestJson.of(model, request), request.replicate()))) {
            return new Asked.Waiting();
        }
        return gateway.ask(model, request, unit);
    }

    @Override
    public void reject(long call, ModelFailure failure) {
        gateway.reject(call, failure);
    }
}
