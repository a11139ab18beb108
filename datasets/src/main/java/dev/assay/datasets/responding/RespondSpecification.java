package dev.assay.datasets.responding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ledger.RequestJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who answers what. Frozen when a run begins: the same again goes on with that run.
 *
 * @param subjects the models under test; each answers under the name that the person gave it
 * @param replicates how many answers each gives to each query, from 1
 * @param limit only so many queries, the first by id; empty for all
 * @param system put before every conversation, instead of what the models have; blank for nothing, empty for what each model has
 */
public record RespondSpecification(List<ModelDefinition> subjects, int replicates, Optional<Integer> limit, Optional<String> system) {

    static final String STEP = "respond";
    static final String ENGINE = "llm";
    /** Nothing is drawn here: what is random in an answer lies with the service. */
    static final long SEED = 0;

    public RespondSpecification {
        subjects = subjects.stream().map(subject -> prompted(subject, system)).toList();
        if (subjects.isEmpty()) {
            throw new AssayException("nobody is to answer: name at least one model with --subjects");
        }
        if (replicates < 1) {
            throw new AssayException("--replicates " + replicates + " would give no answer: use a number from 1 on");
        }
        if (limit.isPresent() && limit.get() < 1) {
            throw new AssayException("--limit " + limit.get() + " leaves no query: use a number from 1 on, or leave it out for all");
        }
        Set<String> names = new HashSet<>();
        for (ModelDefinition subject : subjects) {
            if (!names.add(subject.name())) {
                throw new AssayException(subject.name() + " is named twice in --subjects: name each model once");
            }
        }
    }

    /** Each model with the system prompt that it has. */
    public RespondSpecification(List<ModelDefinition> subjects, int replicates, Optional<Integer> limit) {
        this(subjects, replicates, limit, Optional.empty());
    }

    private static ModelDefinition prompted(ModelDefinition subject, Optional<String> system) {
        return system.map(text -> subject.with(subject.parameters().prompted(text))).orElse(subject);
    }

    /** Everything that decides what the answers can be: subjects [{name, provider, baseUrl, model, parameters}], replicates, limit, system. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("subjects");
        subjects.forEach(subject -> array.add(toJson(subject)));
        json.put("replicates", replicates);
        limit.ifPresent(number -> json.put("limit", number));
        system.ifPresent(text -> json.put("system", text));
        return json;
    }

    /** Id of the run that does this. */
    public String runId() {
        return Run.idOf(STEP, ENGINE, toJson(), SEED);
    }

    static ObjectNode toJson(ModelDefinition subject) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", subject.name()).put("provider", subject.provider().id());
        subject.baseUrl().ifPresent(url -> json.put("baseUrl", url.toString()));
        return json.put("model", subject.model()).set("parameters", RequestJson.parameters(subject.parameters()));
    }

    /** Whether a model is in what is frozen as it was then. As text: a number that was read is of another class than one that was set. */
    static boolean isSame(ModelDefinition subject, JsonNode frozen) {
        return toJson(subject).toString().equals(frozen.toString());
    }

    /**
     * The specification that a run was begun with, to go on with it.
     *
     * @param known the models as the person has them now, for what is not frozen: limits, price, headers, time limit
     * @throws AssayException if a model is not there any more, or was changed in what is frozen
     */
    public static RespondSpecification from(JsonNode spec, List<ModelDefinition> known) {
        Optional<String> system = Optional.ofNullable(spec.get("system")).map(JsonNode::asText);
        List<ModelDefinition> subjects = new ArrayList<>();
        for (JsonNode frozen : spec.path("subjects")) {
            String name = frozen.path("name").asText();
            ModelDefinition model = known.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssayException("the run asks the model " + name + ", which you do not have any more: add it again with `models add`"));
            if (!isSame(prompted(model, system), frozen)) {
                throw new AssayException("the model " + name + " was changed since the run began: set it back to go on, or begin anew under another name");
            }
            subjects.add(model);
        }
        Optional<Integer> limit = spec.has("limit") ? Optional.of(spec.path("limit").asInt()) : Optional.empty();
        return new RespondSpecification(subjects, spec.path("replicates").asInt(1), limit, system);
    }
}
