/** Criteria found by comparing answers, then a score for each candidate (PC2). */
@NullMarked
package dev.assay.judges.pc2;

import org.jspecify.annotations.NullMarked;
