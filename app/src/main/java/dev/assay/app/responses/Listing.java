package dev.assay.app.responses;

import dev.assay.app.workbench.Place;
import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.records.QuerySort;
import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tagging.Placement;
import dev.assay.taxonomy.tagging.TaggedListing;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.util.Optional;
import java.util.OptionalInt;

/** The list of queries that a person goes through: those that the place which they came from names, in the order of the study. */
record Listing(FoundQueries found) {

    /**
     * What makes two listings the same.
     *
     * @param search words that are searched for; empty for none
     * @param node path of a taxonomy node; empty for anywhere
     */
    record Terms(String search, String node) {

        static Terms of(Place place) {
            return new Terms(place.parameter(Place.SEARCH).orElse(""), place.parameter(Place.NODE).orElse(""));
        }
    }

    static Listing read(Reading reading, Terms terms) {
        QueryFilter filter = QueryFilter.all().withSearch(terms.search());
        return new Listing(new TaggedListing().find(reading, filter, placement(reading, terms), QuerySort.byNumber()));
    }

    private static Placement placement(Reading reading, Terms terms) {
        if (!terms.node().startsWith("/")) {
            return new Placement.Anywhere();
        }
        return new TaxonomyTable().load(reading).find(NodePath.parse(terms.node()))
                .<Placement>map(node -> new Placement.Below(node.id()))
                .orElseGet(Placement.Anywhere::new);
    }

    int size() {
        return found.size();
    }

    /** Id of the query at a place, counted from 0. */
    Optional<String> idAt(Reading reading, int place) {
        return new QueryListing().page(reading, found, place, 1).stream().map(row -> row.id()).findFirst();
    }

    /** Where a query of this number stands, counted from 0. */
    OptionalInt placeOf(int number) {
        return found.indexOf(number);
    }
}
