package dev.assay.app.testing;

import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryFlag;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.records.QuerySort;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.taxonomy.tagging.NodeCounts;
import dev.assay.taxonomy.tagging.Placement;
import dev.assay.taxonomy.tagging.TaggedListing;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * Times what the window asks of a study of 50,000 queries and 17 subjects. Prints of each question the first time after opening, and the median and the
 * worst of the next twenty. Arguments: the file to make, or to use if it is there; a temporary one if none is named.
 */
public final class LargeStudyBenchmark {

    private static final int TIMES = 20;

    private final QueryListing listing = new QueryListing();
    private final TaggedListing tagged = new TaggedListing();

    private LargeStudyBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("assay-large");
        Path file = arguments.length > 0 ? Path.of(arguments[0]) : folder.resolve("large.assay");
        if (!Files.exists(file)) {
            long begin = System.nanoTime();
            LargeStudy.TARGET.make(file, Clock.systemUTC());
            print("made %s in %.1f s, %d MiB".formatted(LargeStudy.TARGET, (System.nanoTime() - begin) / 1e9, Files.size(file) >> 20));
        }
        new LargeStudyBenchmark().measure(file);
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }

    private void measure(Path file) {
        long begin = System.nanoTime();
        try (Study study = Study.open(file, Clock.systemUTC())) {
            FoundQueries all = study.read(reading -> listing.find(reading, QueryFilter.all(), QuerySort.byNumber()));
            int rows = study.read(reading -> tagged.page(reading, all, 0, 50)).size();
            print("open and show the first %d of %d rows: %.0f ms".formatted(rows, all.size(), (System.nanoTime() - begin) / 1e6));
            print("%-58s %9s %9s %9s   %s".formatted("", "first ms", "median", "worst", "found"));
            finds(study);
            pages(study, all);
        }
    }

    private void finds(Study study) {
        for (QuerySort.Key key : QuerySort.Key.values()) {
            find(study, "all, by " + key, QueryFilter.all(), new QuerySort(key, true));
        }
        for (String search : new String[] {"pyth", "python sort", "a", "the", "Grie", "排序", "写", "getElementById", "C++", "\"", "zzz"}) {
            find(study, "search " + search, QueryFilter.all().withSearch(search), QuerySort.byNumber());
        }
        for (QueryFlag flag : QueryFlag.values()) {
            find(study, "flag " + flag, QueryFilter.all().withQuality(new QueryFilter.Flagged(flag)), QuerySort.byNumber());
        }
        find(study, "no flag", QueryFilter.all().withQuality(new QueryFilter.Unflagged()), QuerySort.byNumber());
        find(study, "length 100 to 200", QueryFilter.all().withLength(100, 200), QuerySort.byNumber());
        find(study, "source", QueryFilter.all().withSource("source 3"), QuerySort.byNumber());
        time(study, "count of a search", reading -> listing.count(reading, QueryFilter.all().withSearch("pyth")));
        place(study, "/coding");
        place(study, "/coding/Topics");
        place(study, "/coding/Topics/Category 3 of topics/Leaf 2");
        find(study, "untagged", QueryFilter.all(), new Placement.Untagged());
        find(study, "thin", QueryFilter.all(), new Placement.Thin(20));
        find(study, "untagged, search pyth", QueryFilter.all().withSearch("pyth"), new Placement.Untagged());
        time(study, "counts of all nodes", reading -> NodeCounts.of(reading).taxonomy().size());
        time(study, "sources", reading -> listing.sources(reading).size());
    }

    private void pages(Study study, FoundQueries all) {
        time(study, "page of 50 at 0", reading -> tagged.page(reading, all, 0, 50).size());
        time(study, "page of 50 at 40,000", reading -> tagged.page(reading, all, 40_000, 50).size());
        time(study, "page of 200 at 25,000", reading -> tagged.page(reading, all, 25_000, 200).size());
        String id = study.read(reading -> listing.page(reading, all, 49_000, 1)).getFirst().id();
        time(study, "position of a query", reading -> listing.position(reading, all, id).orElseThrow());
        time(study, "ids of all found", reading -> listing.ids(reading, all).size());
        time(study, "answers to a query", reading -> new ResponseTable().ofQuery(reading, id).size());
    }

    private void place(Study study, String path) {
        String node = study.read(reading -> new TaxonomyTable().load(reading).find(NodePath.parse(path)).orElseThrow().id());
        find(study, "below " + path, QueryFilter.all(), new Placement.Below(node));
        find(study, "below " + path + ", search pyth", QueryFilter.all().withSearch("pyth"), new Placement.Below(node));
    }

    private void find(Study study, String what, QueryFilter filter, QuerySort sort) {
        time(study, what, reading -> listing.find(reading, filter, sort).size());
    }

    private void find(Study study, String what, QueryFilter filter, Placement placement) {
        time(study, what, reading -> tagged.find(reading, filter, placement, QuerySort.byNumber()).size());
    }

    private static void time(Study study, String what, Function<Reading, Integer> question) {
        double first = 0;
        double[] others = new double[TIMES];
        int found = 0;
        for (int time = -1; time < TIMES; time++) {
            long begin = System.nanoTime();
            found = study.<Integer>read(question);
            double millis = (System.nanoTime() - begin) / 1e6;
            if (time < 0) {
                first = millis;
            } else {
                others[time] = millis;
            }
        }
        Arrays.sort(others);
        print("%-58s %9.1f %9.1f %9.1f   %,d".formatted(what, first, others[TIMES / 2], others[TIMES - 1], found));
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
