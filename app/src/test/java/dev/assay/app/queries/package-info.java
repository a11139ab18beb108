/** Tests of the view of queries. */
@NullMarked
package dev.assay.app.queries;

import org.jspecify.annotations.NullMarked;
