package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Everything that a PC2 run depends on, frozen before it begins.
 *
 * @param engine who judges: local, llm
 * @param baseline the subject whose answer is the yardstick
 * @param auxiliaries the subjects whose answers are compared to find criteria
 * @param scale of each criterion
 * @param subjects whose answers are judged; the baseline's own scores are kept in any case
 * @param seed of all randomness
 * @param limit judge only so many queries, the first by id; empty for all
 */
public record Pc2Specification(
        String engine, String baseline, List<String> auxiliaries, Scale scale, List<String> subjects, long seed, Optional<Integer> limit) {

    private static final int USUAL_AUXILIARIES = 3;

    public Pc2Specification {
        // Named twice, a subject would have two votes, one of them for itself.
        auxiliaries = auxiliaries.stream().distinct().toList();
        subjects = List.copyOf(subjects);
        if (auxiliaries.isEmpty()) {
            throw new AssayException("PC2 needs auxiliary answers: name at least one subject as auxiliary");
        }
        if (subjects.isEmpty()) {
            throw new AssayException("no subject to judge: name at least one");
        }
    }

    /**
     * What someone asks for; what they leave open is chosen.
     *
     * @param baseline if open: the first auxiliary
     * @param auxiliaries if open: three subjects drawn by the seed from those that answered most queries, the baseline among them
     * @param subjects if open: all that answered
     */
    public record Request(
            Optional<String> baseline, List<String> auxiliaries, Scale scale, List<String> subjects, long seed, Optional<Integer> limit) {}

    /**
     * Chooses what a request leaves open.
     *
     * @param answered the number of queries that each subject has answered
     * @throws AssayException if a subject is named that has no answer in the study, or there are no answers
     */
    public static Pc2Specification of(String engine, Request request, Map<String, Integer> answered) {
        if (answered.isEmpty()) {
            throw new AssayException("the study has no responses: import some before judging");
        }
        request.baseline().ifPresent(subject -> requireAnswers(subject, answered));
        request.auxiliaries().forEach(subject -> requireAnswers(subject, answered));
        request.subjects().forEach(subject -> requireAnswers(subject, answered));
        List<String> auxiliaries = request.auxiliaries().isEmpty() ? draw(request, answered) : request.auxiliaries();
        String baseline = request.baseline().orElse(auxiliaries.getFirst());
        List<String> subjects = request.subjects().isEmpty() ? answered.keySet().stream().sorted().toList() : request.subjects();
        return new Pc2Specification(engine, baseline, auxiliaries, request.scale(), subjects, request.seed(), request.limit());
    }

    private static void requireAnswers(String subject, Map<String, Integer> answered) {
        if (answered.getOrDefault(subject, 0) == 0) {
            throw new AssayException("the study has no answers of \"" + subject + "\"; it has those of "
                    + String.join(", ", answered.keySet().stream().sorted().toList()));
        }
    }

    private static List<String> draw(Request request, Map<String, Integer> answered) {
        List<String> drawn = new ArrayList<>(request.baseline().stream().toList());
        List<String> others = new ArrayList<>(
                answered.keySet().stream().filter(subject -> !drawn.contains(subject)).sorted().toList());
        Collections.shuffle(others, new Random(request.seed()));
        others.sort(Comparator.comparing((String subject) -> answered.getOrDefault(subject, 0)).reversed());
        others.stream().limit(USUAL_AUXILIARIES - drawn.size()).forEach(drawn::add);
        return drawn;
    }

    /** As it is kept with the run. */
    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("judge", "pc2");
        json.put("engine", engine);
        json.put("baseline", baseline);
        auxiliaries.forEach(json.putArray("auxiliaries")::add);
        json.put("scale", scale.top());
        subjects.forEach(json.putArray("subjects")::add);
        limit.ifPresent(n -> json.put("limit", n));
        return json;
    }
}
