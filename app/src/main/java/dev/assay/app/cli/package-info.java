/** The command line: the only place that writes to the standard streams. */
@NullMarked
package dev.assay.app.cli;

import org.jspecify.annotations.NullMarked;
