/** The view Categories: rankings of the subjects at chosen nodes, and over any union of branches. */
@NullMarked
package dev.assay.app.categories;

import org.jspecify.annotations.NullMarked;
