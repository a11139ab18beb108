package dev.assay.taxonomy.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.importing.ItemKind;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyImportTest {

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
    void theReleasedTreeHasItsSizeAndOrder() {
        ImportResult result = run(RealData.require("feedbacker/cata_tree.json"));

        Taxonomy tree = tree();
        assertThat(result.count(ItemKind.TAXONOMY_NODES)).isEqualTo(694);
        assertThat(tree.domains()).extracting(Node::name)
                .containsExactly("writing", "roleplay", "knowledge", "coding", "mathematics", "reasoning");
        assertThat(tree.nodes().stream().filter(node -> node.depth() > 1)).hasSize(688);
        assertThat(tree.nodes().stream().filter(tree::isLeaf)).hasSize(588);
        assertThat(tree.find(NodePath.of("writing", "Creative Stages", "Writing Stage", "Rhetorical Use", "Pun"))).isPresent();
    }

    @Test
    void importingATreeAgainChangesNothing() {
        Path file = RealData.require("feedbacker/cata_tree.json");
        run(file);
        ImportResult again = run(file);
        assertThat(again.changedNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(694);
    }

    @Test
    void theSixDrawnTreesAreReadWithTheirBases() {
        for (String domain : List.of("coding", "knowledge", "mathematics", "reasoning", "roleplay", "writing")) {
            ImportResult result = run(RealData.require("feedbacker/init_tree_" + domain + ".md"));
            assertThat(result.rejected()).as(domain).isEmpty();
        }
        Taxonomy tree = tree();
        assertThat(tree.domains()).extracting(Node::name)
                .containsExactly("coding", "knowledge", "mathematics", "reasoning", "roleplay", "writing");
        assertThat(children(tree, "reasoning")).containsExactly("Reasoning Methods", "Application Domains", "Thinking Modes", "Task Types");
        assertThat(children(tree, "writing")).containsExactly("Creative Stages", "Writing Domains", "Styles");
        assertThat(children(tree, "mathematics", "Mathematical Subfields", "Geometry"))
                .containsExactly("Coordinate Geometry", "Differential Geometry", "Topology", "Crystallography");
        assertThat(children(tree, "writing", "Creative Stages", "Conceptualization Stage")).hasSize(8);
        assertThat(tree.nodes()).hasSizeGreaterThan(600);
    }

    @Test
    void theDrawnTreesAndTheReleasedOneShareTheirDomains() {
        run(RealData.require("feedbacker/cata_tree.json"));
        run(RealData.require("feedbacker/init_tree_coding.md"));
        assertThat(tree().domains()).hasSize(6);
    }

    @Test
    void brokenJsonIsRefusedWithItsLineAndLeavesNothing() throws IOException {
        Path file = folder.resolve("tree.json");
        Files.writeString(file, "{\n \"coding\": {\n  \"Task Types\": {\n");
        assertThatThrownBy(() -> run(file))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("tree.json:4: this is not JSON");
        assertThat(tree().isEmpty()).isTrue();
    }

    @Test
    void aListIsReadAsLeavesAndAScalarIsRejected() throws IOException {
        Path file = folder.resolve("tree.json");
        Files.writeString(file, "{\"coding\": {\n\"Task Types\": [\"Debugging\", \"a/b\"],\n\"Styles\": 7,\n\"Levels\": null}}");

        ImportResult result = run(file);

        assertThat(tree().nodes()).extracting(node -> node.path().toString())
                .containsExactly("/coding", "/coding/Task Types", "/coding/Task Types/Debugging", "/coding/Task Types/a~1b",
                        "/coding/Styles", "/coding/Levels");
        assertThat(result.rejected()).singleElement().satisfies(rejection -> assertThat(rejection.line()).isEqualTo(3));
    }

    private static List<String> children(Taxonomy tree, String... path) {
        return tree.children(tree.find(NodePath.of(path)).orElseThrow()).stream().map(Node::name).toList();
    }

    private Taxonomy tree() {
        return study.read(new TaxonomyTable()::load);
    }

    private ImportResult run(Path file) {
        return new Importer(study, Clocks.fixed()).importPaths(
                ImportFormat.FEEDBACKER_TAXONOMY, List.of(file), ImportOptions.DEFAULT, Progress.none(), new Cancellation());
    }
}
