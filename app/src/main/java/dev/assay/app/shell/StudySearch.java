package dev.assay.app.shell;

import dev.assay.app.shell.PaletteModel.Entry;
import dev.assay.app.shell.PaletteModel.Found;
import dev.assay.app.shell.PaletteModel.Kind;
import dev.assay.app.shell.PaletteModel.Source;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.Counted;
import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.records.QueryRow;
import dev.assay.datasets.records.QuerySort;
import dev.assay.taxonomy.tagging.NodeCounts;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the palette finds in a study: nodes of the taxonomy by name, queries by their words. */
final class StudySearch {

    private record Ranked(Node node, FuzzyMatch match) {}

    private final Session session;
    private final OpenStudy study;
    private volatile Optional<NodeCounts> counts = Optional.empty();

    /** Counting takes longer than finding: what is found before shows no counts. */
    private StudySearch(Session session) {
        this.session = session;
        this.study = session.study();
        session.workbench().background().run(() -> study.read(NodeCounts::of), counted -> counts = Optional.of(counted));
    }

    static Map<Kind, Source> sources(Session session) {
        StudySearch search = new StudySearch(session);
        Map<Kind, Source> sources = new EnumMap<>(Kind.class);
        sources.put(Kind.NODE, search::nodes);
        sources.put(Kind.QUERY, search::queries);
        return sources;
    }

    private Found nodes(String typed, int most) {
        List<Ranked> ranked = study.read(new TaxonomyTable()::load).nodes().stream()
                .flatMap(node -> FuzzyMatch.of(typed, node.name()).map(match -> new Ranked(node, match)).stream())
                .sorted(Comparator.comparingInt((Ranked each) -> -each.match().score()).thenComparing(each -> each.node().path()))
                .toList();
        return new Found(ranked.stream().limit(most).map(this::entry).toList(), ranked.size());
    }

    private Entry entry(Ranked ranked) {
        Node node = ranked.node();
        List<String> above = node.path().names().subList(0, node.depth() - 1);
        String queries = counts.map(known -> inWords(known.queries(node))).orElse("");
        return new Entry(
                Kind.NODE, node.name(), ranked.match().positions(), String.join(" › ", above), queries, Optional.empty(), Optional.empty(),
                () -> session.history().go(Place.of(ViewId.QUERIES).with(Place.NODE, node.path().toString())));
    }

    private static String inWords(int queries) {
        return Counted.of(queries, "query", "queries");
    }

    private Found queries(String typed, int most) {
        QueryListing listing = new QueryListing();
        return study.read(reading -> {
            FoundQueries found = listing.find(reading, QueryFilter.all().withSearch(typed), QuerySort.byNumber());
            return new Found(listing.page(reading, found, 0, most).stream().map(row -> entry(row, typed)).toList(), found.size());
        });
    }

    private Entry entry(QueryRow row, String typed) {
        Place place = Place.of(ViewId.RESPONSES).with(Place.QUERY, row.id());
        return new Entry(
                Kind.QUERY, row.preview(), WordStarts.of(typed, row.preview()), "", "query " + row.number(), Optional.empty(), Optional.empty(),
                () -> session.history().go(place));
    }
}
