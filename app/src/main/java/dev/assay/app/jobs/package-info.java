/** The steps of a study as jobs: how they are started from the window, and the view in which all of them are seen. */
@NullMarked
package dev.assay.app.jobs;

import org.jspecify.annotations.NullMarked;
