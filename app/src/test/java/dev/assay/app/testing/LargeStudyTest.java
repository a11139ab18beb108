package dev.assay.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryFlag;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.records.QueryRow;
import dev.assay.datasets.records.QuerySort;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeStudyTest {

    private static final LargeStudy SMALL = new LargeStudy(300, 3, 20);

    @TempDir
    Path folder;

    @Test
    void aMadeUpStudyHasWhatTheWindowShows() {
        Path file = folder.resolve("large.assay");
        SMALL.make(file, Clocks.fixed());
        try (Study study = Study.open(file, Clocks.fixed())) {
            assertThat(study.check().problems()).isEmpty();
            List<QueryRow> rows = rows(study);
            assertThat(rows).hasSize(300).extracting(QueryRow::length).allSatisfy(length -> assertThat(length).isBetween(20, 4_100));
            assertThat(rows).anyMatch(row -> row.flags().contains(QueryFlag.VERY_LONG)).anyMatch(row -> row.followUps() > 0);
            assertThat(study.<Integer>read(new ResponseTable()::count)).isBetween(890, 900);
            assertThat(study.<Taxonomy>read(new TaxonomyTable()::load).size()).isBetween(600, 800);
            assertThat(new ProfileLoader().latest(study).scores().subjects()).hasSize(3);
        }
    }

    @Test
    void theSameSizesMakeTheSameStudy() {
        SMALL.make(folder.resolve("a.assay"), Clocks.fixed());
        SMALL.make(folder.resolve("b.assay"), Clocks.fixed());
        try (Study a = Study.openReadOnly(folder.resolve("a.assay")); Study b = Study.openReadOnly(folder.resolve("b.assay"))) {
            assertThat(rows(a)).isEqualTo(rows(b));
        }
    }

    private static List<QueryRow> rows(Study study) {
        QueryListing listing = new QueryListing();
        return study.read(reading -> listing.page(reading, listing.find(reading, QueryFilter.all(), QuerySort.byNumber()), 0, 1_000));
    }
}
