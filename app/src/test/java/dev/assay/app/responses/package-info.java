/** Tests of the view of one query. */
@NullMarked
package dev.assay.app.responses;

import org.jspecify.annotations.NullMarked;
