/** The view of all queries: found, filtered, read and tagged. */
@NullMarked
package dev.assay.app.queries;

import org.jspecify.annotations.NullMarked;
