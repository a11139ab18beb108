/** The view Overview: what a study holds, how far its steps are, and what to do next. */
@NullMarked
package dev.assay.app.overview;

import org.jspecify.annotations.NullMarked;
