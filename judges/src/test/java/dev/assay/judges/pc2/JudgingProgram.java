package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Judges a study in a process of its own, run after run, and tells after each transaction how far it is. */
final class JudgingProgram {

    static final int QUERIES = 120;
    static final List<String> SUBJECTS = List.of("ada", "bob", "cyd", "dee");

    private static final List<String> TOPICS = List.of("rivers", "bread", "engines", "poems", "taxes", "stars", "bees");

    private JudgingProgram() {}

    public static void main(String[] arguments) throws IOException {
        warmUp();
        long first = Long.parseLong(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        try (Study study = Study.open(Path.of(arguments[0]), Clocks.fixed())) {
            Pc2Judging judging = Pc2Judging.local(study, Clocks.fixed());
            for (long seed = first; ; seed++) {
                long run = seed;
                Progress told = (step, done, total) -> System.out.println("judged " + run + " " + done);
                judging.run(specification(seed), told, new Cancellation());
            }
        }
    }

    /** So that a kill hits the work and not the loading of classes. */
    private static void warmUp() throws IOException {
        Path folder = Files.createTempDirectory("warm");
        try (Study study = filled(folder.resolve("warm.assay"), 4)) {
            Pc2Judging.local(study, Clocks.fixed()).run(specification(0), Progress.none(), new Cancellation());
        }
    }

    static Pc2Specification specification(long seed) {
        return new Pc2Specification("local", "ada", List.of("ada", "bob", "cyd"), new Scale(5), SUBJECTS, seed, Optional.empty());
    }

    static Study filled(Path file, int queries) {
        Study study = Study.create(file, Clocks.fixed());
        study.change(writing -> {
            String run = new RunTable(Clocks.fixed()).begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0).id();
            for (int i = 0; i < queries; i++) {
                String topic = TOPICS.get(i % TOPICS.size());
                Query query = Query.of("Question " + i + ": what should a beginner know about " + topic + "?");
                new QueryTable().insert(writing, query, run);
                for (int subject = 0; subject < SUBJECTS.size(); subject++) {
                    new ResponseTable().insert(writing, new Response(query.id(), SUBJECTS.get(subject), answer(topic, i + subject)), run);
                }
            }
        });
        return study;
    }

    private static String answer(String topic, int variant) {
        StringBuilder answer = new StringBuilder("About " + topic + ":\n");
        for (int i = 0; i <= variant % 5; i++) {
            answer.append("- point ").append(i).append(" on ").append(topic).append(" and ")
                    .append(TOPICS.get((variant + i) % TOPICS.size())).append(", with an example from practice.\n");
        }
        return answer.toString();
    }
}
