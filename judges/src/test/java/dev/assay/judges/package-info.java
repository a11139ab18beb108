@NullMarked
package dev.assay.judges;

import org.jspecify.annotations.NullMarked;
