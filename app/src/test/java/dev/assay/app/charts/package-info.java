/** Tests of the figures. */
@NullMarked
package dev.assay.app.charts;

import org.jspecify.annotations.NullMarked;
