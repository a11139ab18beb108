package dev.assay.taxonomy.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import org.junit.jupiter.api.Test;

class NodeTextTest {

    @Test
    void aNodeInWordsIsItsPathAndItsNameWithinItsBasis() {
        Node node = Trees.small().find(NodePath.parse("/writing/Task Types/Poem/Haiku")).orElseThrow();
        assertThat(NodeText.path(node)).isEqualTo("writing Task Types Poem Haiku");
        assertThat(NodeText.nameInBasis(node)).isEqualTo("Haiku (Task Types)");
    }

    @Test
    void aQueryNamesANodeWhateverTheEndings() {
        assertThat(named("Linked Lists", "How do I reverse a linked list?")).isEqualTo(1);
        assertThat(named("Linked Lists", "Sort this list.")).isEqualTo(0.5);
        assertThat(named("Debugging and Optimization", "Optimize it.")).isZero();
    }

    @Test
    void aNameOfTwoLettersIsOnlyMeantAsItIsWritten() {
        assertThat(named("Go", "Write a Go program.")).isEqualTo(1);
        assertThat(named("Go", "Where shall we go?")).isZero();
        assertThat(named("C", "Write it in C, please.")).isEqualTo(1);
        assertThat(named("C", "Which vitamin is called c?")).isZero();
    }

    @Test
    void aNameMayHaveSignsInIt() {
        assertThat(named("C++", "Write a C++ class.")).isEqualTo(1);
        assertThat(named("C++", "Write a C# class.")).isZero();
    }

    private static double named(String name, String query) {
        Node node = Trees.of("/d/B/" + name).find(NodePath.of("d", "B", name)).orElseThrow();
        return NodeText.named(node, NodeText.words(query));
    }
}
