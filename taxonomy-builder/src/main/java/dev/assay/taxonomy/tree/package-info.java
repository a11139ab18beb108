/** The taxonomy as a tree of nodes, and its place in the study. */
@NullMarked
package dev.assay.taxonomy.tree;

import org.jspecify.annotations.NullMarked;
