/** Tests of PC2. */
@NullMarked
package dev.assay.judges.pc2;

import org.jspecify.annotations.NullMarked;
