/** Tests of structured replies. */
@NullMarked
package dev.assay.datasets.models.replies;

import org.jspecify.annotations.NullMarked;
