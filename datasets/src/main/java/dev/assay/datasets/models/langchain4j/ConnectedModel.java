package dev.assay.datasets.models.langchain4j;

import dev.assay.datasets.StoppedException;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.SchemaSupport;
import dev.assay.datasets.models.http.Credentials;
import dev.assay.datasets.models.http.FailureReading;
import dev.assay.datasets.models.http.HttpReply;
import dev.assay.datasets.models.http.ReplyReading;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model of a service. Its calls know nothing of each other but how the service is told the form of a reply. */
final class ConnectedModel implements LanguageModel {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectedModel.class);

    private final ModelDefinition model;
    private final Credentials credentials;
    private final ChatModel adapter;
    private final FailureReading failures;
    private final FormTelling form;

    ConnectedModel(ModelDefinition model, Credentials credentials, ChatModel adapter, FailureReading failures) {
        this.model = model;
        this.credentials = credentials;
        this.adapter = adapter;
        this.failures = failures;
        this.form = new FormTelling(model);
    }

    @Override
    public RawReply ask(ModelRequest request) {
        if (model.needsKey() && !credentials.key().isPresent()) {
            throw new ModelFailedException(ModelFailure.of(FailureKind.NO_KEY, ""));
        }
        SchemaSupport support = form.now();
        try {
            return ask(request, support);
        } catch (ModelFailedException e) {
            if (request.schema().isPresent() && form.isSimplerAfter(support, e.failure())) {
                return ask(request);
            }
            throw e;
        }
    }

    private RawReply ask(ModelRequest request, SchemaSupport support) {
        ChatRequest written = Conversation.of(model, request, support);
        Exchange exchange = Exchange.during(() -> call(written));
        HttpReply reply = exchange.reply().map(credentials::hideIn).orElseThrow(() -> withoutReply(exchange));
        if (!reply.isSuccess()) {
            throw new ModelFailedException(failures.of(reply));
        }
        return ReplyReading.of(model.provider(), reply.body()).orElseThrow(() -> new ModelFailedException(failures.ofStrange(reply)));
    }

    private void call(ChatRequest request) {
        try {
            adapter.chat(request);
        } catch (Exchange.Over e) {
            // What came is in the exchange.
        } catch (RuntimeException e) {
            // An adapter that wraps what broke the exchange off says nothing new. The message might hold what should not be logged.
            if (Exchange.ofThisThread().breakage().isEmpty() && Exchange.ofThisThread().reply().isEmpty() && !Thread.currentThread().isInterrupted()) {
                LOG.warn("the adapter for {} cannot write a request: {}", model.provider().id(), e.getClass().getName());
            }
        }
    }

    private RuntimeException withoutReply(Exchange exchange) {
        Exception why = exchange.breakage()
                .orElseThrow(() -> new ModelFailedException(
                        ModelFailure.of(FailureKind.BAD_REQUEST, "the request cannot be written for " + model.provider().id())));
        return why instanceof InterruptedException
                ? new StoppedException("stopped while waiting for " + model.name())
                : new ModelFailedException(failures.of(why, model.address()));
    }

    /** The connections belong to the connector. */
    @Override
    public void close() {}
}
