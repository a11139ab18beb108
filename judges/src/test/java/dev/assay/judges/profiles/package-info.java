/** Tests and the benchmark of profiles. */
@NullMarked
package dev.assay.judges.profiles;

import org.jspecify.annotations.NullMarked;
