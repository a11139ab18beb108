/** Steps of a study. */
@NullMarked
package dev.assay.app.steps;

import org.jspecify.annotations.NullMarked;
