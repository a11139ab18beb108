package dev.assay.datasets.responding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.jobs.UnitTable;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RespondingTest {

    private static final ModelDefinition ALPHA = ModelDefinition.of("alpha", Provider.OPENAI, "a", Optional.empty());
    private static final ModelDefinition BETA = ModelDefinition.of("beta", Provider.OPENAI, "b", Optional.empty());
    private static final Query ONE_TURN = Query.of("How many legs has a spider?");
    private static final Query TWO_TURNS = Query.of("Name a river.", List.of("And where does it end?"), "");

    @TempDir
    Path folder;

    private final List<List<String>> conversations = Collections.synchronizedList(new ArrayList<>());
    private final List<String> rejected = Collections.synchronizedList(new ArrayList<>());
    private final Cancellation cancellation = new Cancellation();
    private Study study;
    private String importRun;

    @BeforeEach
    void openStudy() {
        study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
        importRun = study.write(writing -> {
            String run = new RunTable(Clock.systemUTC())
                    .begin(writing, "import", "imported", JsonNodeFactory.instance.objectNode(), 0).id();
            new QueryTable().insert(writing, ONE_TURN, run);
            new QueryTable().insert(writing, TWO_TURNS, run);
            return run;
        });
    }

    @AfterEach
    void closeStudy() {
        study.close();
    }

    @Test
    void everySubjectAnswersEveryQueryAsOftenAsIsAsked() {
        Responding.Result result = respond(new RespondSpecification(List.of(ALPHA, BETA), 2, Optional.empty()), this::echo);

        assertThat(result.responses()).isEqualTo(8);
        assertThat(result.state()).isEqualTo(RunState.DONE);
        assertThat(responses(ONE_TURN)).extracting(Response::subject, Response::replicate, Response::text).containsExactly(
                tuple("alpha", 0, "alpha 1 #0"), tuple("alpha", 1, "alpha 1 #1"),
                tuple("beta", 0, "beta 1 #0"), tuple("beta", 1, "beta 1 #1"));
    }

    @Test
    void atTheSecondTurnASubjectSeesWhatItSaidAtTheFirst() {
        respond(new RespondSpecification(List.of(ALPHA), 1, Optional.empty()), this::echo);

        assertThat(responses(TWO_TURNS)).extracting(Response::text, Response::followUps).containsExactly(
                tuple("alpha 1 #0", List.of("alpha 3 #0")));
        assertThat(conversations).contains(List.of("user: Name a river.", "assistant: alpha 1 #0", "user: And where does it end?"));
    }

    @Test
    void reasoningIsNeitherPartOfAnAnswerNorShownAtTheNextTurn() {
        respond(new RespondSpecification(List.of(ALPHA), 1, Optional.empty()), (model, request) ->
                new ModelGateway.Asked.Replied(1, "<think>I am at " + request.messages().size() + "</think>\n\nmessage " + request.messages().size(), false));

        assertThat(responses(TWO_TURNS)).extracting(Response::text, Response::followUps).containsExactly(tuple("message 1", List.of("message 3")));
        assertThat(conversations).contains(List.of("user: Name a river.", "assistant: message 1", "user: And where does it end?"));
    }

    @ParameterizedTest
    @CsvSource({"<think>I am not, cut off", "<think>I am</think>, empty"})
    void reasoningAloneIsAFailureAndIsNotServedAgain(String written, String cause) {
        Responding.Result result = respond(
                new RespondSpecification(List.of(ALPHA), 1, Optional.empty()), (model, request) -> new ModelGateway.Asked.Replied(7, written, false));

        assertThat(result.failures()).singleElement().matches(group -> group.cause().equals(cause) && group.units() == 2);
        assertThat(responses(ONE_TURN)).isEmpty();
        assertThat(rejected).containsExactly("7 " + cause, "7 " + cause);
    }

    @Test
    void whatIsAnsweredIsNotAskedAgainAndAnImportedAnswerStays() {
        study.change(writing -> new ResponseTable().insert(writing, new Response(ONE_TURN.id(), "alpha", "Eight."), importRun));
        RespondSpecification specification = new RespondSpecification(List.of(ALPHA), 1, Optional.empty());

        Responding.Result result = respond(specification, this::echo);
        Responding.Result again = respond(specification, this::mustNotAsk);

        assertThat(result.responses()).isEqualTo(2);
        assertThat(responses(ONE_TURN)).extracting(Response::text).containsExactly("Eight.");
        assertThat(again.run()).isEqualTo(result.run());
        assertThat(again.responses()).isEqualTo(2);
        assertThat(again.state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aFailedTurnFailsTheUnitAndTheSameCommandTriesItAgain() {
        RespondSpecification specification = new RespondSpecification(List.of(ALPHA), 1, Optional.empty());
        Responding.Result result = respond(specification, (model, request) -> request.messages().size() > 1
                ? new ModelGateway.Asked.Failed(ModelFailure.of(FailureKind.CUT_OFF, ""))
                : echo(model, request));

        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.state()).isEqualTo(RunState.PARTLY_DONE);
        assertThat(responses(TWO_TURNS)).as("half a conversation is no answer").isEmpty();
        List<UnitTable.FailureGroup> failures = study.read(reading -> new UnitTable().failures(reading, result.run()));
        assertThat(failures).singleElement()
                .matches(group -> group.cause().equals("cut off") && group.example().equals("alpha/" + TWO_TURNS.id() + "/0"));

        Responding.Result again = respond(specification, this::echo);
        assertThat(again.failed()).isZero();
        assertThat(again.state()).isEqualTo(RunState.DONE);
    }

    @ParameterizedTest
    @EnumSource(value = RunState.class, names = {"PAUSED", "INTERRUPTED", "CANCELLED"})
    void theStudyKnowsHowARunWasStopped(RunState state) {
        Responding.Result result = respond(new RespondSpecification(List.of(ALPHA), 1, Optional.empty()), (model, request) -> {
            cancellation.request(state);
            return echo(model, request);
        });
        assertThat(result.state()).isEqualTo(state);
        assertThat(study.read(reading -> new RunTable(Clock.systemUTC()).find(reading, result.run())).orElseThrow().state()).isEqualTo(state);
    }

    @Test
    void nothingAnsweredIsAFailedRun() {
        Responding.Result result = respond(
                new RespondSpecification(List.of(ALPHA), 1, Optional.empty()),
                (model, request) -> new ModelGateway.Asked.Failed(ModelFailure.of(FailureKind.EMPTY, "")));
        assertThat(result.state()).isEqualTo(RunState.FAILED);
        assertThat(result.responses()).isZero();
    }

    @Test
    void aRunThatMustStopWaitsAndGoesOn() {
        RespondSpecification specification = new RespondSpecification(List.of(ALPHA), 1, Optional.empty());
        Responding.Result stopped = respond(specification, (model, request) -> {
            throw new StoppedException("the budget is used up");
        });
        assertThat(stopped.state()).isEqualTo(RunState.PAUSED);
        assertThat(stopped.stopped().orElseThrow()).hasMessage("the budget is used up");
        assertThat(stopped.failed()).isZero();

        assertThat(respond(specification, this::echo).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void whatComesWithABatchIsNeitherDoneNorFailed() {
        Responding.Result result = respond(
                new RespondSpecification(List.of(ALPHA), 1, Optional.empty()), (model, request) -> new ModelGateway.Asked.Waiting());
        assertThat(result.state()).isEqualTo(RunState.PAUSED);
        assertThat(result.failed()).isZero();
    }

    @Test
    void theSameNameDoesNotAnswerWithTwoSettings() {
        respond(new RespondSpecification(List.of(ALPHA), 1, Optional.of(1)), this::echo);
        ModelParameters warm = new ModelParameters(
                Optional.of(1.0), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                ModelParameters.usual().extraBody(), Optional.empty());

        assertThatThrownBy(() -> respond(new RespondSpecification(List.of(ALPHA.with(warm)), 1, Optional.empty()), this::mustNotAsk))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("alpha has answered with other settings before");
    }

    @Test
    void aRunGoesOnWithWhatWasFrozen() {
        RespondSpecification specification = new RespondSpecification(List.of(ALPHA), 3, Optional.of(2));
        String run = respond(specification, this::echo).run();
        var spec = study.read(reading -> new RunTable(Clock.systemUTC()).find(reading, run)).orElseThrow().spec();

        assertThat(RespondSpecification.from(spec, List.of(BETA, ALPHA))).isEqualTo(specification);
        assertThatThrownBy(() -> RespondSpecification.from(spec, List.of(BETA))).hasMessageContaining("alpha, which you do not have any more");
    }

    @Test
    void aStudyWithoutQueriesSaysWhatToDo() {
        try (Study empty = Study.create(folder.resolve("empty.assay"), Clock.systemUTC())) {
            assertThatThrownBy(() -> new Responding(empty, Clock.systemUTC()).run(
                            new RespondSpecification(List.of(ALPHA), 1, Optional.empty()), (run, writer) -> gateway(this::echo), Progress.none(), cancellation))
                    .isInstanceOf(AssayException.class)
                    .hasMessageContaining("holds no queries: import some first");
            assertThat(empty.read(new RunTable(Clock.systemUTC())::all)).isEmpty();
        }
    }

    private interface Service {
        ModelGateway.Asked ask(ModelDefinition model, ModelRequest request);
    }

    private Responding.Result respond(RespondSpecification specification, Service service) {
        return new Responding(study, Clock.systemUTC()).run(specification, (run, writer) -> gateway(service), Progress.none(), cancellation);
    }

    private ModelGateway gateway(Service service) {
        return new ModelGateway() {
            @Override
            public Asked ask(ModelDefinition model, ModelRequest request, String unit) {
                conversations.add(request.messages().stream().map(message -> message.role().id() + ": " + message.text()).collect(Collectors.toList()));
                return service.ask(model, request);
            }

            @Override
            public void reject(long call, ModelFailure failure) {
                rejected.add(call + " " + failure.kind().id());
            }
        };
    }

    /** Says who speaks, how many messages it saw, and which replicate it is. */
    private ModelGateway.Asked echo(ModelDefinition model, ModelRequest request) {
        assertThat(request.messages().getLast().role()).isEqualTo(Message.Role.USER);
        return new ModelGateway.Asked.Replied(1, model.name() + " " + request.messages().size() + " #" + request.replicate(), false);
    }

    private ModelGateway.Asked mustNotAsk(ModelDefinition model, ModelRequest request) {
        throw new AssertionError(model.name() + " was asked " + request);
    }

    private List<Response> responses(Query query) {
        return study.read(reading -> new ResponseTable().ofQuery(reading, query.id()));
    }
}
