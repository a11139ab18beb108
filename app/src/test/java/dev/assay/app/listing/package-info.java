/** Tests of lists of queries. */
@NullMarked
package dev.assay.app.listing;

import org.jspecify.annotations.NullMarked;
