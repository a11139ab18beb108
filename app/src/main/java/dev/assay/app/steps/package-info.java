/** The steps of a study as command line, demo and window all start them: what is chosen, what is chosen for you, and how far each is. */
@NullMarked
package dev.assay.app.steps;

import org.jspecify.annotations.NullMarked;
