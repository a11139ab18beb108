package dev.assay.app.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.app.charts.Figure;
import dev.assay.app.figures.RunScale;
import dev.assay.datasets.ProgramVersion;
import dev.assay.datasets.jobs.Run;
import dev.assay.judges.profiles.NodeProfile;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.profiles.ProfileOptions;
import dev.assay.judges.profiles.ProfileRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The report as one page of HTML: figures are in it as images, so that it can be sent and kept as one file. */
final class ReportPage {

    private static final int MOST_NODES = 12;

    private final Path study;
    private final Source source;
    private final Profile profile;
    private final RunScale scale;
    private final StudySize size;
    private final DrawnFigures figures;
    private final Path folder;
    private final ProfileTables tables;
    private final Numbers numbers;
    private final Html html = new Html();

    ReportPage(
            Path study, Source source, Profile profile, RunScale scale, StudySize size, DrawnFigures figures, Path folder) {
        this.study = study;
        this.source = source;
        this.profile = profile;
        this.scale = scale;
        this.size = size;
        this.figures = figures;
        this.folder = folder;
        this.tables = new ProfileTables(profile, scale);
        this.numbers = new Numbers(scale.decimals());
    }

    String html() {
        String title = "Report on " + study.getFileName();
        heading(title);
        leaderboard();
        domains();
        subjects();
        tree();
        method();
        return html.document(title, styleSheet());
    }

    private void heading(String title) {
        html.element("h1", title);
        html.element("p", scale.label() + ", judged by " + scale.judge(), "class", "lead");
        html.open("ul", "class", "counts");
        count(size.queries(), "queries");
        count(profile.subjects().size(), "subjects judged");
        count(size.responses(), "responses");
        count(size.nodes(), "nodes of the taxonomy");
        count(profile.root().n(), "queries with a score");
        html.close("ul");
        int failures = profile.root().subjects().stream().mapToInt(score -> score.failures()).sum();
        if (failures > 0) {
            html.element("p", failures + " judgments failed. They are counted beside every mean and are part of none.", "class", "worse");
        }
    }

    private void count(int number, String what) {
        html.open("li").element("b", String.format(Locale.ROOT, "%,d", number)).text(what).close("li");
    }

    private void leaderboard() {
        html.element("h2", "Leaderboard");
        figure("leaderboard");
        html.open("div", "class", "scroll").open("table");
        header("subject", "mean", "95 % interval", "rank", "n", "to the others", "q");
        for (ProfileRow row : tables.ranked(profile.root())) {
            html.open("tr").element("td", row.subject(), "class", "name");
            cell(tables.mean(row));
            cell(tables.interval(row));
            cell(Numbers.rank(row));
            cell(ProfileTables.n(row));
            difference(row);
            html.close("tr");
        }
        html.close("table").close("div");
    }

    private void domains() {
        html.element("h2", "By domain");
        figure("heat-map");
        figure("radar");
    }

    private void subjects() {
        html.element("h2", "Strengths and weaknesses");
        html.element("p", "The figure compares each node with the rest of the subject's own tree, adjusted for how hard the queries are for the "
                + "others; the table compares it with the mean of the other subjects on the same queries. q is the p-value after Benjamini–Hochberg over all nodes "
                + "tested for the subject; a difference is called one at q ≤ .05. Nodes under five queries are not tested.");
        for (ProfileRow subject : tables.ranked(profile.root())) {
            String name = figures.ofSubjects().get(subject.subject());
            if (name != null) {
                html.element("h3", subject.subject());
                figure(name);
                againstOthers(subject.subject());
            }
        }
    }

    private void againstOthers(String subject) {
        List<ProfileRow> found = profile.of(subject).rows()
                .filter(row -> row.verdict().isPresent() && !row.verdict().get().equals("indistinguishable"))
                .filter(row -> !row.path().equals("/"))
                .sorted(Comparator.comparingDouble((ProfileRow row) -> row.q().orElse(1.0)))
                .limit(MOST_NODES)
                .sorted(Comparator.comparingDouble((ProfileRow row) -> -row.difference().orElse(0.0)))
                .toList();
        if (found.isEmpty()) {
            html.element("p", "At no node does it differ from the mean of the others by more than chance explains.", "class", "note");
            return;
        }
        html.element("p", "Against the mean of the other subjects on the same queries:", "class", "note");
        html.open("div", "class", "scroll").open("table");
        header("node", "difference", "95 % interval", "n", "q");
        for (ProfileRow row : found) {
            html.open("tr").element("td", row.path(), "class", "name");
            row.difference().ifPresent(value -> html.element("td", numbers.signed(value), "class", row.verdict().orElse("")));
            cell(numbers.interval(row.differenceLow().orElse(0.0), row.differenceHigh().orElse(0.0)));
            cell(ProfileTables.n(row));
            cell(row.q().map(Numbers::q).orElse(""));
            html.close("tr");
        }
        html.close("table").close("div");
    }

    private void tree() {
        html.element("h2", "The score tree");
        html.element("p", "A mean is over the distinct queries of a node and of all nodes below it. Nodes without a judged query are left out.");
        for (NodeProfile node : profile.nodes()) {
            if (node.path().depth() <= 1 && node.n() > 0) {
                branch(node);
            }
        }
    }

    private void branch(NodeProfile top) {
        html.open("details").element("summary", top.path().depth() == 0 ? "All queries" : top.path().name());
        html.open("div", "class", "scroll").open("table");
        header("node", "subject", "mean", "95 % interval", "rank", "n", "to the others", "q");
        for (NodeProfile node : top.path().depth() == 0 ? List.of(top) : profile.below(top.path()).nodes()) {
            for (ProfileRow row : tables.ranked(node)) {
                html.open("tr").element("td", row.path(), "class", "name").element("td", row.subject(), "class", "name");
                cell(tables.mean(row));
                cell(tables.interval(row));
                cell(Numbers.rank(row));
                cell(ProfileTables.n(row));
                difference(row);
                html.close("tr");
            }
        }
        html.close("table").close("div").close("details");
    }

    private void method() {
        Run run = source.run();
        ProfileOptions options = profile.options();
        html.element("h2", "How this was made");
        html.element("p", "Assay " + ProgramVersion.current() + ", run " + run.id() + " (" + run.state().inStudy() + ", seed " + run.seed()
                + "). Intervals: 95 %, by resampling queries (BCa, " + options.resamples() + " resamples, seed " + options.seed()
                + ") under " + options.formulaFrom() + " queries, from there on by the standard error clustered by query with Student's t. "
                + "manifest.json beside this page lists every run with its specification and a hash of every file.");
        if (run.engine().equals("local")) {
            html.element("p", LocalEngineNote.text());
        }
        html.element("p", "Specification of the run:", "class", "note");
        html.element("pre", run.spec().toPrettyString());
    }

    private void difference(ProfileRow row) {
        html.element("td", row.difference().map(numbers::signed).orElse("–"), "class", row.verdict().orElse("muted"));
        cell(row.q().map(Numbers::q).orElse(row.notTested().orElse("–")));
    }

    private void header(String... names) {
        html.open("tr");
        for (String name : names) {
            boolean isName = name.equals("subject") || name.equals("node");
            html.element("th", name, "class", isName ? "name" : "");
        }
        html.close("tr");
    }

    private void cell(String text) {
        html.element("td", text);
    }

    private void figure(String name) {
        String reason = figures.leftOut().get(name);
        if (reason != null) {
            html.element("p", reason, "class", "note");
            return;
        }
        Figure figure = Objects.requireNonNull(figures.drawn().get(name));
        String image = Base64.getEncoder().encodeToString(bytes(folder.resolve("figures").resolve(name + ".svg")));
        html.open("figure").open("img", "alt", figure.caption(), "src", "data:image/svg+xml;base64," + image);
        html.element("figcaption", figure.caption()).close("figure");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String styleSheet() {
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
