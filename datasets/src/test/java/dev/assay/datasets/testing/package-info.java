/** What tests of all modules share: the place of the real data, and a clock that stands still. */
@NullMarked
package dev.assay.datasets.testing;

import org.jspecify.annotations.NullMarked;
