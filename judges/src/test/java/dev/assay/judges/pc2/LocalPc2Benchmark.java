package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.testing.RealData;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.pc2.CriteriaDeriver.Derived;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Prints the local engine's agreement with people on PandaLM, and its speed on AlpacaEval (805 queries, 9 subjects). */
public final class LocalPc2Benchmark {

    private static final String BASELINE = "gpt4_1106_preview";
    private static final List<String> SUBJECTS = List.of(
            "FuseChat-Gemma-2-9B-Instruct", "FuseChat-Llama-3.2-1B-Instruct", "FuseChat-Llama-3.2-3B-Instruct", "Qwen-14B-Chat", "alpaca-7b", "claude-2",
            "gemma-7b-it", "gpt-3.5-turbo-1106", "vicuna-13b-v1.5");

    private final PrintStream out;

    private LocalPc2Benchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        LocalPc2Benchmark benchmark = new LocalPc2Benchmark(System.out);
        benchmark.agreement(RealData.root().resolve("pandalm/testset-v1.json"));
        benchmark.speed(RealData.root().resolve("alpaca_eval"));
    }

    private void agreement(Path file) throws IOException {
        PandaLm pandaLm = PandaLm.read(file);
        print("local PC2, scale 5", pandaLm.pc2(new LocalPc2(), new Scale(5)));
        print("local PC2, scale 3", pandaLm.pc2(new LocalPc2(), new Scale(3)));
        print("distinct words", pandaLm.distinctWords());
        print("length", pandaLm.length());
    }

    private void print(String judge, PandaLm.Agreement agreement) {
        out.printf(
                Locale.ROOT,
                "pandalm %-20s accuracy %.4f [%.4f, %.4f] n %d ties %d%n",
                judge,
                agreement.accuracy(),
                agreement.low(),
                agreement.high(),
                agreement.pairs(),
                agreement.ties());
    }

    private void speed(Path folder) throws IOException {
        Map<String, Map<String, String>> answers = new LinkedHashMap<>();
        for (String subject : SUBJECTS) {
            answers.put(subject, outputs(folder.resolve(subject)));
        }
        answers.put(BASELINE, outputs(folder.resolve(BASELINE)));
        List<String> queries = List.copyOf(answers.getOrDefault(BASELINE, Map.of()).keySet());
        List<String> auxiliaries = List.of(BASELINE, "claude-2", "vicuna-13b-v1.5");
        long start = System.nanoTime();
        int judged = IntStream.range(0, queries.size())
                .parallel()
                .map(i -> judge(queries.get(i), auxiliaries, answers))
                .sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "alpaca_eval %d judgments of %d queries, criteria and baselines included: %.1f s, %.0f judgments/s on %d cores%n",
                judged,
                queries.size(),
                seconds,
                judged / seconds,
                Runtime.getRuntime().availableProcessors());
    }

    private static int judge(String query, List<String> auxiliaries, Map<String, Map<String, String>> answers) {
        LocalPc2 pc2 = new LocalPc2();
        Scale scale = new Scale(5);
        List<String> texts = auxiliaries.stream().map(subject -> answer(answers, subject, query)).toList();
        CriteriaSet criteria = ((Derived) pc2.derive(query, texts)).criteria();
        String baseline = answer(answers, BASELINE, query);
        Scored yardstick = (Scored) pc2.scoreBaseline(query, criteria, baseline, scale);
        List<Scored> scored = new ArrayList<>();
        for (String subject : SUBJECTS) {
            String candidate = answer(answers, subject, query);
            scored.add((Scored) pc2.score(query, criteria, new CandidateScorer.Baseline(baseline, yardstick), candidate, scale));
        }
        return scored.size();
    }

    private static String answer(Map<String, Map<String, String>> answers, String subject, String query) {
        return answers.getOrDefault(subject, Map.of()).getOrDefault(query, "");
    }

    private static Map<String, String> outputs(Path folder) throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (JsonNode row : new ObjectMapper().readTree(folder.resolve("model_outputs.json").toFile())) {
            outputs.put(row.path("instruction").asText(), row.path("output").asText());
        }
        return outputs;
    }
}
