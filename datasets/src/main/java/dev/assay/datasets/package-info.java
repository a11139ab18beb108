/** Everything that comes in from files and from models, and where it is kept. */
@NullMarked
package dev.assay.datasets;

import org.jspecify.annotations.NullMarked;
