@NullMarked
package dev.assay.taxonomy.tree;

import org.jspecify.annotations.NullMarked;
