package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.pc2.CriteriaDeriver.Derived;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * Agreement with the human majority on PandaLM's test set (999 pairs of answers, three annotators). Pairs whose majority is a tie are left
 * out; a judge that scores both answers alike is right by half.
 */
final class PandaLm {

    /** A pair; {@code firstWins} is what most annotators say. */
    record Pair(String query, String first, String second, boolean firstWins) {}

    /**
     * Agreement of one judge.
     *
     * @param pairs how many pairs
     * @param ties how many of them it scored alike
     * @param accuracy share of the pairs judged as the majority of people does
     * @param low 95 % percentile interval over resampled queries, lower end
     * @param high upper end
     */
    record Agreement(int pairs, int ties, double accuracy, double low, double high) {}

    private static final int RESAMPLES = 2000;

    private final List<Pair> pairs;
    private final int[] majorities;

    private final Map<String, Set<String>> answers;

    private PandaLm(List<Pair> pairs, Map<String, Set<String>> answers, int[] majorities) {
        this.pairs = pairs;
        this.answers = answers;
        this.majorities = majorities;
    }

    static PandaLm read(Path file) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        int[] majorities = new int[3];
        for (JsonNode row : new ObjectMapper().readTree(file.toFile())) {
            int[] votes = new int[3];
            for (int i = 1; i <= 3; i++) {
                votes[row.path("annotator" + i).asInt()]++;
            }
            int majority = votes[1] >= 2 ? 1 : votes[2] >= 2 ? 2 : 0;
            majorities[majority]++;
            String query = row.path("instruction").asText() + "\n" + row.path("input").asText();
            String first = text(row.path("response1"));
            String second = text(row.path("response2"));
            answers.computeIfAbsent(query, q -> new LinkedHashSet<>()).addAll(Arrays.asList(first, second));
            if (majority != 0) {
                pairs.add(new Pair(query, first, second, majority == 1));
            }
        }
        return new PandaLm(pairs, answers, majorities);
    }

    /** Six answers are JSON booleans. */
    private static String text(JsonNode answer) {
        return answer.isBoolean() ? (answer.asBoolean() ? "True" : "False") : answer.asText();
    }

    /** Number of pairs whose majority is 0 (tie, or three different verdicts), 1, 2. */
    int[] majorities() {
        return majorities.clone();
    }

    /** PC2 end to end: all distinct answers to a query are auxiliaries, the first of them is the baseline. */
    Agreement pc2(LocalPc2 pc2, Scale scale) {
        Map<String, Map<String, Double>> totals = new HashMap<>();
        answers.forEach((query, given) -> totals.put(query, totals(pc2, query, List.copyOf(given), scale)));
        return agreement((query, answer) -> totals.getOrDefault(query, Map.of()).getOrDefault(answer, Double.NaN));
    }

    private static Map<String, Double> totals(LocalPc2 pc2, String query, List<String> answers, Scale scale) {
        CriteriaSet criteria = ((Derived) pc2.derive(query, answers)).criteria();
        Scored yardstick = (Scored) pc2.scoreBaseline(query, criteria, answers.getFirst(), scale);
        CandidateScorer.Baseline baseline = new CandidateScorer.Baseline(answers.getFirst(), yardstick);
        Map<String, Double> totals = new HashMap<>();
        for (String answer : answers) {
            totals.put(answer, ((Scored) pc2.score(query, criteria, baseline, answer, scale)).score());
        }
        return totals;
    }

    /** Counting different words. */
    Agreement distinctWords() {
        return agreement((query, answer) -> new HashSet<>(List.of(answer.toLowerCase(Locale.ROOT).strip().split("\\s+"))).size());
    }

    /** Counting characters. */
    Agreement length() {
        return agreement((query, answer) -> answer.length());
    }

    private Agreement agreement(ToDoubleBiFunction<String, String> judge) {
        Map<String, List<Double>> points = new LinkedHashMap<>();
        int ties = 0;
        double sum = 0;
        for (Pair pair : pairs) {
            double ahead = judge.applyAsDouble(pair.query(), pair.first()) - judge.applyAsDouble(pair.query(), pair.second());
            boolean tie = Math.abs(ahead) < 1e-9;
            double point = tie ? 0.5 : (ahead > 0) == pair.firstWins() ? 1 : 0;
            ties += tie ? 1 : 0;
            sum += point;
            points.computeIfAbsent(pair.query(), query -> new ArrayList<>()).add(point);
        }
        double[] resampled = resample(List.copyOf(points.values()));
        return new Agreement(
                pairs.size(), ties, sum / pairs.size(), resampled[(int) (0.025 * RESAMPLES)], resampled[(int) (0.975 * RESAMPLES)]);
    }

    private static double[] resample(List<List<Double>> points) {
        Random random = new Random(7);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < points.size(); i++) {
                for (double point : points.get(random.nextInt(points.size()))) {
                    sum += point;
                    count++;
                }
            }
            means[r] = sum / count;
        }
        Arrays.sort(means);
        return means;
    }
}
