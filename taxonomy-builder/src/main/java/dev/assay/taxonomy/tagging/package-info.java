/** Queries get their domain and their nodes. */
@NullMarked
package dev.assay.taxonomy.tagging;

import org.jspecify.annotations.NullMarked;
