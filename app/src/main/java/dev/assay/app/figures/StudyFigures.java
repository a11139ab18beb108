package dev.assay.app.figures;

import dev.assay.app.charts.Figure;
import dev.assay.app.charts.HeatMapData;
import dev.assay.app.charts.HeatMapFigure;
import dev.assay.app.charts.LeaderboardData;
import dev.assay.app.charts.LeaderboardFigure;
import dev.assay.app.charts.OverviewFigure;
import dev.assay.app.charts.RadarData;
import dev.assay.app.charts.RadarFigure;
import dev.assay.app.charts.StrengthsData;
import dev.assay.app.charts.StrengthsFigure;
import dev.assay.app.charts.Verdict;
import dev.assay.datasets.AssayException;
import dev.assay.judges.profiles.Comparison;
import dev.assay.judges.profiles.Comparison.Tested;
import dev.assay.judges.profiles.NodeProfile;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.SubjectScore;
import dev.assay.judges.profiles.SubjectScore.Mean;
import dev.assay.judges.statistics.Interval;
import dev.assay.judges.statistics.RankInterval;
import dev.assay.taxonomy.tree.NodePath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The figures of one profile. */
public final class StudyFigures {

    /** Names of all figures, as on the command line. The last one is of one subject. */
    public static final List<String> NAMES = List.of("overview", "leaderboard", "heat-map", "radar", "strengths");

    private static final int NODES_OF_STRENGTHS = 16;

    private final Profile profile;
    private final RunScale scale;

    public StudyFigures(Profile profile, RunScale scale) {
        this.profile = profile;
        this.scale = scale;
    }

    /**
     * The figure of that name.
     *
     * @param subject needed for {@code strengths}; the others show all subjects
     * @throws AssayException if there is no such figure, or the profile has nothing to draw in it
     */
    public Figure named(String name, Optional<String> subject) {
        return switch (name) {
            case "overview" -> new OverviewFigure(leaderboard(), heatMap());
            case "leaderboard" -> new LeaderboardFigure(leaderboard());
            case "heat-map" -> new HeatMapFigure(heatMap());
            case "radar" -> new RadarFigure(radar());
            case "strengths" -> new StrengthsFigure(strengths(subject.orElseThrow(
                    () -> new AssayException("the figure strengths is of one subject: name it with --subject"))));
            default -> throw new AssayException("there is no figure " + name + ": choose one of " + String.join(", ", NAMES));
        };
    }

    /** Subjects with a score, the best first. */
    public List<String> ranked() {
        return scored(profile.root()).map(SubjectScore::subject).toList();
    }

    /**
     * The data of the leaderboard, for whoever draws it in another way.
     *
     * @throws AssayException if no subject has a score
     */
    public LeaderboardData leaderboard() {
        List<SubjectScore> scores = scored(profile.root()).toList();
        double mean = scores.stream().mapToDouble(score -> score.mean().orElseThrow().value()).average().orElse(0);
        Optional<LeaderboardData.Reference> reference =
                scores.size() < 2 ? Optional.empty() : Optional.of(new LeaderboardData.Reference("mean of " + inWords(scores.size()) + " subjects", mean));
        return new LeaderboardData(scale.axis(), reference, scores.stream().map(StudyFigures::row).toList());
    }

    private static LeaderboardData.Row row(SubjectScore score) {
        Mean mean = score.mean().orElseThrow();
        Interval interval = mean.interval().orElse(new Interval(mean.value(), mean.value()));
        RankInterval ranks = mean.rankInterval().orElse(new RankInterval(mean.rank(), mean.rank()));
        return new LeaderboardData.Row(
                score.subject(),
                mean.value(),
                interval.low(),
                interval.high(),
                mean.rank(),
                ranks.low(),
                ranks.high(),
                score.n(),
                score.failures(),
                verdict(score.versusOthers()));
    }

    private HeatMapData heatMap() {
        List<NodeProfile> domains = domains();
        List<HeatMapData.Row> rows = scored(profile.root())
                .map(score -> new HeatMapData.Row(
                        score.subject(),
                        domains.stream().map(domain -> domain.subject(score.subject()).flatMap(StudyFigures::cell)).toList()))
                .toList();
        List<HeatMapData.Column> columns =
                domains.stream().map(domain -> new HeatMapData.Column(domain.path().names(), domain.n())).toList();
        return new HeatMapData(scale.axis(), "the mean of the other subjects", columns, rows);
    }

    private static Optional<HeatMapData.Cell> cell(SubjectScore score) {
        return tested(score.versusOthers())
                .map(test -> new HeatMapData.Cell(
                        test.difference(), test.interval().low(), test.interval().high(), OptionalDouble.of(test.q())));
    }

    private RadarData radar() {
        List<NodeProfile> domains = domains();
        List<RadarData.Series> series = scored(profile.root())
                .map(score -> new RadarData.Series(
                        score.subject(),
                        domains.stream().map(domain -> domain.subject(score.subject()).flatMap(StudyFigures::spoke)).toList()))
                .toList();
        return new RadarData(scale.axis(), domains.stream().map(domain -> domain.path().name()).toList(), series, Optional.empty());
    }

    private static Optional<RadarData.Estimate> spoke(SubjectScore score) {
        return score.mean().map(mean -> {
            Interval interval = mean.interval().orElse(new Interval(mean.value(), mean.value()));
            return new RadarData.Estimate(mean.value(), interval.low(), interval.high(), score.n(), score.failures());
        });
    }

    /**
     * The nodes where a subject differs most from its own level, the surest first; drawn from the greatest strength down. Its level, and
     * not that of the others, is the reference: against the others a good subject would have nothing but strengths.
     */
    private StrengthsData strengths(String subject) {
        Profile own = profile.of(subject);
        Map<NodePath, Integer> sizes = new HashMap<>();
        own.nodes().forEach(node -> sizes.put(node.path(), node.n()));
        List<StrengthsData.Node> shown = own.nodes().stream()
                .filter(node -> node.path().depth() == 1 || !Objects.equals(sizes.get(node.path().parent()), node.n()))
                .flatMap(node -> node.subjects().stream().flatMap(score -> strength(node, score).stream()))
                .sorted(Comparator.comparingDouble((StrengthsData.Node node) -> node.q().orElse(1))
                        .thenComparingDouble(node -> -Math.abs(node.difference())))
                .limit(NODES_OF_STRENGTHS)
                .sorted(Comparator.comparingDouble(StrengthsData.Node::difference).reversed())
                .toList();
        return new StrengthsData(scale.axis(), subject, "its other queries, adjusted for difficulty", shown);
    }

    private static Optional<StrengthsData.Node> strength(NodeProfile node, SubjectScore score) {
        return tested(score.versusRest()).map(test -> new StrengthsData.Node(
                node.path().names(),
                test.difference(),
                test.interval().low(),
                test.interval().high(),
                test.n(),
                score.failures(),
                OptionalDouble.of(test.q())));
    }

    private List<NodeProfile> domains() {
        return profile.nodes().stream().filter(node -> node.path().depth() == 1 && node.n() > 0).toList();
    }

    private static Stream<SubjectScore> scored(NodeProfile node) {
        return node.subjects().stream()
                .filter(score -> score.mean().isPresent())
                .sorted(Comparator.comparingDouble((SubjectScore score) -> -score.mean().orElseThrow().value())
                        .thenComparing(SubjectScore::subject));
    }

    private static Optional<Tested> tested(Comparison comparison) {
        return comparison instanceof Tested test ? Optional.of(test) : Optional.empty();
    }

    private static Verdict verdict(Comparison comparison) {
        return tested(comparison)
                .map(test -> switch (test.verdict()) {
                    case BETTER -> Verdict.BETTER;
                    case WORSE -> Verdict.WORSE;
                    case INDISTINGUISHABLE -> Verdict.INDISTINGUISHABLE;
                })
                .orElse(Verdict.INDISTINGUISHABLE);
    }

    private static String inWords(int count) {
        List<String> words = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
        return count <= 12 ? words.get(count - 2) : Integer.toString(count);
    }
}
