/** Small controls that several views share: intervals, chips, empty states, tick lists. */
@NullMarked
package dev.assay.app.controls;

import org.jspecify.annotations.NullMarked;
