/** Figures for papers and reports: drawn without a display, exported as SVG, PDF, EPS or PNG with the CSV of their data. */
@NullMarked
package dev.assay.app.charts;

import org.jspecify.annotations.NullMarked;
