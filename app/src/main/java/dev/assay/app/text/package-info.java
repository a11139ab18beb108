/** How text that others wrote is shown: Markdown and code as JavaFX nodes, with passages marked, and nothing in it ever executed or loaded. */
@NullMarked
package dev.assay.app.text;

import org.jspecify.annotations.NullMarked;
