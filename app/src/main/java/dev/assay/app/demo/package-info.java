/** The bundled sample, and the whole path from it to a report. */
@NullMarked
package dev.assay.app.demo;

import org.jspecify.annotations.NullMarked;
