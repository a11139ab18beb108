package dev.assay.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Invented data of the shapes that figures meet. */
final class Samples {

    static final ScoreAxis SCORE = new ScoreAxis("PC2 score, 1–5", 2, 0.95);

    static final List<String> TEN = List.of(
            "FuseChat-Gemma-2-9B", "gpt4_1106_preview", "FuseChat-Llama-3.1-8B", "FuseChat-Llama-3.2-3B", "claude-2",
            "gpt-3.5-turbo-1106", "Qwen-14B-Chat", "vicuna-13b-v1.5", "gemma-7b-it", "alpaca-7b");

    static final List<String> SEVENTEEN = List.of(
            "meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo", "meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo",
            "mistralai/Mixtral-8x22B-Instruct-v0.1", "通义千问-72B-对话模型-增强版", "日本語大規模言語モデル-13B", "한국어-모델-7B",
            "FuseChat-Gemma-2-9B", "gpt4_1106_preview", "FuseChat-Llama-3.1-8B", "FuseChat-Llama-3.2-3B", "claude-2",
            "gpt-3.5-turbo-1106", "Qwen-14B-Chat", "vicuna-13b-v1.5", "gemma-7b-it", "ЯндексGPT-3", "alpaca-7b");

    static final List<List<String>> DOMAINS = List.of(
            List.of("writing"), List.of("roleplay"), List.of("knowledge"), List.of("coding"), List.of("mathematics"),
            List.of("reasoning"));

    private static final double[] MEANS = {4.31, 4.22, 4.19, 3.98, 3.71, 3.64, 3.44, 3.37, 3.31, 2.61};
    private static final int[][] RANKS = {{1, 1}, {2, 3}, {2, 3}, {4, 4}, {5, 6}, {5, 6}, {7, 8}, {7, 9}, {8, 9}, {10, 10}};

    private static final double[][] DIFFERENCES = {
        {.65, .69, .55, .76, .55, .69}, {.44, .51, .46, .94, .96, .73}, {.49, .53, .44, .64, .44, .60},
        {.35, .41, .24, .25, .10, .33}, {.16, -.09, .11, -.39, -.04, .03}, {-.13, -.23, .05, .25, .03, .01},
        {-.30, -.21, -.20, -.29, -.27, -.26}, {-.27, -.13, -.31, -.55, -.58, -.38}, {-.32, -.36, -.39, -.51, -.46, -.39},
        {-1.06, -1.09, -.95, -1.10, -.73, -1.36}};
    private static final int[] QUERIES = {204, 62, 312, 84, 46, 97};
    private static final double[] HALF = {.12, .22, .10, .19, .25, .17};

    private Samples() {
    }

    static LeaderboardData leaderboard() {
        List<LeaderboardData.Row> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Verdict verdict = i < 4 ? Verdict.BETTER : i < 6 ? Verdict.INDISTINGUISHABLE : Verdict.WORSE;
            rows.add(new LeaderboardData.Row(
                    TEN.get(i), MEANS[i], MEANS[i] - 0.055, MEANS[i] + 0.055, i + 1, RANKS[i][0], RANKS[i][1], 805, 0, verdict));
        }
        return new LeaderboardData(SCORE, Optional.of(new LeaderboardData.Reference("mean of ten", 3.68)), rows);
    }

    /** Subjects with the given names, differing n and failures. */
    static LeaderboardData leaderboard(List<String> names) {
        List<LeaderboardData.Row> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double mean = 4.5 - 2.0 * i / Math.max(1, names.size());
            double half = 0.05 + 0.02 * (i % 4);
            Verdict verdict = mean > 3.8 ? Verdict.BETTER : mean > 3.4 ? Verdict.INDISTINGUISHABLE : Verdict.WORSE;
            rows.add(new LeaderboardData.Row(
                    names.get(i), mean, mean - half, mean + 1.2 * half, i + 1, Math.max(1, i), i + 2, 805 + 411 * (i % 3),
                    i % 5 == 3 ? 12 : 0, verdict));
        }
        return new LeaderboardData(SCORE, Optional.of(new LeaderboardData.Reference("mean of the others", 3.6)), rows);
    }

    static HeatMapData heatMap() {
        List<HeatMapData.Row> rows = new ArrayList<>();
        for (int i = 0; i < TEN.size(); i++) {
            List<Optional<HeatMapData.Cell>> cells = new ArrayList<>();
            for (int j = 0; j < DOMAINS.size(); j++) {
                cells.add(Optional.of(cell(DIFFERENCES[i][j], HALF[j])));
            }
            rows.add(new HeatMapData.Row(TEN.get(i), cells));
        }
        return new HeatMapData(SCORE, "the mean of ten", columns(), rows);
    }

    private static List<HeatMapData.Column> columns() {
        List<HeatMapData.Column> columns = new ArrayList<>();
        for (int j = 0; j < DOMAINS.size(); j++) {
            columns.add(new HeatMapData.Column(DOMAINS.get(j), QUERIES[j]));
        }
        return columns;
    }

    /** Any subjects and nodes; every seventh node is thin, and the last subject lacks a score at the first. */
    static HeatMapData heatMap(List<String> names, List<List<String>> paths) {
        List<HeatMapData.Column> columns = new ArrayList<>();
        for (int j = 0; j < paths.size(); j++) {
            columns.add(new HeatMapData.Column(paths.get(j), j % 7 == 6 ? 3 : 20 + 37 * j));
        }
        List<HeatMapData.Row> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<Optional<HeatMapData.Cell>> cells = new ArrayList<>();
            for (int j = 0; j < paths.size(); j++) {
                double difference = 0.9 - 1.8 * i / Math.max(1, names.size() - 1) + 0.3 * Math.sin(3.0 * i + 5.0 * j);
                HeatMapData.Cell tested = cell(difference, 0.2);
                boolean thin = columns.get(j).thin();
                Optional<HeatMapData.Cell> cell = Optional.of(thin
                        ? new HeatMapData.Cell(difference, difference - 1, difference + 1, OptionalDouble.empty()) : tested);
                cells.add(j == 0 && i == names.size() - 1 ? Optional.empty() : cell);
            }
            rows.add(new HeatMapData.Row(names.get(i), cells));
        }
        return new HeatMapData(SCORE, "the mean of the others", columns, rows);
    }

    private static HeatMapData.Cell cell(double difference, double half) {
        double q = Math.abs(difference) > 1.2 * half ? 0.003 : 0.4;
        return new HeatMapData.Cell(difference, difference - half, difference + half, OptionalDouble.of(q));
    }

    static StrengthsData strengths() {
        return new StrengthsData(SCORE, "claude-2", "mean of ten", List.of(
                node(.46, .26, 24, .021, "writing", "Writing Domains", "Literary Writing"),
                node(.37, .25, 17, .038, "writing", "Themes", "Emotional Themes"),
                node(.16, .09, 204, .009, "writing"),
                node(.11, .09, 298, .034, "knowledge", "Disciplinary Fields"),
                node(.19, .22, 58, .11, "writing", "Writing Domains", "Everyday Writing"),
                node(-.04, .25, 46, .81, "mathematics"),
                node(-.44, .32, 19, .035, "coding", "Task Types", "Data Processing"),
                node(-.52, .33, 23, .013, "coding", "Programming Languages", "Scripting Languages"),
                node(-.31, .25, 30, .06, "reasoning", "Task Types"),
                node(-.43, .22, 84, .0001, "coding", "Task Types"),
                node(-.78, .50, 12, .019, "coding", "Task Types", "Debugging and Optimization"),
                new StrengthsData.Node(List.of("coding", "κ and α, µ–tests"), -.9, -2.5, .7, 3, 1, OptionalDouble.empty())));
    }

    private static StrengthsData.Node node(double difference, double half, int n, double q, String... path) {
        return new StrengthsData.Node(
                List.of(path), difference, difference - half, difference + half, n, 0, OptionalDouble.of(q));
    }

    static RadarData radar(int subjects) {
        List<RadarData.Series> series = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            series.add(series(SEVENTEEN.get((i + 6) % 17), 4.3 - 1.6 * i / subjects, i));
        }
        List<String> domains = DOMAINS.stream().map(List::getFirst).toList();
        return new RadarData(SCORE, domains, series, Optional.of(series("mean of the shown", 3.6, 3)));
    }

    private static RadarData.Series series(String name, double level, int phase) {
        List<Optional<RadarData.Estimate>> estimates = new ArrayList<>();
        for (int j = 0; j < DOMAINS.size(); j++) {
            double mean = level + 0.3 * Math.sin(2.0 * phase + 1.7 * j);
            estimates.add(Optional.of(new RadarData.Estimate(mean, mean - HALF[j], mean + HALF[j], QUERIES[j], 0)));
        }
        return new RadarData.Series(name, estimates);
    }
}
