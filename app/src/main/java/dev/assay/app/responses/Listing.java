package dev.assay.app.responses;

import dev.assay.app.listing.QueryPlace;
import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.study.Reading;
import java.util.Optional;
import java.util.OptionalInt;

/** The list of queries that a person goes through: those that the place which they came from names, in its order. */
record Listing(FoundQueries found) {

    static Listing read(Reading reading, QueryPlace terms) {
        return new Listing(terms.find(reading).found());
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
