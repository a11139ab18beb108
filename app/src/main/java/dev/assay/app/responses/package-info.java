/** The view of one query: all answers to it side by side, with their scores by criterion and the reasons. */
@NullMarked
package dev.assay.app.responses;

import org.jspecify.annotations.NullMarked;
