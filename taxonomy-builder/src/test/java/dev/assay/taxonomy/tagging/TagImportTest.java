package dev.assay.taxonomy.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.importing.ItemKind;
import dev.assay.datasets.importing.Rejection;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.RealData;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagImportTest {

    @TempDir
    Path folder;

    private Study study;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void theReleasedQueriesGetTheirTags() {
        Path tree = RealData.require("feedbacker/cata_tree.json");
        Path queries = RealData.require("feedbacker/generated_queries_with_quality_tags.jsonl");
        run(ImportFormat.FEEDBACKER_TAXONOMY, tree);

        ImportResult result = run(ImportFormat.FEEDBACKER_QUERIES, queries);

        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(5);
        assertThat(result.count(ItemKind.TAGS)).isGreaterThan(15);
        assertThat(result.rejected()).isEmpty();
        assertThat(paths()).contains("/roleplay/Task Types/Creative/Scriptwriting").allMatch(path -> path.startsWith("/roleplay/"));
        ImportResult again = run(ImportFormat.FEEDBACKER_QUERIES, queries);
        assertThat(again.changedNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(5);
    }

    @Test
    void withoutTheTaxonomyTheTagsAreRejectedAndTheQueriesStay() {
        ImportResult result = run(
                ImportFormat.FEEDBACKER_QUERIES, RealData.require("feedbacker/generated_queries_with_quality_tags.jsonl"));
        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(5);
        assertThat(result.count(ItemKind.TAGS)).isZero();
        assertThat(result.rejected()).first().satisfies(rejection -> assertThat(rejection.reason())
                .startsWith("the taxonomy has no node /roleplay/"));
    }

    @Test
    void aNameThatStandsTwiceIsMeantWhereItsParentIsTaggedTooElseEverywhere() throws IOException {
        tree();
        tagged("\"Everyday\", \"Teaching\"");
        assertThat(paths()).containsExactly("/writing/Domains/Everyday/Teaching");
        tagged("\"Teaching\", \"Sports\"");
        assertThat(paths())
                .containsExactlyInAnyOrder(
                        "/writing/Domains/Everyday/Teaching", "/writing/Domains/Everyday/Teaching", "/writing/Domains/Functional/Teaching",
                        "/writing/Domains/Sports");
    }

    @Test
    void anUnknownTagIsRejectedAndTheOthersAreKept() throws IOException {
        tree();
        ImportResult result = tagged("\"Sports\", \"Nonsense\", \"More\"");
        assertThat(paths()).containsExactly("/writing/Domains/Sports");
        assertThat(result.rejected()).extracting(Rejection::reason).containsExactly(
                "the taxonomy has no 'Nonsense', 'More' below /writing/Domains; the query's other tags are kept");
    }

    private void tree() throws IOException {
        run(ImportFormat.FEEDBACKER_TAXONOMY, Files.writeString(folder.resolve("tree.json"), """
                {"writing": {"Domains": {"Everyday": {"Teaching": {}}, "Functional": {"Teaching": {}}, "Sports": {}}}}"""));
    }

    private ImportResult tagged(String names) throws IOException {
        return run(ImportFormat.FEEDBACKER_QUERIES, Files.writeString(folder.resolve("q.jsonl"), """
                {"id":"q%s","prompt":"Query %s","meta_data":{"domain":"writing","type_tags":{"Domains":[%s]}}}
                """.formatted(names.hashCode(), names.hashCode(), names)));
    }

    private List<String> paths() {
        return study.read(reading -> {
            Taxonomy tree = new TaxonomyTable().load(reading);
            return new TagTable().all(reading).stream().map(tag -> tree.byId(tag.nodeId()).path().toString()).toList();
        });
    }

    private ImportResult run(ImportFormat format, Path file) {
        return new Importer(study, Clocks.fixed())
                .importPaths(format, List.of(file), ImportOptions.DEFAULT, Progress.none(), new Cancellation());
    }
}
