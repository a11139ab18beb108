/** The score tree: how each subject does at each node of the taxonomy, and where it is strong and weak. */
@NullMarked
package dev.assay.judges.profiles;

import org.jspecify.annotations.NullMarked;
