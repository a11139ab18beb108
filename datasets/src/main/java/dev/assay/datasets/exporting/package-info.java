/** What a study holds, written to files that other tools read and that can be imported again. */
@NullMarked
package dev.assay.datasets.exporting;

import org.jspecify.annotations.NullMarked;
