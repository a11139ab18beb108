/** Which queries the window goes through, and in what order: shared by the views that list queries and those that step through them. */
@NullMarked
package dev.assay.app.listing;

import org.jspecify.annotations.NullMarked;
