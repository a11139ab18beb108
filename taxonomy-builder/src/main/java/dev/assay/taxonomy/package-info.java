/** The map of what is asked. */
@NullMarked
package dev.assay.taxonomy;

import org.jspecify.annotations.NullMarked;
