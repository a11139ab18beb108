package dev.assay.app.reports;

import dev.assay.app.charts.Table;
import dev.assay.app.figures.RunScale;
import dev.assay.judges.profiles.NodeProfile;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A profile as tables: everything as CSV, and for a paper the leaderboard and the domains in LaTeX. */
public final class ProfileTables {

    private static final List<String> COLUMNS = List.of(
            "path", "subject", "n", "failures", "mean", "low", "high", "rank", "rank_low", "rank_high",
            "difference", "difference_low", "difference_high", "p", "q", "verdict", "not_tested",
            "rest_difference", "rest_low", "rest_high", "rest_p", "rest_q", "rest_verdict", "rest_not_tested");

    private final Profile profile;
    private final RunScale scale;
    private final Numbers numbers;

    public ProfileTables(Profile profile, RunScale scale) {
        this.profile = profile;
        this.scale = scale;
        this.numbers = new Numbers(scale.decimals());
    }

    /** Every node and subject with unrounded numbers; empty fields where nothing is known. */
    public String csv() {
        return table().csv();
    }

    /** The same as rows, null where nothing is known. */
    public Table table() {
        return new Table("profile", COLUMNS, profile.rows().map(ProfileTables::cells).toList());
    }

    private static List<@Nullable Object> cells(ProfileRow row) {
        return Arrays.asList(
                row.path(), row.subject(), row.n(), row.failures(), orNull(row.mean()), orNull(row.low()), orNull(row.high()),
                orNull(row.rank()), orNull(row.rankLow()), orNull(row.rankHigh()),
                orNull(row.difference()), orNull(row.differenceLow()), orNull(row.differenceHigh()), orNull(row.p()), orNull(row.q()),
                orNull(row.verdict()), orNull(row.notTested()),
                orNull(row.restDifference()), orNull(row.restLow()), orNull(row.restHigh()), orNull(row.restP()), orNull(row.restQ()),
                orNull(row.restVerdict()), orNull(row.restNotTested()));
    }

    private static @Nullable Object orNull(Optional<?> value) {
        return value.isPresent() ? value.get() : null;
    }

    /** The subjects at the root, the best first. */
    public String leaderboardTex() {
        LatexTable table = new LatexTable("lrrrr", List.of("subject", scale.label(), "95 % interval", "rank", "n"));
        for (ProfileRow row : ranked(profile.root())) {
            table.add(List.of(row.subject(), numbers.mean(row), numbers.interval(row), Numbers.rank(row), Numbers.n(row)));
        }
        return table.toString();
    }

    /** The subjects' means by domain, each with the half-width of its interval; failures stand in parentheses. */
    public String domainsTex() {
        List<NodeProfile> domains = profile.nodes().stream().filter(node -> node.path().depth() == 1 && node.n() > 0).toList();
        List<String> header = new ArrayList<>(List.of("subject"));
        domains.forEach(domain -> header.add(domain.path().name()));
        LatexTable table = new LatexTable("l" + "r".repeat(domains.size()), header);
        for (ProfileRow row : ranked(profile.root())) {
            List<String> cells = new ArrayList<>(List.of(row.subject()));
            domains.forEach(domain -> cells.add(cell(domain, row.subject())));
            table.add(cells);
        }
        return table.toString();
    }

    /** All nodes by subject, each mean with the half-width of its interval; failures stand in parentheses. */
    public String nodesTex() {
        List<String> header = new ArrayList<>(List.of("node", "n"));
        List<String> subjects = profile.subjects();
        header.addAll(subjects);
        LatexTable table = new LatexTable("lr" + "r".repeat(subjects.size()), header);
        for (NodeProfile node : profile.nodes()) {
            List<String> cells = new ArrayList<>(List.of(String.join(" / ", node.path().names()), Integer.toString(node.n())));
            subjects.forEach(subject -> cells.add(cell(node, subject)));
            table.add(cells);
        }
        return table.toString();
    }

    /** Rows of one node, the best subject first, those without a score last. */
    List<ProfileRow> ranked(NodeProfile node) {
        return new Profile(profile.subjects(), List.of(node), profile.options())
                .rows()
                .sorted(Comparator.comparingDouble((ProfileRow row) -> -row.mean().orElse(Double.NEGATIVE_INFINITY))
                        .thenComparing(ProfileRow::subject))
                .toList();
    }

    private String cell(NodeProfile domain, String subject) {
        return ranked(domain).stream()
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .map(row -> numbers.mean(row) + halfWidth(row) + (row.failures() == 0 ? "" : " (" + row.failures() + " failed)"))
                .orElse("–");
    }

    private String halfWidth(ProfileRow row) {
        return row.low().flatMap(low -> row.high().map(high -> " ±" + numbers.score((high - low) / 2))).orElse("");
    }
}
