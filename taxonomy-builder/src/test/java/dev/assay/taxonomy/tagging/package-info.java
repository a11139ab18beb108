@NullMarked
package dev.assay.taxonomy.tagging;

import org.jspecify.annotations.NullMarked;
