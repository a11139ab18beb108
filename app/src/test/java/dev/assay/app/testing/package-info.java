/** A window without a display, for tests. */
@NullMarked
package dev.assay.app.testing;

import org.jspecify.annotations.NullMarked;
